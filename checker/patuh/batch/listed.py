"""A table that lists inputs, and one that holds the units of several regions: one for each."""

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from patuh.inputs.paths import TABLES
from patuh.tables import delimited, workbook
from patuh.tables.cells import Sheet
from patuh.tables.head import head_of
from patuh.tables.told import Notes, TableError
from patuh.tables.words import listing, plain


class Listed(Struct, frozen=True):
    """An input, and the region whose structure it holds, if that was said."""

    path: str
    region: str | None = None


def listed(paths: Iterable[str]) -> list[Listed]:
    """The inputs of these paths; those that a table lists, from its own folder, in its place.

    A table of units with a column of regions is one for each of these. Any other is an input
    itself, and so is one that cannot be read.
    """
    return [one for path in paths for one in _in_table(path) or (Listed(path),)]


def _in_table(path: str) -> tuple[Listed, ...]:
    if not path.casefold().endswith(TABLES):
        return ()
    try:
        sheets = _sheets(Path(path).read_bytes(), path)
    except (OSError, TableError, workbook.LibraryMissingError):
        return ()
    ways = (_rows(sheet, path) or _regions(sheet, path) for sheet in sheets)
    return next((found for found in ways if found), ())


def _regions(sheet: Sheet, path: str) -> tuple[Listed, ...]:
    head = head_of(sheet)
    found = head.regions() if head is not None else ()
    return tuple(dict.fromkeys(Listed(path, region.name) for _, region in found))


def _sheets(data: bytes, path: str) -> list[Sheet]:
    if workbook.is_workbook(data, path):
        return workbook.sheets_of(data, path)
    return list(delimited.sheets_of(data, path, Notes()))


def _rows(sheet: Sheet, path: str) -> tuple[Listed, ...]:
    folder = os.path.dirname(path)
    heads = [plain(cell) for cell in sheet.rows[0]] if sheet.rows else []
    file, region = (
        next((at for at, head in enumerate(heads) if head in words), -1)
        for words in (listing("file"), listing("region"))
    )
    return tuple(
        Listed(os.path.join(folder, name), sheet.at(at, region).strip() or None)
        for at in range(1, len(sheet.rows))
        if (name := sheet.at(at, file).strip())
    )
