"""What a paper consists of, whatever it is written as."""

import datetime
from typing import Literal

from msgspec import Struct

from patuh.chart.shapes import Drawing
from patuh.messages import Lang

Look = Literal["plain", "bold", "italic", "gone", "come"]
"""`gone` and `come` are what a change takes away and brings."""


class Run(Struct, frozen=True):
    """A stretch of text of one look."""

    text: str
    look: Look = "plain"


Cell = tuple[Run, ...]


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """Text; of an item `mark` stands before it. What `keeps` is on one page with what follows."""

    runs: Cell
    style: Literal["body", "quote", "item"] = "body"
    mark: str = ""
    keeps: bool = False


class Heading(Struct, frozen=True, tag="heading"):
    """A heading of the first to third depth."""

    text: str
    depth: int


class Fields(Struct, frozen=True, tag="fields"):
    """Lines of a head: a name and what it is."""

    rows: tuple[tuple[str, str], ...]


class Grid(Struct, frozen=True, tag="grid"):
    """A table with a head that stands on each page; `widths` are shares."""

    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Picture(Struct, frozen=True, tag="picture"):
    """A chart with its heading, on a sheet of its own."""

    title: str
    drawing: Drawing


class NewPage(Struct, frozen=True, tag="page"):
    """What follows begins a page."""


Block = Paragraph | Heading | Fields | Grid | Picture | NewPage


class Paper(Struct, frozen=True):
    """A document: its title is in its properties, `day` the day of all that it says of times."""

    title: str
    lang: Lang
    day: datetime.date
    blocks: tuple[Block, ...]
    landscape: bool = False
    size: Literal["a4", "f4"] = "a4"


def text(words: str, style: Literal["body", "quote", "item"] = "body", mark: str = "") -> Paragraph:
    """A paragraph in plain letters."""
    return Paragraph((Run(words),), style, mark)


def labelled(label: str, words: str) -> Paragraph:
    """A paragraph that begins with what it is."""
    return Paragraph((Run(f"{label}: ", "bold"), Run(words)))
