"""A unit with all that hangs below it, as boxes one below the other."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct, field

from patuh.chart.lettering import count, lines, width
from patuh.chart.model import KINDS, Kind, Structure, Tie, Unit
from patuh.chart.shapes import Box, Look, Pill, Stroke, Text

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

Outline = tuple[str, float, bool, float, float, "tuple[Outline, ...]"]
"""A card, of any width: what stands in its box, how large and whether bold, the width of its pills,
how far those below stand in, and they."""


class View(Struct, dict=True):
    """What of a structure is drawn: units by key, with the lines between a unit and its parent."""

    structure: Structure
    shown: frozenset[str]
    rails: Mapping[tuple[str, str], Sequence[Tie]]
    _signs: dict[str, tuple[tuple[str, ...], tuple[Pill, ...], float]] = field(default_factory=dict)
    _children: dict[str, list[str]] = field(default_factory=dict)
    _outlines: dict[tuple[str, Look], Outline] = field(default_factory=dict)

    def signs(self, key: str) -> tuple[tuple[str, ...], tuple[Pill, ...], float]:
        """The names below a unit that are not drawn, the pills of its box, and their width."""
        found = self._signs.get(key)
        if found is None:
            hidden = self.hidden(key)
            pills = tuple(_pills(self.structure.units[key].notes, len(hidden)))
            found = self._signs[key] = (hidden, pills, sum(pill.w + 2 for pill in pills))
        return found

    @cached_property
    def rails_drawn(self) -> list[Tie | None]:
        """The lines between drawn units and their parents; None for mere belonging."""
        pairs = ((key, parent) for parent in self.shown for key in self.children(parent))
        return [tie for pair in pairs for tie in self.rails.get(pair) or (None,)]

    def kinds(self, key: str, children: Sequence[str]) -> list[Kind]:
        """The kinds of the lines between a unit and those below it that are drawn."""
        found = {tie.kind for child in children for tie in self.rails.get((child, key), ())}
        return [kind for kind in KINDS if kind in found]

    def children(self, key: str) -> list[str]:
        """Those below a unit that are drawn."""
        found = self._children.get(key)
        if found is None:
            every = self.structure.units[key].children
            found = self._children[key] = [one for one in every if one in self.shown]
        return found

    def height(self, key: str, w: float, look: Look) -> float:
        """How high the card of a unit with this width is."""
        return _height(self._outline(key, look), w)

    def _outline(self, key: str, look: Look) -> Outline:
        found = self._outlines.get((key, look))
        if found is None:
            children = self.children(key)
            text, size, bold = _lettered(self.structure.units[key], look)
            indent = _indent(self.kinds(key, children))
            below = tuple([self._outline(child, "inner") for child in children])
            found = text, size, bold, self.signs(key)[2], indent, below
            self._outlines[key, look] = found
        return found

    def card(self, key: str) -> Iterator[str]:
        """A unit and all that hangs below it and is drawn, from the top down."""
        yield key
        for child in self.children(key):
            yield from self.card(child)

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


@lru_cache(32_768)
def _height(outline: Outline, w: float) -> float:
    """How high a card of this width is: the same in every structure, as long as nothing in the card
    has changed."""
    text, size, bold, pills, indent, below = outline
    found = _boxed(count(text, w - 2 * PAD_X - pills, size, bold=bold), size)
    return found + sum([_GAP + _height(one, w - indent) for one in below])


def _label(view: View, unit: Unit, w: float, look: Look) -> tuple[list[str], float, float]:
    """The lines of a label in a box of this width, their size, and how high the box is."""
    text, size, bold = _lettered(unit, look)
    said = lines(text, w - 2 * PAD_X - view.signs(unit.key)[2], size, bold=bold)
    return said, size, _boxed(len(said), size)


def _lettered(unit: Unit, look: Look) -> tuple[str, float, bool]:
    """What stands in the box of a unit, how large, and whether bold."""
    return (unit.label, SIZE, False) if look == "inner" else (unit.name, HEAD, True)


def _boxed(rows: int, size: float) -> float:
    """How high a box with so many lines is."""
    return rows * size * LEAD + 2 * PAD_Y


def _box(view: View, unit: Unit, w: float, look: Look) -> Box:
    """The box of a unit with this width, as high as its label needs."""
    said, size, height = _label(view, unit, w, look)
    hidden, pills, _ = view.signs(unit.key)
    return Box(unit.key, 0, 0, w, height, look, said, size, pills, unit.name, unit.notes, hidden)


def _indent(kinds: Sequence[Kind]) -> float:
    """How far those below a unit stand in from its edge, for a rail of each kind."""
    return 4 + _RAIL * max(1, len(kinds))


def _pills(numbers: Sequence[int], hidden: int) -> Iterator[Pill]:
    if hidden:
        text = f"+{hidden}"
        yield Pill(text, width(text, PILL, bold=True) + 6, False)
    if numbers:
        text = ", ".join(map(str, numbers[:_MOST_NUMBERS]))
        if len(numbers) > _MOST_NUMBERS:
            text += f" +{len(numbers) - _MOST_NUMBERS}"
        yield Pill(text, width(text, PILL, bold=True) + 6, True)


class Drawn(Struct):
    """What is drawn, as far as it is."""

    boxes: list[Box] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)


def hang(view: View, key: str, x: float, y: float, w: float, look: Look, into: Drawn) -> float:
    """Draw a unit at a place, and below it what hangs below it; gives where that ends."""
    boxes, strokes = into.boxes, into.strokes
    unit = view.structure.units[key]
    box = _box(view, unit, w, look)
    box.x, box.y = x, y
    boxes.append(box)
    children = view.children(key)
    rails = {child: view.rails.get((child, key), ()) for child in children}
    kinds = view.kinds(key, children)
    indent = _indent(kinds)
    end = box.bottom
    last: dict[Kind | None, float] = {}
    for child in children:
        at = len(boxes)
        end = hang(view, child, x + indent, end + _GAP, w - indent, "inner", into)
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
