"""Cells of a table and their addresses."""

import re

from msgspec import Struct

from patuh_parser.text.shown import shown

_PLAIN = re.compile(r"[^\W\d]\w*")


class Cell(Struct, frozen=True):
    """A cell: `row` counts from 1, `column` from 0. As text: `UNOR!C7`, as spreadsheets write."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        name = shown(self.sheet)
        if not _PLAIN.fullmatch(name):
            name = "'" + name.replace("'", "''") + "'"
        return f"{name}!{letters(self.column)}{self.row}"


class Sheet(Struct, frozen=True):
    """A sheet: its rows from the first row and column on, and what of it is merged.

    `merged` holds the first and the last row and column of each range, `formulas` the rows and
    columns of cells that are worked out, all counted from 0.
    """

    name: str
    rows: list[list[str]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    formulas: frozenset[tuple[int, int]] = frozenset()
    hidden: bool = False

    def at(self, row: int, column: int) -> str:
        """The text of a cell, counted from 0; empty beyond the end."""
        line = self.rows[row] if row < len(self.rows) else []
        return line[column] if 0 <= column < len(line) else ""

    def cell(self, row: int, column: int) -> Cell:
        """The cell, counted from 0."""
        return Cell(self.name, row + 1, column)


def letters(column: int) -> str:
    """The letters of a column, counted from 0."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
