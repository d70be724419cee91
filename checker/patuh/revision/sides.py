"""Two knowledge bases under one regulation, made ready to be compared."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from patuh.engine.rules.changes import Change, Side, change, side
from patuh.engine.rules.statements import have_at_hand, of_program, statements
from patuh.knowledge.norms import Fact
from patuh.knowledge.programs import NORMS, Program, programs
from patuh.knowledge.regulations import national

_FACT = re.compile(r"(\w+)\((.*)\)", re.DOTALL)
_VALUE = re.compile(r'"((?:[^"\\]|\\.)*)"|([^,"]+)')
_LEAF = re.compile(r'(?<=")pasal-[^"]*(?="\)$)')


class Sides(Struct, frozen=True):
    """Old and new, and how they differ; `leaves` gives the new ids of those that moved."""

    law: str
    old_root: Path
    new_root: Path
    old: Side
    new: Side
    change: Change
    leaves: Mapping[str, str]

    @property
    def programs(self) -> tuple[Program, ...]:
        """All programs of the new side."""
        return programs([self.law], self.new_root)


def sides(law: str, old_root: Path, new_root: Path) -> Sides:
    """The two sides. A provision that only has another number counts as the same.

    Raises `EngineError` for what clingo refuses.
    """
    own = of_region(law)
    was = programs([law], old_root)
    have_at_hand(was)
    old = side(statements(was), own)
    moved = _moved(old, side(statements(programs([law], new_root)), own))
    every = tuple(_renumbered(one, moved) for one in programs([law], new_root))
    new = side(statements(every), own)
    back = {now: was for was, now in moved.items()}
    return Sides(law, old_root, new_root, old, new, change(old, new), back)


def of_region(law: str) -> str | None:
    """The regulation, where it is one of a region and none of the nation."""
    return None if law in {one.id for one in national()} else law


def parsed(fact: str) -> Fact:
    """The predicate and the values of a fact as clingo prints it."""
    found = _FACT.fullmatch(fact)
    if found is None:
        return fact, ()
    values = (string or bare for string, bare in _VALUE.findall(found[2]))
    return found[1], tuple(values)


def without(every: Iterable[Program], side: Side, facts: Collection[str]) -> tuple[Program, ...]:
    """The programs of a side without these norms; all others stand in one program."""
    kept: list[Program] = []
    norms: list[Program] = []
    for program in every:
        (norms if program.name.startswith(NORMS) else kept).append(program)
    heads = {statement.head for program in norms for statement in of_program(program)}
    stated = (fact for head in sorted(heads) for fact in sorted(side.facts.get(head, ())))
    lines = [f"{fact}." for fact in stated if fact not in facts]
    lines += [rule.text for rule in side.rules if rule.place.startswith(NORMS)]
    return (*kept, Program("audit/norma", "\n".join(lines)))


def _renumbered(program: Program, moved: Mapping[str, str]) -> Program:
    """The norms with the provisions under the numbers of the old side."""
    if not moved or not program.name.startswith(NORMS):
        return program
    text = re.sub(r'"(pasal-[^"]*)"', lambda m: f'"{moved.get(m[1], m[1])}"', program.text)
    return Program(program.name, text)


def _moved(old: Side, new: Side) -> dict[str, str]:
    """The provisions of the new side that hold what another one held: new id to old id.

    Only where that can be said of each by itself, and no two would become one.
    """
    was, now = _held(old), _held(new)
    unique = {norms for norms, count in Counter(was.values()).items() if count == 1}
    unique &= {norms for norms, count in Counter(now.values()).items() if count == 1}
    home = {norms: leaf for leaf, norms in was.items()}
    moved = {
        leaf: home[norms] for leaf, norms in now.items() if norms in unique and home[norms] != leaf
    }
    while clash := {leaf for leaf, to in moved.items() if to in now and to not in moved}:
        for leaf in clash:
            del moved[leaf]
    return moved


def _held(of: Side) -> dict[str, frozenset[str]]:
    """The norms under each provision, without its id."""
    found: dict[str, set[str]] = {}
    for fact in _all(of.facts.values()):
        if leaf := _LEAF.search(fact):
            found.setdefault(leaf[0], set()).add(_LEAF.sub("", fact))
    return {leaf: frozenset(norms) for leaf, norms in found.items()}


def _all(every: Iterable[Iterable[str]]) -> Iterable[str]:
    return (fact for one in every for fact in one)
