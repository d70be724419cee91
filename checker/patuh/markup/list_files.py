"""The list of corrections as a Word document and as a sheet (ECMA-376 part 1, 18.3)."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from xml.sax.saxutils import escape

from patuh.comparison.archive import HEAD, packed
from patuh.comparison.filed import opened, saved, table
from patuh.markup.containers import TYPES
from patuh.markup.listed import Listed
from patuh.messages import Lang, say
from patuh_parser.text.shown import ENDS, shown

_COLUMNS = {"no": 12, "place": 46, "written": 0, "should": 0, "basis": 60}
_SHEET_WIDTHS = (6, 30, 60, 60, 40)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FORM = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_FIRST_ROW = 2
"""The one below the head, which stays when the sheet is rolled."""
_LONGEST_CELL = 32_000
"""A cell holds 32,767 characters."""


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
    for text in found.left:
        document.add_paragraph(shown(text, ENDS))
    return saved(document)


def as_sheet(found: Listed, lang: Lang) -> bytes:
    """A sheet with the same rows, each with its provision; all cells are text, none a formula."""
    parts = {
        TYPES: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_FORM}sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_FORM}styles+xml"/>'
        f'<Override PartName="/xl/sheet1.xml" ContentType="{_FORM}worksheet+xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_KIND}"><sheets>'
        f'<sheet name="{escape(say("list.sheet", lang))}" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": _relations("worksheet", "sheet1.xml", "styles", "styles.xml"),
        "xl/styles.xml": _styles(),
        "xl/sheet1.xml": "".join(_sheet(found, lang)),
    }
    return packed((name, HEAD + content) for name, content in parts.items())


def _relations(*pairs: str) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(zip(pairs[::2], pairs[1::2], strict=True), 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{made}</Relationships>'


def _styles() -> str:
    """Two styles of cells: 0 wrapped, 1 bold besides."""
    wrapped = '<alignment vertical="top" wrapText="1"/></xf>'
    return (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="10"/></font><font><b/>'
        '<sz val="10"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>'
        '</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1">'
        "<border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2">'
        f'<xf numFmtId="0" applyAlignment="1">{wrapped}'
        f'<xf numFmtId="0" fontId="1" applyFont="1" applyAlignment="1">{wrapped}'
        '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
        "</cellStyles></styleSheet>"
    )


def _sheet(found: Listed, lang: Lang) -> Iterator[str]:
    yield f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    yield '<sheetViews><sheetView workbookViewId="0">'
    yield f'<pane ySplit="1" topLeftCell="A{_FIRST_ROW}" activePane="bottomLeft" state="frozen"/>'
    yield "</sheetView></sheetViews><cols>"
    for number, width in enumerate(_SHEET_WIDTHS, 1):
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield _row([say(f"list.{name}", lang) for name in _COLUMNS], 1)
    for number, entry in enumerate(found.entries, 1):
        yield _row((str(number), entry.place, entry.written, entry.should, entry.basis), 0)
    for text in found.left:
        yield _row(("", "", text), 0)
    yield '</sheetData><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>'


def _row(texts: Iterable[str], style: int) -> str:
    cells = "".join(
        f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(shown(text[:_LONGEST_CELL]))}</t></is></c>"
        for text in texts
    )
    return f"<row>{cells}</row>"
