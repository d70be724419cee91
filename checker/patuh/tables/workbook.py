"""The sheets of an `.xlsx` file, read by python-calamine within bounds."""

import datetime
import io
from posixpath import normpath
from typing import Any

from patuh.tables.cells import Sheet
from patuh.tables.guard import MOST_MERGED, MOST_SHEETS, check, faults, formulas
from patuh.tables.told import Said, TableError, said
from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files.package import Package

ENDING = ".xlsx"
_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheet"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class LibraryMissingError(Exception):
    """python-calamine is not installed."""


def is_workbook(data: bytes, path: str) -> bool:
    """Whether a file is to be read as a workbook, by its name or its first bytes."""
    return path.lower().endswith(ENDING) or data.startswith(_ZIP)


def sheets_of(data: bytes, path: str) -> list[Sheet]:
    """The sheets of a workbook.

    Raises `TableError` for what is no workbook, damaged, encrypted, has macros or is too large,
    `LibraryMissingError` without python-calamine.
    """
    if data.startswith(_OLE):
        raise TableError(said("xlsx_lama"))
    if not data.startswith(_ZIP):
        raise TableError(said("bukan_xlsx"))
    try:
        parts = _looked_through(data, path)
    except DraftError as error:
        if error.code in ("docx_rusak", "format_tak_dikenal"):
            raise TableError(said("rusak")) from None
        raise TableError(Said(error.code, texts=error.texts)) from None
    try:
        import python_calamine
    except ImportError:
        raise LibraryMissingError from None
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            _sheet(book.get_sheet_by_name(one.name), one, parts.get(one.name, b""))
            for one in book.sheets_metadata
            if one.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]
    except TableError:
        raise
    except BaseException as error:  # a panic of the library is no Exception
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise TableError(said("rusak")) from None
        raise


def _looked_through(data: bytes, path: str) -> dict[str, bytes]:
    """The part of each sheet; raises `TableError` beyond the bounds."""
    package = Package(data, path)
    parts = {name: package.content(name) for name in package.names if not _picture(name)}
    if len(parts) != len(package.names) - sum(map(_picture, package.names)):
        raise TableError(said("rusak"))  # two parts of one name
    check({name: content for name, content in parts.items() if content is not None})
    book = package.xml(package.main)
    sheets = [] if book is None else list(book.iter(_SHEET))
    if len(sheets) > MOST_SHEETS:
        raise TableError(said("terlalu_banyak_lembar", limit=MOST_SHEETS))
    targets = package.targets(package.main)
    folder = package.main.rpartition("/")[0]
    found = {}
    for sheet in sheets:
        target = targets.get(sheet.get(_LINK, ""), "")
        part = normpath(target if target.startswith("/") else f"/{folder}/{target}").lstrip("/")
        found[sheet.get("name", "")] = parts.get(part.lower()) or b""
    return found


def _picture(name: str) -> bool:
    return name.endswith((".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bin"))


def _sheet(read: Any, about: Any, part: bytes) -> Sheet:
    rows = [[_text(value) for value in row] for row in read.to_python(skip_empty_area=False)]
    for (at, column), error in faults(part).items():  # which the library reads as nothing
        if at < len(rows) and column < len(rows[at]):
            rows[at][column] = error
    ranges = read.merged_cell_ranges or ()
    if len(ranges) > MOST_MERGED:
        raise TableError(said("terlalu_banyak_gabungan", limit=MOST_MERGED))
    merged = tuple((top, left, bottom, right) for (top, left), (bottom, right) in ranges)
    hidden = str(about.visible).rpartition(".")[2] != "Visible"
    return Sheet(about.name, rows, merged, formulas(part), hidden)


def _text(value: object) -> str:
    """A value as one reads it in the cell; numbers without a point where they are whole."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)
