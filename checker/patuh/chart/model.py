"""What a chart shows, before anything of it has a place on the paper."""

from typing import Literal

from msgspec import Struct

from patuh_parser.text.span import Span

Kind = Literal["accountability", "command", "coordination", "work"]
KINDS: tuple[Kind, ...] = ("accountability", "command", "coordination", "work")


class Note(Struct, frozen=True):
    """A finding as the chart tells it; `number` leads from a box or line to it."""

    number: int
    check: str
    text: str
    units: frozenset[str]
    """Keys of units that it is about."""
    places: tuple[tuple[str, Span], ...]
    """Path and span of the sentences that it is on."""


class Unit(Struct, frozen=True):
    """A box: its name in full and within its parent, and the units that hang below it."""

    key: str
    name: str
    label: str
    sort: str
    parent: str | None
    children: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()
    """The numbers of its findings, and of those on its lines."""


class Tie(Struct, frozen=True):
    """A line from the unit `low` to the one above it, or between two that are alike (`work`)."""

    kind: Kind
    low: str
    high: str
    notes: tuple[int, ...] = ()


class Structure(Struct, frozen=True):
    """Units by key, in the order of the proposal, the lines between them, and findings."""

    title: str
    units: dict[str, Unit]
    ties: tuple[Tie, ...]
    notes: tuple[Note, ...] = ()
