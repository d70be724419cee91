"""Ground rules without what no choice can make true, and with one atom for all that mean the same.

Clingo writes an atom for each predicate that a finding passes through, and one for each fact that a
sentence brings: most of them hold exactly if another one does. Two atoms whose rules have the same
bodies are one: in every answer the rules of both fire, or of neither, and rest on the same. So is
an atom with one rule, which asks for one other atom.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from patuh.engine.solving.aspif import rule, weight_rule
from patuh.engine.solving.excluding import Drawers

_Body = frozenset[int]
_Split = Sequence[tuple[list[int], bool]]


class Merged:
    """What is left of the rules below some goals, with new numbers of the atoms, without gaps.

    A solver has a place for every number up to the last one, and looks at all of them whenever it
    is asked. Where atoms rest on each other, what is not worked out yet counts as leaving all open,
    and as unlike any other.
    """

    def __init__(
        self,
        rules: Mapping[int, Sequence[str]],
        goals: Sequence[int],
        kept: Iterable[int],
        drawers: Drawers,
    ) -> None:
        """Goals, and the atoms to be `kept`, are merged with no other."""
        self.numbers = _Numbers()
        self.rules: defaultdict[int, list[str]] = defaultdict(list)
        self.asked: dict[int, _Body] = {}
        """The atoms in the bodies of the rules for each."""
        self._drawers = drawers
        self._open = dict(drawers.open)
        self._never: set[int] = set()
        self._same: dict[frozenset[_Body], int] = {}
        for atom in (*sorted(kept), *goals):
            self.numbers[atom]
        self._kept = frozenset(self.numbers[atom] for atom in kept)
        self._read(rules, goals)

    def _read(self, rules: Mapping[int, Sequence[str]], goals: Sequence[int]) -> None:
        split: dict[int, _Split] = {}
        waiting = [*goals]
        while waiting:
            atom = waiting.pop()
            if atom < 0:  # all that it rests on is worked out
                self._end(-atom, rules[-atom], split[-atom])
            elif atom not in split and atom not in self._open and atom in rules:
                split[atom] = [*map(body_of, rules[atom])]
                waiting.append(-atom)
                waiting += (abs(one) for body, _ in split[atom] for one in body)

    def _end(
        self, atom: int, lines: Sequence[str], split: Sequence[tuple[list[int], bool]]
    ) -> None:
        """Give the atom a number and its rules; those that can never fire are forgotten."""
        every, possible = self._drawers.every, self._drawers.possible
        open_, left = self._open, 0
        bodies: dict[_Body, None] = {}
        sums: list[tuple[str, list[int]]] = []
        for line, (body, all_of_it) in zip(lines, split, strict=True):
            if not all_of_it:
                left = every
                sums.append((line, body))
                continue
            own = every
            for one in body:
                if one > 0:
                    own &= open_.get(one, every)
            if own == every or possible(own):
                left |= own
                numbers = {self.numbers[one] for one in body if -one not in self._never}
                if not any(-one in numbers for one in numbers):
                    bodies[frozenset(numbers)] = None
        open_[atom] = left
        if not bodies and not sums:
            self._never.add(atom)
            if atom in self.numbers:
                self.asked[self.numbers[atom]] = frozenset()
            return
        least = _least(bodies)
        if not sums and atom not in self.numbers:
            key = frozenset(least)
            same = self._same.get(key)
            if same is None and len(least) == 1 and len(least[0]) == 1:
                (one,) = least[0]
                same = one if one > 0 and one not in self._kept else None
            if same is not None:
                self._same[key] = self.numbers[atom] = same
                return
            self._same[key] = self.numbers[atom]
        self._write(self.numbers[atom], least, sums)

    def _write(
        self, head: int, bodies: Iterable[_Body], sums: Iterable[tuple[str, Sequence[int]]]
    ) -> None:
        asked = set[int]()
        lines = self.rules[head]
        for own in bodies:
            asked.update(map(abs, own))
            lines.append(rule(head, sorted(own)))
        for line, body in sums:
            numbers = [self.numbers[one] for one in body]
            asked.update(map(abs, numbers))
            lines.append(_weights_of(line, head, numbers))
        self.asked[head] = frozenset(asked)


def body_of(line: str) -> tuple[list[int], bool]:
    """The literals in the body of a rule, and whether all must hold: not so those of a sum."""
    _, _, _, _, weighted, _, *rest = line.split()
    return ([*map(int, rest[1::2])], False) if weighted == "1" else ([*map(int, rest)], True)


def _least(bodies: Collection[_Body]) -> list[_Body]:
    """These bodies without those that ask for more than one of a single literal does."""
    if len(bodies) == 1:
        return [*bodies]
    single = frozenset[int]().union(*(own for own in bodies if len(own) == 1))
    return [own for own in bodies if len(own) == 1 or single.isdisjoint(own)]


def _weights_of(line: str, head: int, body: Sequence[int]) -> str:
    """The line of a sum with other numbers."""
    _, _, _, _, _, lower, _, *rest = line.split()
    weights = map(int, rest[1::2])
    return weight_rule(head, int(lower), [*zip(body, weights, strict=True)])


class _Numbers(dict[int, int]):
    """New numbers of atoms and literals, given as they are asked for."""

    _last = 0

    def __missing__(self, literal: int) -> int:
        if literal < 0:
            number = -self[-literal]
        else:
            number = self._last = self._last + 1
        self[literal] = number
        return number
