"""What a drawn chart consists of: boxes with their labels, headings, frames and lines."""

from typing import Literal

from msgspec import Struct

from patuh.chart.model import Kind

Point = tuple[float, float]
Look = Literal["top", "agency", "inner", "outer"]


class Text(Struct):
    """A line of text: `x` is its left edge, its middle or its right edge, `y` its base line."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    anchor: Literal["start", "middle", "end"] = "start"
    faulty: bool = False


class Pill(Struct, frozen=True):
    """A mark at the right edge of a box: numbers of findings, or how many units it stands for."""

    text: str
    w: float
    faulty: bool


class Box(Struct):
    """A unit: its place, its label, the numbers of its findings, and names that it stands for."""

    key: str
    x: float
    y: float
    w: float
    h: float
    look: Look
    lines: list[str]
    size: float
    pills: tuple[Pill, ...] = ()
    name: str = ""
    notes: tuple[int, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h


class Frame(Struct):
    """A panel: its heading stands in `texts`."""

    x: float
    y: float
    w: float
    h: float


class Stroke(Struct):
    """A line along points, in the manner of its kind; `None` is mere belonging."""

    kind: Kind | None
    points: tuple[Point, ...]
    faulty: bool = False
    notes: tuple[int, ...] = ()


MARGIN = 22.0
"""Around a drawing on its sheet, in points."""


class Drawing(Struct):
    """A chart with its places, in points; `scale` enlarges it to the page."""

    title: str
    width: float
    height: float
    scale: float
    boxes: list[Box]
    frames: list[Frame]
    texts: list[Text]
    strokes: list[Stroke]
    notes: dict[int, str]
    """What each number says."""

    @property
    def sheet(self) -> Point:
        """Width and height of the sheet, with its margins."""
        return (
            self.width * self.scale + 2 * MARGIN,
            self.height * self.scale + 2 * MARGIN,
        )
