"""What some atoms of a ground program rest on, as a program of its own.

A whole knowledge base says far more than one question needs: a solver asked about a small part of
it has little to do.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from patuh.engine.solving.aspif import rule, weight_rule
from patuh.engine.solving.excluding import Drawers

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
        """Forget the rules below these goals that can never fire, and all that stand elsewhere.

        The atoms get new numbers, which are told: a solver has a place for every number up to the
        last one, and looks at all of them whenever it is asked. Where atoms rest on each other,
        what is not worked out yet counts as leaving all open.
        """
        open_, every, possible = dict(drawers.open), drawers.every, drawers.possible
        split: dict[int, list[tuple[list[int], bool]]] = {}
        rules, self._rules = self._rules, defaultdict(list)
        new = _Numbers()
        self._some = frozenset([new[atom] for atom in sorted(self._some)])
        waiting = [*goals]
        while waiting:
            atom = waiting.pop()
            if atom < 0:  # all that it rests on is worked out
                atom = -atom
                left, kept, asked = 0, self._rules[new[atom]], set[int]()
                for line, (body, all_of_it) in zip(rules[atom], split[atom], strict=True):
                    own = every
                    if all_of_it:
                        for one in body:
                            if one > 0:
                                own &= open_.get(one, every)
                    if own == every or possible(own):
                        left |= own
                        numbers = [new[one] for one in body]
                        asked.update(map(abs, numbers))
                        if all_of_it:
                            kept.append(rule(new[atom], numbers))
                        else:
                            kept.append(_weights_of(line, new[atom], numbers))
                open_[atom] = left
                self._keep(new[atom], frozenset(asked))
            elif atom not in split and atom not in open_ and atom in rules:
                split[atom] = [*map(_body, rules[atom])]
                waiting.append(-atom)
                waiting += (abs(one) for body, _ in split[atom] for one in body)
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
        every = (_body(line)[0] for line in self._rules.get(atom, ()))
        return self._keep(atom, frozenset(abs(one) for body in every for one in body))

    def _keep(self, atom: int, asked: frozenset[int]) -> frozenset[int]:
        """Hold what an atom rests on."""
        for one in asked & self._some:
            self._heads[one].add(atom)
        self._bodies[atom] = asked
        return asked


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


def _weights_of(line: str, head: int, body: Sequence[int]) -> str:
    """The line of a sum with other numbers."""
    _, _, _, _, _, lower, _, *rest = line.split()
    weights = map(int, rest[1::2])
    return weight_rule(head, int(lower), [*zip(body, weights, strict=True)])


def _body(line: str) -> tuple[list[int], bool]:
    """The literals in the body of a rule, and whether all must hold: not so those of a sum."""
    _, _, _, _, weighted, _, *rest = line.split()
    return ([*map(int, rest[1::2])], False) if weighted == "1" else ([*map(int, rest)], True)
