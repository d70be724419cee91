"""What some atoms of a ground program rest on, as a program of its own.

A whole knowledge base says far more than one question needs: a solver asked about a small part of
it has little to do.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import clingo

from patuh.engine.control import control

Body = Sequence[int] | Sequence[tuple[int, int]]


class GroundRules(clingo.Observer):
    """The rules of a ground program by their heads, as a control makes them; no choices."""

    def __init__(self) -> None:
        self._rules: dict[int, list[tuple[Body, int | None]]] = {}
        self._bodies: dict[int, frozenset[int]] = {}
        self._lines: dict[int, str] = {}

    def rule(self, choice: bool, head: Sequence[int], body: Sequence[int]) -> None:
        """A rule as clingo tells it."""
        if not choice:
            for atom in head:
                self._rules.setdefault(atom, []).append((body, None))

    def weight_rule(
        self, choice: bool, head: Sequence[int], lower_bound: int, body: Sequence[tuple[int, int]]
    ) -> None:
        """A rule over a sum as clingo tells it."""
        for atom in () if choice else head:
            self._rules.setdefault(atom, []).append((body, lower_bound))

    @property
    def fresh(self) -> int:
        """The number of an atom behind those that have rules."""
        return max(self._rules, default=0) + 1

    def below(self, atoms: Iterable[int]) -> frozenset[int]:
        """These atoms and all that they rest on."""
        seen = set(atoms)
        waiting = [*seen]
        while waiting:
            more = self._asked(waiting.pop()) - seen
            seen |= more
            waiting += more
        return frozenset(seen)

    def heads(self, of: Collection[int]) -> dict[int, set[int]]:
        """The heads of the rules in which each of these atoms stands."""
        found: dict[int, set[int]] = {atom: set() for atom in of}
        some = {*of}
        for head in self._rules:
            for atom in some & self._asked(head):
                found[atom].add(head)
        return found

    def text(self, atoms: Iterable[int]) -> Iterator[str]:
        """The rules for these atoms, with the same numbers, as lines of aspif."""
        for atom in atoms:
            if atom not in self._lines:
                self._lines[atom] = "\n".join(self._told(atom))
            if self._lines[atom]:
                yield self._lines[atom]

    def _told(self, atom: int) -> Iterator[str]:
        for body, lower in self._rules.get(atom, ()):
            if lower is None:
                yield rule(atom, body)  # type: ignore[arg-type]
            else:
                yield weight_rule(atom, lower, body)  # type: ignore[arg-type]

    def _asked(self, atom: int) -> frozenset[int]:
        """The atoms in the bodies of its rules."""
        if atom not in self._bodies:
            own = (
                body if lower is None else [one for one, _ in body]  # type: ignore[misc]
                for body, lower in self._rules.get(atom, ())
            )
            self._bodies[atom] = frozenset(abs(one) for body in own for one in body)  # type: ignore[arg-type]
        return self._bodies[atom]


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
