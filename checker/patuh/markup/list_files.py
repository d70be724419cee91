"""The list of corrections as a Word document and as a sheet."""

from itertools import groupby
from operator import attrgetter

from patuh.comparison.filed import opened, saved, table
from patuh.comparison.sheets import workbook
from patuh.markup.listed import Listed
from patuh.messages import Lang, say
from patuh_parser.text.shown import ENDS, shown

_COLUMNS = {"no": 12, "place": 46, "written": 0, "should": 0, "basis": 60}
_SHEET_WIDTHS = (6, 30, 60, 60, 40)


def as_word(found: Listed, heading: str, lang: Lang) -> bytes:
    """A table with a row for each article above those in it; raises `DocxMissingError`."""
    document = opened(heading, "f4", lang)
    columns = {say(f"list.{name}", lang): width for name, width in _COLUMNS.items()}
    groups = [(name, list(rows)) for name, rows in groupby(found.entries, attrgetter("group"))]
    _head, *lines = table(document, columns, len(groups) + len(found.entries), "f4").rows
    waiting = iter(lines)
    number = 0
    for name, rows in groups:
        cells = next(waiting).cells
        cells[0].merge(cells[-1]).paragraphs[0].add_run(shown(name, ENDS)).bold = True
        for entry in rows:
            number += 1
            said = (f"{number}.", entry.place, entry.written, entry.should, entry.basis)
            for cell, text in zip(next(waiting).cells, said, strict=True):
                cell.paragraphs[0].add_run(shown(text, ENDS))
    for text in found.left if found.entries else (*found.left, say("list.none", lang)):
        document.add_paragraph(shown(text, ENDS))
    return saved(document)


def as_sheet(found: Listed, lang: Lang) -> bytes:
    """A sheet with the same rows, each with its provision; all cells are text, none a formula."""
    rows = [
        (str(number), entry.place, entry.written, entry.should, entry.basis)
        for number, entry in enumerate(found.entries, 1)
    ]
    head = [say(f"list.{name}", lang) for name in _COLUMNS]
    rows += [("", "", text, "", "") for text in found.left]
    return workbook(say("list.sheet", lang), _SHEET_WIDTHS, head, rows)
