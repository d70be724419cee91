"""A table of a page."""

from msgspec import Struct


class Table(Struct, frozen=True):
    """A table with its title; `columns` are the heads."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
