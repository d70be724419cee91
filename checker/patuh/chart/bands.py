"""Rows of columns, in which the units of a chart stand.

A band is a row of columns below a channel in which lines run across. Every column has a gutter on
its left, in which lines run up and down, so that no line has to cross a box.
"""

from collections.abc import Sequence

from msgspec import Struct, field

from patuh.chart.cards import HEAD, LEAD, Drawn, View, hang
from patuh.chart.lettering import lines
from patuh.chart.model import Structure
from patuh.chart.shapes import Look, Text

GUTTER = 15.0
EDGE = 44.0
"""Room at the left edge, where lines run between bands."""
FRAME = 6.0
CARD_GAP = 5.0
WIDEST = 190.0
HEADING = 7.4
"""Size of the headings of blocks."""


class Card(Struct):
    """A unit with all that hangs below it, below the lines of a heading."""

    key: str
    look: Look
    height: float
    heading: Sequence[str] = ()

    @property
    def above(self) -> float:
        """The height of the heading."""
        return above(len(self.heading))


def above(rows: int) -> float:
    """The height of a heading of so many lines."""
    return HEADING * LEAD * rows + 3 if rows else 0


def card_of(view: View, key: str, w: float, look: Look, heading: str = "") -> Card:
    """The card of a unit of this width, below a heading if there is one."""
    told = lines(heading, w, HEADING) if heading else ()
    made = Card(key, look, view.height(key, w, look), told)
    made.height += made.above
    return made


class Column(Struct):
    """Cards one below the other."""

    x: float
    w: float
    cards: list[Card] = field(default_factory=list)
    height: float = 0

    def add(self, card: Card) -> None:
        """Put a card below the others."""
        self.height += card.height + (CARD_GAP if self.cards else 0)
        self.cards.append(card)

    def draw(self, view: View, y: float, into: Drawn) -> None:
        """Draw the cards from y down."""
        for card in self.cards:
            for row, line in enumerate(card.heading, 1):
                base = y + HEADING * (LEAD * row - LEAD + 0.95)
                into.texts.append(Text(self.x, base, line, HEADING))
            hang(view, card.key, self.x, y + card.above, self.w, card.look, into)
            y += card.height + CARD_GAP


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
        return title_height(rows)

    @property
    def height(self) -> float:
        """From its channel down."""
        most = max((column.height for column in self.columns), default=0)
        return self.heading + most + (FRAME if self.panels else 0)


def title_height(rows: int) -> float:
    """The height of the titles of panels, the highest of which has so many lines."""
    return 6 + LEAD * HEAD * rows if rows else 0


def roots(structure: Structure, wanted: Sequence[str]) -> list[str]:
    """The units of these sorts that hang below no other one, by sort."""
    found = [u for u in structure.units.values() if u.parent is None and u.sort in wanted]
    return [unit.key for unit in sorted(found, key=lambda unit: wanted.index(unit.sort))]
