"""Whether every norm is needed: without it some witness has other findings."""

import re
from collections.abc import Iterable, Iterator

from patuh.audit.hunt import switched_on
from patuh.audit.report import Note, Part
from patuh.audit.witnesses import FIRES, SILENT, witness
from patuh.checking import facts_of, read
from patuh.engine.solving.needed import needed
from patuh.knowledge.programs import Program, norms, programs
from patuh.knowledge.regulations import Regulation, regulations

_FACT = re.compile(r"^[a-z]\w*\([^:\n]*\)\.$", re.MULTILINE)
_OF_ONE = re.compile(r',? *"[^"]*"')
_UNTESTED = "ketentuan_tak_diuji("


def needs() -> Part:
    """The norms of each regulation, taken away one by one from under its witnesses.

    The entries of a list under one heading count as one norm, and so does what several provisions
    say alike.
    """
    count = 0
    notes: list[Note] = []
    for law in regulations():
        own = stated(law.id, norms(law.id))
        count += len(own)
        idle = _idle(law, own)
        notes += [Note("not_needed", {"regulation": law.id, "norm": norm}) for norm in idle]
    return Part("needs", count, (), tuple(notes))


def stated(law: str, every: Iterable[Program]) -> dict[str, str]:
    """The facts of each norm, by the norm without the names of units and provisions."""
    found: dict[str, str] = {}
    for program in every:
        for fact in _FACT.findall(program.text):
            if not fact.startswith(_UNTESTED):
                key = _OF_ONE.sub("", fact).replace(f"({law}, ", "(").replace(f"({law})", "")
                found[key] = f"{found.get(key, '')} {fact}"
    return found


def _idle(law: Regulation, own_norms: dict[str, str]) -> list[str]:
    """The norms that no witness needs, in the order of the articles."""
    own = {program.name for program in norms(law.id)}
    rules = [
        Program(one.name, _FACT.sub("", one.text)) if one.name in own else one
        for one in programs([law.id])
    ]
    waiting = dict(own_norms)
    for text in _witnesses(law):
        if not waiting:
            break
        proposal, laws = read(text, "corpus/witnesses")
        names = list(waiting)
        rest = " ".join(fact for name, fact in own_norms.items() if name not in waiting)
        given = facts_of(proposal, laws).text + rest
        for at in needed(rules, list(waiting.values()), given):
            del waiting[names[at]]
    return list(waiting)


def _witnesses(law: Regulation) -> Iterator[str]:
    for shows in (FIRES, SILENT):
        for check in switched_on(law):
            text, _ = witness(law, check, shows)
            if text is not None:
                yield text
