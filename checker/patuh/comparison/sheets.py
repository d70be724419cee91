"""A sheet of a workbook (ECMA-376 part 1, 18.3): all cells are text, none a formula."""

from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from xml.sax.saxutils import escape, quoteattr

from patuh.comparison.archive import HEAD, packed
from patuh_parser.text.shown import shown

_TYPES = "[Content_Types].xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FORM = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_FIRST_ROW = 2
"""The one below the head, which stays when the sheet is rolled."""
_LONGEST_CELL = 32_000
"""A cell holds 32,767 characters."""


def workbook(
    name: str, widths: Sequence[int], head: Sequence[str], rows: Sequence[Sequence[str]]
) -> bytes:
    """A workbook of one sheet with a head that stays, rows of wrapped text, 26 columns at most."""
    parts = {
        _TYPES: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_FORM}sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_FORM}styles+xml"/>'
        f'<Override PartName="/xl/sheet1.xml" ContentType="{_FORM}worksheet+xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_KIND}"><sheets>'
        f'<sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations("worksheet", "sheet1.xml", "styles", "styles.xml"),
        "xl/styles.xml": _styles(),
        "xl/sheet1.xml": "".join(_sheet(widths, head, rows)),
    }
    return packed((part, HEAD + content) for part, content in parts.items())


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


def _sheet(
    widths: Sequence[int], head: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[str]:
    yield f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    yield '<sheetViews><sheetView workbookViewId="0">'
    yield f'<pane ySplit="1" topLeftCell="A{_FIRST_ROW}" activePane="bottomLeft" state="frozen"/>'
    yield "</sheetView></sheetViews><cols>"
    for number, width in enumerate(widths, 1):
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    for number, row in enumerate((head, *rows), 1):
        yield _row(row, number, bold=number == 1)
    yield '</sheetData><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>'


def _row(texts: Sequence[str], number: int, *, bold: bool) -> str:
    cells = "".join(
        f'<c r="{letter}{number}" s="{bold:d}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(shown(text[:_LONGEST_CELL]))}</t></is></c>"
        for letter, text in zip(ascii_uppercase, texts, strict=False)
    )
    return f'<row r="{number}">{cells}</row>'
