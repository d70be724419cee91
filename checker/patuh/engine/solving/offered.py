"""The sentences that may be chosen, and which of them stand for others.

Of those that derive the same the cheapest stands for all, and so it does of those on which nothing
depends here, but which another one needs (a workflow for a step).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from patuh.engine.solving.cones import GroundRules
from patuh.engine.solving.witness import Choice

_Place = tuple[str, tuple[str, ...], tuple[str, ...]]


class Sentences:
    """The sentences that may be chosen, and the atom of each by its index.

    Of what `required` names each must be given by some; `fresh` is the first of the numbers that
    no atom has.
    """

    def __init__(
        self,
        choices: Sequence[Choice],
        atoms: Mapping[int, int],
        required: tuple[str, ...],
        fresh: int,
    ) -> None:
        self.choices, self.atoms, self.required, self.fresh = choices, atoms, required, fresh
        self._at = {atom: index for index, atom in atoms.items()}
        order = sorted(range(len(choices)), key=lambda i: (choices[i].cost, choices[i].odd))
        self._rank = {index: rank for rank, index in enumerate(order)}
        self._by_place: dict[_Place, list[int]] = {}
        for index in order:
            self._by_place.setdefault(self.place(index), []).append(index)

    def among(self, atoms: frozenset[int]) -> list[int]:
        """Those whose atom is one of these, the cheapest first."""
        found = (self._at[atom] for atom in atoms & self._at.keys())
        return sorted(found, key=self._rank.__getitem__)

    def place(self, index: int) -> _Place:
        """What it needs and gives, and what it excludes: others may stand in its place there."""
        one = self.choices[index]
        return one.drawer, one.needs, one.gives

    def outside(self, inside: Collection[int]) -> dict[_Place, int]:
        """Of the others the cheapest for each place."""
        found: dict[_Place, int] = {}
        for place, own in self._by_place.items():
            index = next((one for one in own if one not in inside), None)
            if index is not None:
                found[place] = index
        return found


def unlike(
    some: Iterable[int], rules: GroundRules, below: frozenset[int], sentences: Sentences
) -> Iterator[int]:
    """Of sentences that derive the same here, and stand in each other's place, the cheapest."""
    seen: set[tuple[object, ...]] = set()
    for index in some:
        told = rules.heads(sentences.atoms[index], below)
        if (alike := (told, sentences.place(index))) not in seen:
            seen.add(alike)
            yield index


def beside(inside: Collection[int], sentences: Sentences) -> tuple[int, ...]:
    """Sentences that give what those inside need: of those that are alike the cheapest."""
    choices = sentences.choices
    best = sentences.outside(inside)
    found: dict[int, None] = {}
    waiting = [*sentences.required, *(name for at in inside for name in choices[at].needs)]
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
