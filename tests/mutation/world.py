"""All proposals under the knowledge base as it stands, and which of them notices a mutant."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

import clingo

from mutation.audited import AUDIT, misworded
from mutation.citations import CITATIONS, miscited
from mutation.ledger import LEDGER, noticed
from mutation.mutants import Mutant
from mutation.proposals import CASES, CORPUS, RANDOM, Case, drawn, written
from mutation.room import Room
from mutation.rules import Rule

_SIDE_BY_SIDE = 150
"""More proposals at once are no faster, and need more memory."""


class World:
    """The written cases first, then the corpus, then the random proposals."""

    def __init__(self, near: Container[str], seeds: Iterable[int] = RANDOM) -> None:
        """`near` are the folders of the cases to try first; where there are none, a sample."""
        first = [path for path in CASES if path.parent.name in near] or list(CASES[::6])
        rest = sorted(set(CASES) - set(first))
        self._rooms: list[Room] = []
        for cases in (written(first), written(rest), written(CORPUS), drawn(seeds)):
            self._rooms += rooms(cases)

    def killers(self, rule: Rule, mutants: Sequence[Mutant]) -> dict[Mutant, str]:
        """The mutants of a rule that anything notices, with the first that does."""
        found = {mutant: LEDGER for mutant in mutants if noticed(mutant)}
        for room in self._rooms:
            if rule.law in ("", room.law):
                left = [mutant for mutant in mutants if mutant not in found]
                found |= dict(room.killers(rule, left)) if left else {}
        left = [mutant for mutant in mutants if mutant not in found]
        found |= {mutant: CITATIONS for mutant in left if miscited(mutant)}
        left = [mutant for mutant in left if mutant not in found]
        return found | {mutant: AUDIT for mutant in left if misworded(mutant)}


def rooms(cases: Iterable[Case]) -> Iterator[Room]:
    """A room for each regulation, more where there are many cases."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[case.law].append(case)
    for law, group in groups.items():
        for at in range(0, len(group), _SIDE_BY_SIDE):
            yield Room(law, group[at : at + _SIDE_BY_SIDE])


def is_program(mutant: Mutant) -> bool:
    """Whether the changed rule can be grounded at all, whatever the case."""
    control = clingo.Control(["--warn=none"], logger=lambda *_: None)
    try:
        control.add("base", [], str(mutant.node or ""))
        control.ground([("base", [])])
    except RuntimeError:
        return False
    return True
