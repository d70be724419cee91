"""What some atoms of a ground program rest on, as a program of its own.

A whole knowledge base says far more than one question needs: a solver asked about a small part of
it has little to do.
"""

from collections.abc import Iterable, Sequence

import clingo

Body = Sequence[int] | Sequence[tuple[int, int]]


class GroundRules(clingo.Observer):
    """The rules of a ground program by their heads, as a control makes them; no choices."""

    def __init__(self) -> None:
        self._rules: dict[int, list[tuple[Body, int | None]]] = {}

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
            for body, lower in self._rules.get(waiting.pop(), ()):
                for one in body if lower is None else [atom for atom, _ in body]:  # type: ignore[misc]
                    atom = abs(one)  # type: ignore[arg-type]
                    if atom not in seen:
                        seen.add(atom)
                        waiting.append(atom)
        return frozenset(seen)

    def add(self, backend: clingo.Backend, atoms: Iterable[int]) -> None:
        """Put the rules for these atoms into an empty program, where they have the same numbers."""
        for atom in atoms:
            for body, lower in self._rules.get(atom, ()):
                if lower is None:
                    backend.add_rule([atom], body)  # type: ignore[arg-type]
                else:
                    backend.add_weight_rule([atom], lower, body)  # type: ignore[arg-type]
