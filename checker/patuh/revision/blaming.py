"""Which provisions a difference rests on: those without whose change there is none."""

from collections.abc import Callable, Mapping

from patuh.checking import facts_of, read
from patuh.engine.solving.difference import WHOLE, Direction
from patuh.engine.solving.reverting import Group, Reverting, levels
from patuh.finding import Level
from patuh.knowledge.root import using
from patuh.revision.replaying import PATH
from patuh.revision.sides import Sides, parsed, without

_Levels = Mapping[tuple[str, str], int]


class Blame:
    """Finds the provisions by taking changes back, one after the other."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._groups = _groups(sides)
        changed = {*sides.change.gone, *sides.change.came}
        self._programs = without(sides.programs, sides.new, changed)

    def provisions(self, text: str, direction: Direction, check: str) -> tuple[str, ...]:
        """The provisions, as the side numbers them that has the norm; errors as of a check."""
        if len(self._groups) <= 1 and not self._sides.change.rules:
            return tuple(self._groups)
        with using(self._sides.new_root):
            given = facts_of(*read(text, PATH)).text
        alone = None if check == WHOLE else frozenset({check})
        side = Reverting(self._programs, tuple(self._groups.values()), given, alone)
        every = side.bearing
        old = levels(side.findings(every))

        def differ(back: set[int]) -> bool:
            new = levels(side.findings(back))
            more, less = (new, old) if direction == "ketat" else (old, new)
            return _more(more, less, check)

        if not differ(set()):
            return ()  # it rests on rules
        enough = _fewest(set(every), lambda kept: differ({*every} - kept))
        needed = [at for at in sorted(enough) if not differ({at})]
        needed = needed or [at for at in sorted(every) if differ({*every} - {at})]
        names = list(self._groups)
        return tuple(names[at] for at in needed)


def _fewest(of: set[int], hold: Callable[[set[int]], bool]) -> set[int]:
    """Some of these that still hold, and of which none can be left out; halves are tried first.

    What nothing holds without is among them, so that no more need to be tried one by one.
    """
    kept = set(of)
    size = len(kept)
    while size:
        for start in range(0, len(of), size):
            part = {*sorted(of)[start : start + size]} & kept
            if part and hold(kept - part):
                kept -= part
        size //= 2
    return kept


def _groups(sides: Sides) -> dict[str, Group]:
    """The changed norms by provision."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for at, facts in enumerate((sides.change.gone, sides.change.came)):
        for fact in facts:
            _, values = parsed(fact)
            if values and values[-1].startswith("pasal-"):
                leaf = sides.leaves.get(values[-1], values[-1]) if at else values[-1]
                found.setdefault(leaf, ([], []))[at].append(fact)
    return {leaf: Group(tuple(gone), tuple(came)) for leaf, (gone, came) in sorted(found.items())}


def _more(more: _Levels, less: _Levels, check: str) -> bool:
    """Whether one side finds more of the check than the other, on any subject."""
    if check == WHOLE:
        return max(more.values(), default=0) >= Level.belum_lengkap > max(less.values(), default=0)
    return any(level > less.get(key, 0) for key, level in more.items() if key[0] == check)
