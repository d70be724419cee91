"""Rows of columns, in which the units of a chart stand.

A band is a row of columns below a channel in which lines run across. Every column has a gutter on
its left, in which lines run up and down, so that no line has to cross a box.
"""

from collections.abc import Sequence

from msgspec import Struct, field

from patuh.chart.cards import HEAD, LEAD, View, card
from patuh.chart.model import Structure
from patuh.chart.shapes import Box, Look, Stroke, Text

GUTTER = 15.0
EDGE = 44.0
"""Room at the left edge, where lines run between bands."""
FRAME = 6.0
CARD_GAP = 5.0
WIDEST = 190.0
HEADING = 7.4
"""Size of the headings of blocks."""


class Piece(Struct):
    """A card, or a heading above one, with places from (0, 0)."""

    boxes: list[Box]
    strokes: list[Stroke]
    texts: list[Text]
    height: float


def piece(view: View, key: str, w: float, look: Look, heading: Sequence[str] = ()) -> Piece:
    """The card of a unit of this width, with the lines of a heading above it."""
    boxes, strokes, end = card(view, key, w, look)
    texts = [
        Text(0, HEADING * (0.95 + LEAD * row), line, HEADING) for row, line in enumerate(heading)
    ]
    made = Piece(boxes, strokes, texts, end)
    if texts:
        moved(made.boxes, made.strokes, [], 0, HEADING * LEAD * len(texts) + 1)
        made.height += HEADING * LEAD * len(texts) + 1
    return made


def moved(
    boxes: Sequence[Box], strokes: Sequence[Stroke], texts: Sequence[Text], x: float, y: float
) -> None:
    """Move all of these."""
    for box in boxes:
        box.x, box.y = box.x + x, box.y + y
    for text in texts:
        text.x, text.y = text.x + x, text.y + y
    for stroke in strokes:
        stroke.points = tuple((left + x, down + y) for left, down in stroke.points)


class Column(Struct):
    """Cards one below the other, with places relative to the top of the column."""

    x: float
    w: float
    boxes: list[Box] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    height: float = 0

    def add(self, one: Piece) -> None:
        """Put a card below the others."""
        down = self.height + (CARD_GAP if self.boxes else 0)
        moved(one.boxes, one.strokes, one.texts, self.x, down)
        self.boxes += one.boxes
        self.strokes += one.strokes
        self.texts += one.texts
        self.height = down + one.height


class Panel(Struct):
    """Columns in one frame, below a title."""

    title: list[str]
    columns: list[Column]


class Band(Struct):
    """A row of columns; those of the top have no frame."""

    panels: list[Panel] = field(default_factory=list)
    top: list[Column] = field(default_factory=list)

    @property
    def columns(self) -> list[Column]:
        """All columns, from left to right."""
        return [*self.top, *(column for panel in self.panels for column in panel.columns)]

    @property
    def heading(self) -> float:
        """The height of the titles of the panels."""
        rows = max((len(panel.title) for panel in self.panels), default=0)
        return 6 + LEAD * HEAD * rows if rows else 0

    @property
    def height(self) -> float:
        """From its channel down."""
        most = max((column.height for column in self.columns), default=0)
        return self.heading + most + (FRAME if self.panels else 0)


def roots(structure: Structure, wanted: Sequence[str]) -> list[str]:
    """The units of these sorts that hang below no other one, by sort."""
    found = [u for u in structure.units.values() if u.parent is None and u.sort in wanted]
    return [unit.key for unit in sorted(found, key=lambda unit: wanted.index(unit.sort))]
