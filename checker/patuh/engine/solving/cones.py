"""What some atoms of a ground program rest on, as a program of its own.

A whole knowledge base says far more than one question needs: a solver asked about a small part of
it has little to do.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import clingo

from patuh.engine.control import control
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

    def leave_out(self, goals: Iterable[int], drawers: Drawers) -> None:
        """Forget the rules below these goals that can never fire.

        Where atoms rest on each other, what is not worked out yet counts as leaving all open.
        """
        open_, every, possible = dict(drawers.open), drawers.every, drawers.possible
        split: dict[int, list[tuple[list[int], bool]]] = {}
        waiting = [*goals]
        while waiting:
            atom = waiting.pop()
            if atom < 0:  # all that it rests on is worked out
                atom = -atom
                left, kept, asked = 0, [], set[int]()
                for line, (body, all_of_it) in zip(self._rules[atom], split[atom], strict=True):
                    own = every
                    if all_of_it:
                        for one in body:
                            if one > 0:
                                own &= open_.get(one, every)
                    if own == every or possible(own):
                        left |= own
                        kept.append(line)
                        asked.update(map(abs, body))
                self._rules[atom], open_[atom] = kept, left
                self._keep(atom, frozenset(asked))
            elif atom not in split and atom not in open_ and atom in self._rules:
                split[atom] = [*map(_body, self._rules[atom])]
                waiting.append(-atom)
                waiting += (abs(one) for body, _ in split[atom] for one in body)

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


def _body(line: str) -> tuple[list[int], bool]:
    """The literals in the body of a rule, and whether all must hold: not so those of a sum."""
    _, _, _, _, weighted, _, *rest = line.split()
    return ([*map(int, rest[1::2])], False) if weighted == "1" else ([*map(int, rest)], True)


def rule(head: int | None, body: Sequence[int], *, choice: bool = False) -> str:
    """A line of aspif: a rule, or a constraint where there is no head."""
    heads = "0" if head is None else f"1 {head}"
    return " ".join([f"1 {choice:d} {heads} 0", *map(str, (len(body), *body))])


def weight_rule(head: int | None, lower: int, body: Sequence[tuple[int, int]]) -> str:
    """A line of aspif: the sum of the weights of what holds is at least so much."""
    heads = "0" if head is None else f"1 {head}"
    return f"1 0 {heads} 1 {lower} {_weighted(body)}"


def minimize(priority: int, of: Sequence[tuple[int, int]]) -> str:
    """A line of aspif: what is to be made small."""
    return f"2 {priority} {_weighted(of)}"


def late_first(atoms: Iterable[int]) -> Iterator[str]:
    """Lines of aspif for a solver that goes by them: it tries without the last of these first."""
    for level, atom in enumerate(atoms, 1):
        yield f"7 5 {atom} {level} {level} 0"


def program(lines: Iterable[str], *options: str) -> clingo.Control:
    """A control with these lines of aspif."""
    made = control(*options)
    with TemporaryDirectory() as folder:
        path = Path(folder, "part.aspif")
        path.write_text("\n".join(["asp 1 0 0", *lines, "0", ""]), encoding="ascii")
        made.load_aspif([str(path)])
    return made


def _weighted(pairs: Sequence[tuple[int, int]]) -> str:
    return " ".join([str(len(pairs)), *(f"{one} {weight}" for one, weight in pairs)])
