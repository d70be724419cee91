"""The smallest choice of sentences for which an atom holds, among the ground rules it rests on.

Of sentences on which nothing depends here, but which another one needs (a workflow for a step),
the cheapest stand for all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import clingo
from msgspec import Struct

from patuh.engine.solving.cones import GroundRules, minimize, program, rule, weight_rule
from patuh.engine.solving.witness import Choice

_CONFLICTS = 100_000
"""So long one search may take: the same on every machine, unlike seconds, which bound it too."""
_SIZE, _ODD = 2, 1
"""What is made small first, and then."""


class Sentences(Struct, frozen=True):
    """The sentences that may be chosen, and the atom of each by its index.

    Of what `required` names each must be given by some; `fresh` is the first of the numbers that
    no atom has.
    """

    choices: Sequence[Choice]
    atoms: Mapping[int, int]
    required: tuple[str, ...]
    fresh: int


class Choosing:
    """Ground rules with the sentences that may be chosen."""

    def __init__(
        self, rules: GroundRules, goals: Iterable[int], sentences: Sentences, *, alike: bool = False
    ) -> None:
        """`goals` may be asked for. Sentences that are `alike` here are only taken if said so."""
        below = rules.below(goals)
        choices = sentences.choices
        some = range(len(choices)) if alike else _unlike(rules, below, sentences)
        inside = {index for index in some if sentences.atoms[index] in below}
        beside = _beside(inside, choices, sentences.required)
        self._chosen = {i: sentences.atoms[i] for i in sorted({*inside, *beside})}
        limits = _limits(sentences.fresh, self._chosen, choices, sentences.required)
        lines = [*rules.text(sorted(below)), *limits]
        self._control = program(lines, "--opt-strategy=usc,stratify", "--models=0")
        self._control.configuration.solve.solve_limit = str(_CONFLICTS)  # type: ignore[union-attr]

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


def _unlike(rules: GroundRules, below: frozenset[int], sentences: Sentences) -> Iterator[int]:
    """Of sentences that derive the same here, and stand in each other's place, the cheapest."""
    seen: set[tuple[object, ...]] = set()
    choices = sentences.choices
    for index in sorted(sentences.atoms, key=lambda at: (choices[at].cost, choices[at].odd, at)):
        one = choices[index]
        told = rules.heads(sentences.atoms[index], below)
        if (alike := (told, one.drawer, one.needs, one.gives)) not in seen:
            seen.add(alike)
            yield index


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
