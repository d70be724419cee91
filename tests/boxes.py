"""Where the things of a chart are, with texts as wide as others than patuh measure them."""

from collections.abc import Iterator
from itertools import pairwise

from reportlab.pdfbase.pdfmetrics import stringWidth

from patuh.chart.shapes import Box, Drawing, Text

Rectangle = tuple[float, float, float, float]


def measured(text: Text) -> float:
    """The width in Helvetica by the tables of reportlab."""
    font = "Helvetica-Bold" if text.bold else "Helvetica"
    return float(stringWidth(text.text, font, text.size))


def around(text: Text) -> Rectangle:
    wide = measured(text)
    left = text.x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
    return left, text.y - 0.72 * text.size, left + wide, text.y + 0.21 * text.size


def of_box(box: Box) -> Rectangle:
    return box.x, box.y, box.x + box.w, box.y + box.h


def overlap(one: Rectangle, other: Rectangle, slack: float = 0.01) -> bool:
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


def segments(drawing: Drawing) -> Iterator[Rectangle]:
    """The straight stretches of all lines."""
    for stroke in drawing.strokes:
        for (x1, y1), (x2, y2) in pairwise(stroke.points):
            yield min(x1, x2), min(y1, y2) - 0.1, max(x1, x2), max(y1, y2) + 0.1
