"""A place with its line of the source, as several reports show it."""

from collections.abc import Iterator, Sequence

from patuh.finding import Place
from patuh.report.excerpt import excerpt
from patuh.report.terminal.style import Style
from patuh_parser.text.shown import shown


def spot(place: Place) -> str:
    """A place as path, line and column."""
    return f"{shown(place.path)}:{place.span.line}:{place.span.column}"


def gutter(place: Place) -> str:
    """Blanks as wide as the number of the line of a place."""
    return " " * len(str(place.span.line))


def pointed(
    place: Place, lines: Sequence[str], style: Style, colour: str, beside: str = ""
) -> Iterator[str]:
    """Where a place is, and its line with a caret under the words; `beside` stands after it."""
    margin = gutter(place)
    where = style.file(spot(place), place.path)
    yield f"{margin}{style.paint('-->', 'blue')} {where}{beside}"
    if lines:
        part = excerpt(lines, place, style.width - len(margin) - 3)
        bar = style.paint("|", "blue")
        yield f"{margin} {bar}"
        yield f"{style.paint(str(part.number), 'blue')} {bar} {part.text}"
        yield f"{margin} {bar} {style.paint(part.marker(), colour)}"
