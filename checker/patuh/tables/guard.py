"""Bounds of a workbook before anything lays its cells out: it is the file of somebody unknown.

The library lays out the rectangle that the cells with a value span and repeats every shared text
at each cell that refers to it; a small file may so ask for more memory than there is.
"""

import re
from collections.abc import Mapping

from patuh.tables.told import TableError, said

MOST_SHEETS = 100
MOST_ROWS = 100_000
MOST_CELLS = 2_000_000
"""Cells of the rectangle that the values of one sheet span; a regency has some 50,000."""
MOST_MERGED = 20_000
"""Ranges of merged cells of one sheet."""
MOST_TEXT = 100_000_000
"""Bytes of all texts, each as often as a cell has it."""

_CELL_TAG = rb"<(?:\w+:)?c\s"
_REST = rb"[^<>]{0,300}"
"""Attributes of a cell: a few words, so that nothing is sought for long."""
_AT = rb"""\br\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']"""
_FORMULA_TAG = rb"<(?:\w+:)?f[\s/>]"

_USUAL = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"')
"""How a cell mostly begins."""
_OPEN = re.compile(rb"<(?:\w+:)?c[\s/>]")
_CELL = re.compile(_CELL_TAG + _REST + rb"?" + _AT + _REST + rb"?(/?)>")
_PLACE = re.compile(_AT)
_FORMULA = re.compile(_CELL_TAG + _REST + rb"?" + _AT + _REST + rb">\s*" + _FORMULA_TAG)
_FAULTY = re.compile(
    _CELL_TAG + rb"(" + _REST + rb"""\bt\s*=\s*["']e["']""" + _REST + rb")>"
    rb"(?:\s*<(?:\w+:)?f[^<]{0,9000}(?:</(?:\w+:)?f>)?)?\s*<(?:\w+:)?v>([^<]{1,20})</"
)  # fmt: skip
_VALUE = re.compile(rb"<(?:\w+:)?v[\s>]")
_REFERENCE = re.compile(rb"<(?:\w+:)?v>(\d{1,9})</")
_TEXT = re.compile(rb"<(?:\w+:)?si[\s/>]")
_ALPHABET = 26


def check(parts: Mapping[str, bytes]) -> None:
    """Raise `TableError` where the parts of a workbook span too much, or hide what they span."""
    texts = next((data for name, data in parts.items() if name.endswith("sharedstrings.xml")), b"")
    starts = [found.start() for found in _TEXT.finditer(texts)]
    lengths = [end - start for start, end in zip(starts, [*starts[1:], len(texts)], strict=False)]
    longest = max(lengths, default=0)
    total = 0
    every = longest * sum(data.count(b"v>") for data in parts.values())
    for data in parts.values():
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise TableError(said("rusak"))
        _check_span(data)
        if every <= MOST_TEXT:
            continue
        references = _REFERENCE.findall(data)
        known = sum(lengths[at] for at in map(int, references) if at < len(lengths))
        total += known + longest * (len(_VALUE.findall(data)) - len(references))
    if total > MOST_TEXT:
        raise TableError(said("terlalu_banyak_teks", limit=MOST_TEXT // 1_000_000))


def _check_span(data: bytes) -> None:
    """How far the cells of a part with a value reach; a place that is not plain is refused."""
    opened = len(_OPEN.findall(data))
    usual = _USUAL.findall(data)
    if len(usual) == opened:
        columns = max(map(_column, {name for name, _ in usual}), default=0)
        rows = max((int(row) for _, row in usual), default=0)
        if rows <= MOST_ROWS and rows * columns <= MOST_CELLS:
            return
    places = _CELL.findall(data)
    if len(places) != opened:
        raise TableError(said("rusak"))
    filled = [(_column(name), int(row)) for name, row, empty in places if not empty]
    rows = max((row for _, row in filled), default=0)
    if rows > MOST_ROWS:
        raise TableError(said("terlalu_banyak_baris", limit=MOST_ROWS))
    if rows * max((column for column, _ in filled), default=0) > MOST_CELLS:
        raise TableError(said("terlalu_banyak_sel", limit=MOST_CELLS))


def formulas(data: bytes) -> frozenset[tuple[int, int]]:
    """Rows and columns, counted from 0, of the cells of a sheet that are worked out."""
    found = _FORMULA.findall(data) if b"<f" in data or b":f" in data else ()
    return frozenset((int(row) - 1, _column(name) - 1) for name, row in found)


def faults(data: bytes) -> dict[tuple[int, int], str]:
    """Rows and columns, counted from 0, of the cells of a sheet that hold an error, with this."""
    found = {}
    for cell in _FAULTY.finditer(data) if b'"e"' in data or b"'e'" in data else ():
        if (place := _PLACE.search(cell[1])) is not None:
            at = int(place[2]) - 1, _column(place[1]) - 1
            found[at] = cell[2].decode("ascii", "replace")
    return found


def _column(name: bytes) -> int:
    number = 0
    for letter in name.upper():
        number = number * _ALPHABET + letter - ord("A") + 1
    return number
