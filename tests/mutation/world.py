"""All cases under the knowledge base as it stands, and which of them notices a mutant."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import clingo
from families import BETWEEN_LEVELS, CASES, CORPUS, NATIONAL

from mutation.audited import AUDIT, misworded
from mutation.cases import Case
from mutation.citations import CITATIONS, miscited
from mutation.conflicts import conflicts
from mutation.drafts import drafts
from mutation.ledger import LEDGER, noticed
from mutation.mutants import Mutant
from mutation.national import cases, citing, numbers
from mutation.proposals import RANDOM, drawn, limits, sorted_out, written
from mutation.room import Room
from mutation.rules import CONFLICTS, DRAFTS, PROPOSALS, Rule, reached
from patuh.knowledge.programs import FOR_DRAFTS

LAW = "national law"
"""The norms of national law: of the part of proposals, with cases of their own."""
_FEW = 8
"""Of more checks than so many no case is near."""
_SIDE_BY_SIDE = 150
"""More cases at once are no faster, and need more memory."""


@dataclass(frozen=True, slots=True)
class Tests:
    """What some rules of the knowledge base are held against, in the order in which it is tried."""

    cases: Callable[[], Iterable[Iterable[Case]]]
    others: dict[str, Callable[[Mutant], bool]]
    """Tests that look at the knowledge base itself, by the name in the place of a case."""


class World:
    """The cases of every part, grounded when the first rule of the part is tried."""

    def __init__(self, seeds: Iterable[int] = RANDOM) -> None:
        self._tests = {
            PROPOSALS: Tests(lambda: _proposals(seeds), {CITATIONS: miscited, AUDIT: misworded}),
            LAW: Tests(_national, {CITATIONS: miscited, AUDIT: misworded}),
            DRAFTS: Tests(lambda: [drafts()], {AUDIT: misworded}),
            CONFLICTS: Tests(lambda: [conflicts()], {}),
        }
        self._rooms: dict[str, list[Room]] = {}
        self._more: dict[str, Iterator[Room]] = {}
        self._near: dict[frozenset[str], list[Room]] = {}

    def killers(self, rule: Rule, mutants: Sequence[Mutant]) -> dict[Mutant, str]:
        """The mutants of a rule that anything notices, with the first that does."""
        found = {mutant: LEDGER for mutant in mutants if noticed(mutant)}
        tests = LAW if rule.national else rule.part
        drafts_too = rule.national and rule.file.endswith(FOR_DRAFTS)
        for room in chain(
            self._nearest(rule),
            self._every(tests, rule.part),
            self._every(DRAFTS, DRAFTS) if drafts_too else (),
        ):
            if len(found) == len(mutants):
                return found
            if rule.holds_under(room.law):
                left = [mutant for mutant in mutants if mutant not in found]
                found |= dict(room.killers(rule, left))
        for name, notices in self._tests[tests].others.items():
            left = [mutant for mutant in mutants if mutant not in found]
            found |= {mutant: name for mutant in left if notices(mutant)}
        return found

    def _every(self, tests: str, part: str) -> Iterator[Room]:
        """The rooms of such tests; what no mutant asked for yet is not grounded."""
        kept = self._rooms.setdefault(tests, [])
        more = self._more.setdefault(
            tests, (room for cases in self._tests[tests].cases() for room in rooms(cases, part))
        )
        yield from kept
        for room in more:
            kept.append(room)
            yield room

    def _nearest(self, rule: Rule) -> list[Room]:
        """The cases of the check of a rule, or of those that it reaches, if these are few.

        Of a norm of national law those whose findings cite its provision.
        """
        if rule.national:
            return list(rooms(citing(rule)))
        checks = reached(rule.part, rule.gives) or frozenset([rule.under])
        if rule.part == CONFLICTS or len(checks) > _FEW:
            return []
        if checks not in self._near:
            self._near[checks] = list(rooms(_cases_of(checks, rule.part), rule.part))
        return self._near[checks]


def _cases_of(checks: Container[str], part: str) -> list[Case]:
    if part == DRAFTS:
        return [case for case in drafts() if case.name.split(".")[0].upper() in checks]
    near = [path for path in (*CASES, *NATIONAL) if path.parent.name in checks]
    return [*written(near), *sorted_out(checks)]


def _proposals(seeds: Iterable[int]) -> Iterator[list[Case]]:
    """The written cases first, the limits of national law, the corpus, the random proposals."""
    yield written([*CASES, *NATIONAL])
    yield sorted_out({path.parent.name for path in CASES})
    yield limits()
    yield written([*CORPUS, *BETWEEN_LEVELS])
    yield drawn(seeds)


def _national() -> Iterator[list[Case]]:
    """For norms of national law: a change in them would be followed in every proposal there is."""
    yield list(cases().values())
    yield numbers()
    yield written(BETWEEN_LEVELS)


def rooms(cases: Iterable[Case], part: str = PROPOSALS) -> Iterator[Room]:
    """A room for each regulation, more where there are many cases."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[case.law].append(case)
    for law, group in groups.items():
        for at in range(0, len(group), _SIDE_BY_SIDE):
            yield Room(law, group[at : at + _SIDE_BY_SIDE], part)


def is_program(mutant: Mutant) -> bool:
    """Whether the changed rule can be grounded at all, whatever the case."""
    control = clingo.Control(["--warn=none"], logger=lambda *_: None)
    try:
        control.add("base", [], str(mutant.node or ""))
        control.ground([("base", [])])
    except RuntimeError:
        return False
    return True
