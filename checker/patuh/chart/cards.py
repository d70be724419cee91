"""A unit with all that hangs below it, as boxes one below the other."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from patuh.chart.lettering import lines, width
from patuh.chart.model import KINDS, Kind, Structure, Tie, Unit
from patuh.chart.shapes import Box, Look, Pill, Stroke

SIZE = 7.5
"""Of the labels, in points at scale 1: above the least that is legible on paper, 7 points."""
HEAD = 8.0
"""Of the labels of those at the head of a card."""
LEAD = 1.18
PAD_X, PAD_Y = 4, 2.2
_GAP = 2.2
_RAIL = 3.2
PILL = 7.4
"""Size of the numbers of findings."""
_MOST_NUMBERS = 3


class View(Struct):
    """What of a structure is drawn: units by key, with the lines between a unit and its parent."""

    structure: Structure
    shown: frozenset[str]
    rails: Mapping[tuple[str, str], Sequence[Tie]]

    def children(self, key: str) -> list[str]:
        """Those below a unit that are drawn."""
        return [one for one in self.structure.units[key].children if one in self.shown]

    def hidden(self, key: str) -> tuple[str, ...]:
        """The names of those below a unit, at any depth, that are not drawn."""
        found: list[str] = []
        stack = [*reversed(self.structure.units[key].children)]
        while stack:
            one = stack.pop()
            unit = self.structure.units[one]
            if one in self.shown:
                continue
            found.append(unit.label)
            stack.extend(reversed(unit.children))
        return tuple(found)


def _box(unit: Unit, w: float, look: Look, hidden: tuple[str, ...]) -> Box:
    """The box of a unit with this width, as high as its label needs."""
    size = SIZE if look == "inner" else HEAD
    pills = tuple(_pills(unit.notes, len(hidden)))
    room = w - 2 * PAD_X - sum(pill.w + 2 for pill in pills)
    said = lines(unit.label if look == "inner" else unit.name, room, size, bold=look != "inner")
    height = len(said) * size * LEAD + 2 * PAD_Y
    return Box(unit.key, 0, 0, w, height, look, said, size, pills, unit.name, unit.notes, hidden)


def _pills(numbers: Sequence[int], hidden: int) -> Iterator[Pill]:
    if hidden:
        text = f"+{hidden}"
        yield Pill(text, width(text, PILL, bold=True) + 6, False)
    if numbers:
        text = ", ".join(map(str, numbers[:_MOST_NUMBERS]))
        if len(numbers) > _MOST_NUMBERS:
            text += f" +{len(numbers) - _MOST_NUMBERS}"
        yield Pill(text, width(text, PILL, bold=True) + 6, True)


def card(view: View, key: str, w: float, look: Look) -> tuple[list[Box], list[Stroke], float]:
    """The boxes and rails of a unit and what hangs below it, from (0, 0), and the whole height."""
    boxes: list[Box] = []
    strokes: list[Stroke] = []
    end = _hang(view, key, 0, 0, w, look, boxes, strokes)
    return boxes, strokes, end


def _hang(
    view: View,
    key: str,
    x: float,
    y: float,
    w: float,
    look: Look,
    boxes: list[Box],
    strokes: list[Stroke],
) -> float:
    unit = view.structure.units[key]
    box = _box(unit, w, look, view.hidden(key))
    box.x, box.y = x, y
    boxes.append(box)
    children = view.children(key)
    rails = {child: view.rails.get((child, key), ()) for child in children}
    kinds = [kind for kind in KINDS if any(t.kind == kind for ts in rails.values() for t in ts)]
    indent = 4 + _RAIL * max(1, len(kinds))
    end = box.bottom
    last: dict[Kind | None, float] = {}
    for child in children:
        at = len(boxes)
        end = _hang(view, child, x + indent, end + _GAP, w - indent, "inner", boxes, strokes)
        below = boxes[at]
        count = max(1, len(rails[child]))
        here: list[tuple[Kind | None, tuple[int, ...]]]
        here = [(tie.kind, tie.notes) for tie in rails[child]] or [(None, ())]
        for index, (kind, notes) in enumerate(here, 1):
            rail = x + 3 + _RAIL * (kinds.index(kind) if kind is not None else 0)
            level = below.y + below.h * index / (count + 1)
            points = ((rail, level), (below.x, level))
            strokes.append(Stroke(kind, points, bool(notes), notes))
            last[kind] = level
    for kind, level in last.items():
        rail = x + 3 + _RAIL * (kinds.index(kind) if kind is not None else 0)
        strokes.append(Stroke(kind, ((rail, box.bottom), (rail, level))))
    return end
