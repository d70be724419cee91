"""The one sheet that a CSV file is: its characters, its delimiter, its rows."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import PurePath

from patuh.tables.cells import Sheet
from patuh.tables.guard import MOST_CELLS, MOST_ROWS
from patuh.tables.told import Notes, TableError, said

_DELIMITERS = (";", ",", "\t")
_SAMPLE = 65_536
_DECLARED = "sep="
"""How Excel writes the delimiter into the first line."""


def sheets_of(data: bytes, path: str, notes: Notes) -> Iterator[Sheet]:
    """The file as a sheet, once for each delimiter that parts it at all, the likeliest first.

    Raises `TableError` if it is no text, or too large.
    """
    text = _decoded(data, notes)
    name = PurePath(path).stem or path
    if text[: len(_DECLARED)].lower() == _DECLARED and text[4:5] in _DELIMITERS:
        declared, text = text[4], "\n" + text.partition("\n")[2]
        yield Sheet(name, _rows(text, declared))
        return
    head = text[:_SAMPLE]
    broken: TableError | None = None
    read = 0
    for delimiter in sorted(_DELIMITERS, key=head.count, reverse=True):
        try:
            rows = _rows(text, delimiter)
        except TableError as error:
            broken = broken or error
            continue
        read += 1
        yield Sheet(name, rows)
    if broken is not None and not read:
        raise broken


def _decoded(data: bytes, notes: Notes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif b"\0" in data:
        encodings = []
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252":
            notes.note("cp1252")
        return text
    raise TableError(said("bukan_teks"))


def _rows(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in reader:
            cells += len(row)
            if len(rows) == MOST_ROWS:
                raise TableError(said("terlalu_banyak_baris", limit=MOST_ROWS))
            if cells > MOST_CELLS:
                raise TableError(said("terlalu_banyak_sel", limit=MOST_CELLS))
            rows.append(row)
    except csv.Error:
        raise TableError(said("csv_rusak", line=reader.line_num)) from None
    return rows
