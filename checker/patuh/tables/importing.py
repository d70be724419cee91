"""A table of units, read: its sheet is chosen, its rows become sentences."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from msgspec import Struct

from patuh.knowledge.names import known_under
from patuh.knowledge.regulations import Regulation
from patuh.messages import say
from patuh.tables import delimited, workbook
from patuh.tables.cells import Sheet, letters
from patuh.tables.head import Head, head_of
from patuh.tables.names import Names
from patuh.tables.placing import parents_of
from patuh.tables.rows import records_of
from patuh.tables.told import Notes, Said, TableError, said
from patuh.tables.tree import placed
from patuh.tables.units import named
from patuh.tables.writing import written
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.text.shown import shown
from patuh_parser.text.span import Span

_SHOWN = 60
_TOGETHER = 5
"""Columns that one note tells."""
_COLUMN = 30


class Imported(Struct, frozen=True):
    """The text of a proposal, and what was noticed on the way."""

    text: str
    notes: tuple[Said, ...]


def imported(
    data: bytes,
    path: str,
    law: Regulation,
    *,
    sheet: str | None = None,
    sorts: Sequence[tuple[str, str]] = (),
) -> Imported:
    """The table in a file as a proposal for the region of a regulation.

    `sheet` names the one that is meant of several tables; `sorts` gives further first words of
    names, each with one of the same sort (`Balai`, `UPT`). Raises `TableError` with all that is
    wrong, `patuh.tables.workbook.LibraryMissingError` where a workbook cannot be read here.
    """
    notes = Notes()
    head = _head(data, path, sheet, notes)
    _tell_unread(head, notes)
    finder = NameFinder(known_under([law]), [law.region])
    wrong = Diagnostics()
    finder.declare(((*pair, Span(1, 1, 1, 1)) for pair in sorts), wrong)
    if wrong.items:
        raise TableError(*(said("jenis_lain", words=one.args[0]) for one in wrong.items))
    names = Names(finder, law)
    units = named(records_of(head, law, notes), names, notes)
    parents = parents_of(units, head, names, notes)
    tree = placed(units, parents, finder.gazetteer.sorts, notes)
    if not tree and not notes.errors:
        notes.wrong("tanpa_satuan", head.sheet.cell(head.row, head.names[0]))
    notes.raise_if_any()
    name = shown(PurePath(path).name)
    title = say("import.title", "id", file=" ".join(name.split()))
    text = written(tree, law, title, sorts, notes)
    notes.raise_if_any()
    rows = [unit.cell.row for unit in tree]
    told = said(
        "dibaca", count=len(tree), sheet=shown(head.sheet.name), first=min(rows), last=max(rows)
    )
    return Imported(text, (told, *notes.notes))


def _head(data: bytes, path: str, wanted: str | None, notes: Notes) -> Head:
    """The head of the one table of a file; what else there is, is told."""
    if not workbook.is_workbook(data, path):
        return _likeliest(delimited.sheets_of(data, path, notes))
    sheets = workbook.sheets_of(data, path)
    if wanted is not None:
        sheets = [one for one in sheets if one.name == wanted] or _none_of(sheets, wanted)
    hidden = [one.name for one in sheets if one.hidden and wanted is None]
    seen = [one for one in sheets if wanted is not None or not one.hidden]
    heads = [head for one in seen if (head := head_of(one)) is not None]
    if len(heads) > 1:
        raise TableError(said("lembar_ganda", names=_listed(one.sheet for one in heads)))
    if hidden:
        notes.note("lembar_tersembunyi", names=shown(", ".join(hidden)))
    if not heads:
        raise TableError(said("kepala_tak_ada", names=_listed(seen)))
    other = [one for one in seen if one is not heads[0].sheet and any(map(any, one.rows))]
    if other:
        notes.note("lembar_lain", names=_listed(other))
    return heads[0]


def _tell_unread(head: Head, notes: Notes) -> None:
    """Tell the columns that are not understood, a few in each note, so that none is cut off."""
    cells = [(head.sheet.cell(head.row, at), text) for at, text in head.unread()]
    for start in range(0, len(cells), _TOGETHER):
        some = cells[start : start + _TOGETHER]
        names = ", ".join(
            f"`{shown(text.strip())[:_COLUMN] or '–'}` ({letters(cell.column)})"
            for cell, text in some
        )
        notes.note("kolom_tak_dibaca", some[0][0], names=names)


def _likeliest(sheets: Iterable[Sheet]) -> Head:
    """Of the ways to part the lines of a file the one that gives most columns that are known."""
    heads = [head for one in sheets if (head := head_of(one)) is not None]
    if not heads:
        raise TableError(said("kepala_tak_ada", names="CSV"))
    return max(heads, key=lambda head: head.roles)


def _none_of(sheets: Sequence[Sheet], wanted: str) -> list[Sheet]:
    raise TableError(said("lembar_tak_ada", name=shown(wanted), names=_listed(sheets)))


def _listed(sheets: Iterable[Sheet]) -> str:
    return ", ".join(shown(one.name)[:_SHOWN] for one in sheets) or "–"
