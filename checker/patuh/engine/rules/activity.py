"""Which checks a regulation switches on: those whose norms and readings it holds."""

import re
from collections.abc import Sequence
from functools import lru_cache

from patuh.engine.control import grounded
from patuh.engine.rules.compiled import all_rules
from patuh.engine.rules.living import live
from patuh.engine.rules.statements import Statement, statements
from patuh.knowledge.programs import PROPOSAL, Program

_NAME = re.compile(r"[a-z_]\w*")
_DEFINED = re.compile(r"#defined (\w+)/\d+\.")
_HEAD = "audit_aktif"


@lru_cache(maxsize=8)
def active(programs: tuple[Program, ...]) -> frozenset[str]:
    """The checks ("h2") that can fire as far as the norms among these programs go.

    Of every rule of a check only the conditions count that no proposal has a part in.
    """
    given = declared(programs, PROPOSAL)
    every = statements(programs)
    alive = {statement.place for statement in live(programs, given)}
    proposed = _dependent(every, given)
    lines: list[str] = []
    for rule in all_rules(programs):
        if rule.check and rule.place in alive:
            fixed = [one.text for one in rule.positive if one.name not in proposed]
            lines.append(f"{_HEAD}({rule.check}){' :- ' if fixed else ''}{', '.join(fixed)}.")
    settled = [one.text for one in every if one.head not in proposed]
    control = grounded("\n".join([*settled, *lines]))
    found = control.symbolic_atoms.by_signature(_HEAD, 1)
    return frozenset(str(atom.symbol.arguments[0]) for atom in found)


def declared(programs: Sequence[Program], files: str) -> frozenset[str]:
    """The predicates, by name, that the files whose names begin so declare with `#defined`."""
    texts = [program.text for program in programs if program.name.startswith(files)]
    return frozenset(name for text in texts for name in _DEFINED.findall(text))


def _dependent(every: Sequence[Statement], given: frozenset[str]) -> frozenset[str]:
    """What a proposal gives and all that rests on it, by name."""
    mentioned = [(one.head, set(_NAME.findall(one.text))) for one in every if one.derives]
    found = set(given)
    while more := {head for head, names in mentioned if head not in found and found & names}:
        found |= more
    return frozenset(found)
