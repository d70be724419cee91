"""What an atom says, in words: by the clause of its predicate, else from its name."""

from collections.abc import Sequence

from patuh.finding import Value
from patuh.knowledge.predicates import clauses
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import laws
from patuh.report.wording import Wording

_DATED = {"tanggal", "mulai_berlaku", "jatuh_tempo", "disampaikan", "langkah_tanggal"}
_FIRST_DATE = 1900_01_01


def phrase(predicate: str, arguments: Sequence[Value], wording: Wording) -> str:
    """The atom as a sentence without final stop.

    Templates refer to the arguments by position, `{0}` the first. Without a template the
    predicate's own words are followed by its arguments, but the regulation and the provision.
    """
    term = "tanggal" if predicate in _DATED else ""
    shown = [
        "…" if value == "_" else wording.value(value, term if _is_date(value) else "")
        for value in arguments
    ]
    template = clauses(wording.lang).get(f"{predicate}/{len(arguments)}")
    if template is not None:
        return wording.local(template).format(*shown)
    own = [text for value, text in zip(arguments, shown, strict=True) if not _is_law(value)]
    name = predicate.replace("_", " ")
    return f"{name}: {', '.join(own)}" if own else name


def _is_date(value: Value) -> bool:
    return isinstance(value, int) and value >= _FIRST_DATE


def _is_law(value: Value) -> bool:
    if not isinstance(value, str):
        return False
    return any(value == law.id or value in quotations(law.id) for law in laws())
