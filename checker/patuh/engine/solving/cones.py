"""What some atoms of a ground program rest on, as a program of its own.

A whole knowledge base says far more than one question needs: a solver asked about a small part of
it has little to do.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from patuh.engine.solving.excluding import Drawers
from patuh.engine.solving.merging import Merged, body_of

_HEAD = re.compile(r"(?m)^(?=1 0 1 (\d+) )(.*)$")
"""The head and the line of a rule with one head, which is not chosen."""


class GroundRules:
    """The rules of a ground program by their heads, as lines of aspif; no choices."""

    def __init__(self, told: str, asked_for: Iterable[int] = ()) -> None:
        """`told` is what a control wrote as aspif.

        Of the atoms `asked_for` is held what each derives, among all that was gone down to.
        """
        self._rules: defaultdict[int, list[str]] = defaultdict(list)
        self._bodies: dict[int, frozenset[int]] = {}
        self._some = frozenset(asked_for)
        self._heads: defaultdict[int, set[int]] = defaultdict(set)
        for head, line in _HEAD.findall(told):
            self._rules[int(head)].append(line)

    @property
    def fresh(self) -> int:
        """The number of an atom behind those that have rules."""
        return max(self._rules, default=0) + 1

    def leave_out(self, goals: Sequence[int], drawers: Drawers) -> Mapping[int, int]:
        """Forget all but the rules below these goals that can fire, and merge atoms that are alike.

        The atoms get new numbers, which are told.
        """
        made = Merged(self._rules, goals, self._some, drawers)
        new = made.numbers
        self._rules, self._bodies = made.rules, made.asked
        self._some = frozenset(new[atom] for atom in self._some)
        for atom, asked in made.asked.items():
            self._hold(atom, asked)
        return new

    def derives(self, atom: int) -> bool:
        """Whether there is any rule for an atom."""
        return bool(self._rules.get(atom))

    def below(self, atoms: Iterable[int]) -> frozenset[int]:
        """These atoms and all that they rest on."""
        seen = set(atoms)
        waiting = [*seen]
        bodies = self._bodies
        while waiting:
            atom = waiting.pop()
            asked = bodies.get(atom)
            if asked is None:
                asked = self._asked(atom)
            if not seen.issuperset(asked):
                more = asked - seen
                seen |= more
                waiting += more
        return frozenset(seen)

    def heads(self, atom: int, among: frozenset[int]) -> frozenset[int]:
        """The heads, among what was gone down to, of the rules in which `atom` stands."""
        return among.intersection(self._heads.get(atom, ()))

    def text(self, atoms: Iterable[int]) -> Iterator[str]:
        """The rules for these atoms, as lines of aspif."""
        for atom in atoms:
            yield from self._rules.get(atom, ())

    def _asked(self, atom: int) -> frozenset[int]:
        """The atoms in the bodies of its rules."""
        every = (body_of(line)[0] for line in self._rules.get(atom, ()))
        asked = frozenset(abs(one) for body in every for one in body)
        self._bodies[atom] = asked
        self._hold(atom, asked)
        return asked

    def _hold(self, atom: int, asked: frozenset[int]) -> None:
        """Hold in which rules the atoms stand that are asked for."""
        for one in asked & self._some:
            self._heads[one].add(atom)
