"""The smallest choice of sentences for which an atom holds, among the ground rules it rests on.

Of sentences on which nothing depends here, but which another one needs (a workflow for a step),
the cheapest stand for all.
"""

from collections.abc import Iterable, Mapping, Sequence

import clingo

from patuh.engine.control import control
from patuh.engine.solving.cones import GroundRules
from patuh.engine.solving.witness import Choice

_CONFLICTS = 100_000
"""So long one search may take: the same on every machine, unlike seconds, which bound it too."""
_SIZE, _ODD = 2, 1
"""What is made small first, and then."""


class Choosing:
    """Ground rules with the sentences that may be chosen; `required` must be given by some."""

    def __init__(
        self,
        rules: GroundRules,
        goals: Iterable[int],
        sentences: Mapping[int, int],
        choices: Sequence[Choice],
        required: Iterable[str],
    ) -> None:
        """`sentences` give the index of a choice by its atom; `goals` may be asked for."""
        self._control = control("--opt-strategy=usc,stratify", "--models=0")
        self._control.configuration.solve.solve_limit = str(_CONFLICTS)  # type: ignore[union-attr]
        atoms = rules.below(goals)
        inside = {sentences[atom] for atom in atoms & sentences.keys()}
        beside = _beside(inside, choices, required)
        self._chosen = {i: a for a, i in sentences.items() if i in inside or i in beside}
        with self._control.backend() as backend:
            rules.add(backend, sorted(atoms))
            _constrain(backend, max(rules.fresh, *sentences) + 1, self._chosen, choices, required)

    def seek(self, atom: int, seconds: float) -> tuple[tuple[int, ...] | None, bool]:
        """The choice for which one of the goals holds, and whether the search was finished."""
        best: list[tuple[int, ...]] = []

        def take(model: clingo.Model) -> None:
            taken = (index for index, one in self._chosen.items() if model.is_true(one))
            best.append(tuple(sorted(taken)))

        with self._control.solve(assumptions=[atom], async_=True, on_model=take) as handle:
            if not handle.wait(seconds):
                handle.cancel()
            result = handle.get()
        finished = bool(result.exhausted or result.unsatisfiable)
        return (best[-1] if best else None), finished

    def block(self, choice: Iterable[int]) -> None:
        """Let no answer hold this choice any more."""
        with self._control.backend() as backend:
            backend.add_rule([], [self._chosen[index] for index in choice])


def _beside(
    inside: Iterable[int], choices: Sequence[Choice], required: Iterable[str]
) -> tuple[int, ...]:
    """Sentences that give what those inside need: of those that are alike the cheapest."""
    best: dict[tuple[object, ...], int] = {}
    known = set(inside)
    outside = (index for index in range(len(choices)) if index not in known)
    for index in sorted(outside, key=lambda at: (choices[at].cost, choices[at].odd, at)):
        one = choices[index]
        best.setdefault((one.drawer, one.needs, one.gives), index)
    found: dict[int, None] = {}
    waiting = [*required, *(name for index in known for name in choices[index].needs)]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            for index in best.values():
                if name in choices[index].gives:
                    found[index] = None
                    waiting += choices[index].needs
    return tuple(sorted(found))


def _constrain(
    backend: clingo.Backend,
    fresh: int,
    chosen: Mapping[int, int],
    choices: Sequence[Choice],
    required: Iterable[str],
) -> None:
    """Choose among the sentences: one in a drawer, with what they need, and as few as can be.

    `fresh` is the first of the numbers that no atom has.
    """
    drawers: dict[str, list[tuple[int, int]]] = {}
    given: dict[str, int] = {}
    for name in (*required, *(name for index in chosen for name in choices[index].needs)):
        given.setdefault(name, fresh + len(given))
    for name in required:
        backend.add_rule([], [-given[name]])
    for index, atom in chosen.items():
        one = choices[index]
        backend.add_rule([atom], choice=True)
        if one.drawer:
            drawers.setdefault(one.drawer, []).append((atom, 1))
        for name in one.needs:
            backend.add_rule([], [atom, -given[name]])
        for name in one.gives:
            if name in given:
                backend.add_rule([given[name]], [atom])
    for atoms in drawers.values():
        backend.add_weight_rule([], 2, atoms)
    every = chosen.items()
    backend.add_minimize(_SIZE, [(atom, choices[index].cost) for index, atom in every])
    backend.add_minimize(_ODD, [(atom, choices[index].odd) for index, atom in every])
