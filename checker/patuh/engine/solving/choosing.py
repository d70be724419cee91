"""The smallest choice of sentences for which an atom holds, among the ground rules it rests on.

Of the smallest the most natural ones are taken, and of these the one whose last sentence stands
first in the language, then its last but one, and so on: what is found does not hang on the solver.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import clingo

from patuh.engine.solving.aspif import late_first, minimize, program, rule, weight_rule
from patuh.engine.solving.cones import GroundRules
from patuh.engine.solving.offered import Sentences, beside, unlike
from patuh.engine.solving.witness import Choice

_CONFLICTS = 100_000
"""So long one search may take: the same on every machine, unlike seconds, which bound it too."""
_GLANCE = 300
"""So long the first of the smallest is looked for in their order; mostly a tenth is enough."""
_SIZE, _ODD = 2, 1
"""What is made small first, and then."""
OPTIONS = ("--opt-strategy=usc,k,0,stratify",)
"""Cores are relaxed by sums of a bounded size (`k`): a third fewer conflicts than one by one."""
_USUAL, _IN_ORDER = "Vsids,92", "Domain,92"
"""How the solver goes about the smallest, and about the first of those, which it meets first."""


class Choosing:
    """Ground rules with the sentences that may be chosen."""

    def __init__(
        self, rules: GroundRules, goals: Iterable[int], sentences: Sentences, *, alike: bool = False
    ) -> None:
        """`goals` may be asked for. Sentences that are `alike` here are only taken if said so."""
        below = rules.below(goals)
        choices = sentences.choices
        own = sentences.among(below)
        inside = {*(own if alike else unlike(own, rules, below, sentences))}
        needed = beside(inside, sentences)
        self._chosen = {i: sentences.atoms[i] for i in sorted({*inside, *needed})}
        limits = _limits(sentences.fresh, self._chosen, choices, sentences.required)
        order = late_first(self._chosen.values())
        self._control = program([*rules.text(sorted(below)), *limits, *order], *OPTIONS)

    def seek(self, atom: int, seconds: float) -> tuple[tuple[int, ...] | None, bool]:
        """The choice for which one of the goals holds, and whether the search was finished."""
        best, cost, finished = self._solved([atom], seconds, "opt", _USUAL)
        if best is None or not finished:
            return best, finished
        within = ",".join(map(str, ("enum", *cost)))  # nothing that is larger or less natural
        least, _, _ = self._solved([atom], seconds, within, _IN_ORDER, _GLANCE)
        return (least, True) if least is not None else self._first(best, atom, seconds, within)

    def _first(
        self, best: tuple[int, ...], atom: int, seconds: float, within: str
    ) -> tuple[tuple[int, ...], bool]:
        """The first of those like `best`, and whether that is sure: its last sentence comes first.

        As long as there is one whose last stands before, that is taken; then the last stays.
        """
        kept: list[int] = []
        while len(kept) < len(best):
            last = best[-1 - len(kept)]
            late = [-one for i, one in self._chosen.items() if i >= last and i not in kept]
            asked = [atom, *(self._chosen[index] for index in kept), *late]
            found, _, finished = self._solved(asked, seconds, within, _USUAL)
            if not finished:
                return best, False
            if found is None:
                kept.append(last)
            else:
                best = found
        return best, True

    def _solved(
        self,
        asked: Sequence[int],
        seconds: float,
        mode: str,
        heuristic: str,
        conflicts: int = _CONFLICTS,
    ) -> tuple[tuple[int, ...] | None, Sequence[int], bool]:
        """The last choice that is found, its cost, and whether the search was finished.

        With another mode than "opt" the first that is found is the last one.
        """
        found: list[tuple[tuple[int, ...], Sequence[int]]] = []
        models = int(mode != "opt")
        settings = self._control.configuration
        settings.solve.opt_mode, settings.solve.models = mode, models  # type: ignore[union-attr]
        settings.solve.solve_limit = str(conflicts)  # type: ignore[union-attr]
        settings.solver.heuristic = heuristic  # type: ignore[union-attr]

        def take(model: clingo.Model) -> None:
            taken = (index for index, one in self._chosen.items() if model.is_true(one))
            found.append((tuple(taken), model.cost))

        with self._control.solve(assumptions=asked, async_=True, on_model=take) as handle:
            if not handle.wait(seconds):
                handle.cancel()
            result = handle.get()
        finished = bool(result.exhausted or result.unsatisfiable or (models and found))
        return (*found[-1], finished) if found else (None, (), finished)

    def block(self, choice: Iterable[int]) -> None:
        """Let no answer hold this choice any more."""
        with self._control.backend() as backend:
            backend.add_rule([], [self._chosen[index] for index in choice])


def _limits(
    fresh: int,
    chosen: Mapping[int, int],
    choices: Sequence[Choice],
    required: Iterable[str],
) -> Iterator[str]:
    """Choose among the sentences: one in a drawer, with what they need, and as few as can be.

    `fresh` is the first of the numbers that no atom has.
    """
    drawers: dict[str, list[tuple[int, int]]] = {}
    given: dict[str, int] = {}
    for name in (*required, *(name for index in chosen for name in choices[index].needs)):
        given.setdefault(name, fresh + len(given))
    for name in required:
        yield rule(None, [-given[name]])
    for index, atom in chosen.items():
        one = choices[index]
        yield rule(atom, (), choice=True)
        if one.drawer:
            drawers.setdefault(one.drawer, []).append((atom, 1))
        for name in one.needs:
            yield rule(None, [atom, -given[name]])
        for name in one.gives:
            if name in given:
                yield rule(given[name], [atom])
    for atoms in drawers.values():
        yield weight_rule(None, 2, atoms)
    every = chosen.items()
    yield minimize(_SIZE, [(atom, choices[index].cost) for index, atom in every])
    yield minimize(_ODD, [(atom, choices[index].odd) for index, atom in every])
