"""What of a draft was translated into norms, what was not, and what is new, as tables."""

from collections.abc import Iterable, Iterator

from patuh.messages import Lang, say
from patuh.revision.records import Drafted, Left
from patuh.revision.telling.tables import Table
from patuh_parser.legal.ids import label

_LONGEST = 200
"""So much of a provision is shown."""


def tables(draft: Drafted, lang: Lang) -> Iterator[Table]:
    """The tables; those without rows too."""
    rows = tuple(
        (
            str(one.number),
            label(one.provision),
            say(f"diff.translation.{one.kind}", lang),
            say("diff.swap", lang, old=_short(one.old), new=_short(one.new)) if one.new else "",
        )
        for one in draft.translated
    )
    yield _table("translated", ("number", "provision", "change", "slot"), rows, lang)
    yield _table("left", ("provision", "text"), _left(draft.left), lang)
    yield _table("fresh", ("provision", "text"), _left(draft.fresh), lang)


def _left(every: Iterable[Left]) -> tuple[tuple[str, ...], ...]:
    return tuple((one.label, _short(one.text)) for one in every)


def _table(
    name: str, columns: Iterable[str], rows: tuple[tuple[str, ...], ...], lang: Lang
) -> Table:
    heads = tuple(say(f"diff.column.{column}", lang) for column in columns)
    return Table(say(f"diff.{name}", lang), heads, rows)


def _short(text: str) -> str:
    """The text on one line, its end left out where it is long."""
    said = " ".join(text.split())
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rpartition(' ')[0]} …"
