"""The rows of a table as records: what is no unit is left out and told."""

import re
from collections.abc import Iterator

from msgspec import Struct

from patuh.knowledge.regulations import Regulation
from patuh.tables.cells import Cell
from patuh.tables.head import Head
from patuh.tables.outline import BARE, MARK
from patuh.tables.told import Notes
from patuh.tables.unit_types import type_in
from patuh.tables.words import ends, plain
from patuh_parser.sotk.limits import LONGEST_NAME
from patuh_parser.sotk.vocabulary import tables

_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|GETTING_DATA)")
_END = re.compile(r"[;,]\s*(?:dan|atau|serta)\s*$|[\s;,.]+$", re.IGNORECASE)
_FIRST = re.compile(r"[^\W\d]+")


_NOTHING = frozenset({"-", "–", "—"})
"""What stands in a cell in place of nothing."""


class Record(Struct, frozen=True):
    """A row as it names a unit; `parent` is the text of its cell, an id where `by_id` is true.

    `place` is the column of its name, or that of its number where that stands in one of the
    columns of names; `indent` counts the blanks before the name.
    """

    cell: Cell
    name: str
    id: str = ""
    parent: str = ""
    parent_cell: Cell | None = None
    mark: str = ""
    place: int = 0
    indent: int = 0
    post_kind: str = ""
    type: str = ""
    """What a column of types says of it (`Tipe A`)."""

    alone: bool = False
    """Nothing stands beside the name, so that it may be a remark."""


def records_of(head: Head, law: Regulation, notes: Notes) -> list[Record]:
    """The records of a table, in its order; notes what is wrong in them (`nama_kosong`, …).

    Of a table of several regions those of the region of the regulation.
    """
    rows = _filled_down(head)
    begins = {at: law.of_region(region.name) for at, region in head.regions()}
    here, others = True, 0
    found: list[Record] = []
    above: dict[int, str] = {}
    """The name that was read last in each column."""
    empty = 0
    waiting = 0
    last = _last(rows)
    for at in range(head.row + 1, last + 1):
        row = rows[at]
        if not any(cell.strip() for cell in row):
            waiting += 1
            continue
        if head.repeated(at):
            continue
        here = begins.get(at, here)
        if not here:
            others += 1
            continue
        empty, waiting = empty + waiting, 0
        first = next(cell for cell in row if cell.strip())
        word = _FIRST.match(first.strip())
        if found and word is not None and word.group().casefold() in ends():
            notes.note("akhir", head.sheet.cell(at, 0), text=first.strip()[:60])
            break
        found += _records(head, row, at, notes, above)
    if others:
        notes.note("baris_daerah_lain", count=others)
    if empty:
        notes.note("baris_kosong", count=empty)
    return found


def _last(rows: list[list[str]]) -> int:
    """The last row that holds something."""
    return next((at for at in range(len(rows) - 1, -1, -1) if any(rows[at])), -1)


def _filled_down(head: Head) -> list[list[str]]:
    """The rows of a sheet, with the text of merged cells of columns in each of their rows."""
    sheet = head.sheet
    rows = list(sheet.rows)
    filled = {head.parent: head.row, head.parent_id: head.row}
    """How far each column is, so that ranges over each other cost no more than one."""
    for top, left, bottom, _ in sorted(sheet.merged):
        if left in filled and top > head.row:
            for at in range(max(top, filled[left]) + 1, min(bottom + 1, len(rows))):
                rows[at] = [*rows[at][:left], sheet.at(top, left), *rows[at][left + 1 :]]
            filled[left] = max(bottom, filled[left])
    return rows


def _records(
    head: Head, row: list[str], at: int, notes: Notes, above: dict[int, str]
) -> Iterator[Record]:
    """The units of a row: one, or one for each column of names that holds another than above."""

    cells = ["" if (cell := text.strip()) in _NOTHING else cell for text in row]
    cells += [""] * (head.width - len(cells))

    def text(column: int | None) -> str:
        return "" if column is None else cells[column]

    for column in head.read:
        if cells[column][:1] == "#" and _ERROR.fullmatch(cells[column]):
            notes.wrong("sel_galat", head.sheet.cell(at, column), text=cells[column])
            return
        if not cells[column] and (at, column) in head.sheet.formulas:
            notes.wrong("rumus_kosong", head.sheet.cell(at, column))
            return
    names = [column for column in head.names if cells[column]]
    mark, place = text(head.number), None
    if not BARE.fullmatch(mark):
        mark = ""
    if len(names) > 1 and BARE.fullmatch(cells[names[0]]):
        mark, place = cells[names[0]], names[0]
        del names[0]
    if not names:
        if text(head.id) or text(head.parent) or text(head.parent_id):
            notes.wrong("nama_kosong", head.sheet.cell(at, head.names[0]))
        else:
            filled = next(column for column, cell in enumerate(row) if cell.strip())
            notes.note("bukan_satuan", head.sheet.cell(at, filled), text=row[filled].strip()[:60])
        return
    owner, kind = _type(head, names, cells, at, notes)
    parent = head.parent_id if head.parent_id is not None else head.parent
    others = (text(head.id), text(head.parent), text(head.parent_id), mark, kind)
    for column in names:
        raw = row[column]
        own = MARK.match(raw)
        name = _without_end(raw[own.end() :] if own else raw)
        if column != names[-1] and above.get(column) == name:
            continue  # written again in each row of what lies in it
        for right in [one for one in above if one > column]:
            del above[right]
        above[column] = name
        yield Record(
            cell=head.sheet.cell(at, column),
            name=name,
            id=text(head.id),
            parent=text(parent),
            parent_cell=None if parent is None else head.sheet.cell(at, parent),
            mark=own[1] if own else mark,
            place=column if place is None else place,
            indent=len(raw) - len(raw.lstrip()),
            post_kind=plain(text(head.post_kind)),
            type=kind if column == owner else "",
            alone=not any(others) and own is None,
        )


def _type(head: Head, names: list[int], cells: list[str], at: int, notes: Notes) -> tuple[int, str]:
    """The column of the unit of a row that has a type, and the type; notes what is none.

    Of several units it is that of the first, if the column of types stands right behind it.
    """
    if head.type is None or not (text := cells[head.type]):
        return -1, ""
    cell = head.sheet.cell(at, head.type)
    kind = type_in(text, head.sheet.at(head.row, head.type))
    if kind is None:
        notes.note("tipe_tak_dikenal", cell, text=text)
        return -1, ""
    if len(names) > 1 and head.type - 1 != names[0]:
        notes.note("tipe_siapa", cell, text=text)
        return -1, ""
    return names[0], kind


def _without_end(text: str) -> str:
    """A name without what ends the entry of a list: `; dan`, `, terdiri atas:`."""
    if len(text) > 2 * LONGEST_NAME:
        return text.strip()
    bare = text.strip().rstrip(":").rstrip()
    small = bare.casefold()
    if "terdiri" in small or "bawah" in small:
        known = (*tables().phrases["TERDIRI"], *tables().phrases["MEMERINTAH"])
        words = next((words for words in known if small.endswith(f" {words}")), "")
        bare = bare[: len(bare) - len(words)]
    return bare if bare[-1:].isalnum() and not bare.endswith("dan") else _END.sub("", bare)
