"""A Word file with the lines of a PDF or plain text, one for one, which comments can go into."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from patuh.comparison.archive import HEAD, packed
from patuh.markup.containers import TYPES
from patuh_parser.legal.files.raw_lines import RawLine, fold
from patuh_parser.text.shown import shown

MAIN = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/{MAIN}" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.styles+xml"/></Types>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOT = f'<Relationship Id="rId1" Type="{_KIND}/officeDocument" Target="{MAIN}"/></Relationships>'
_OF_MAIN = f'<Relationship Id="rId1" Type="{_KIND}/styles" Target="styles.xml"/></Relationships>'
_STYLES = (
    f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Bookman Old Style" w:hAnsi="Bookman Old Style"'
    ' w:cs="Bookman Old Style"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style></w:styles>"
)
_SECTION = (
    '<w:sectPr><w:pgSz w:w="12191" w:h="18711"/><w:pgMar w:top="1417" w:right="1417"'
    ' w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)
_PAGE = "<w:r><w:lastRenderedPageBreak/></w:r>"
_BREAK = "<w:r><w:br/></w:r>"


def as_word(lines: Sequence[RawLine]) -> bytes:
    """The bytes of the file, on paper of the size F4; the same lines give the same bytes."""
    body = "".join(_paragraphs(lines))
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}{_SECTION}</w:body></w:document>'
    parts = {
        TYPES: _TYPES,
        "_rels/.rels": _RELATIONS + _ROOT,
        MAIN: document,
        "word/_rels/document.xml.rels": _RELATIONS + _OF_MAIN,
        "word/styles.xml": _STYLES,
    }
    return packed((name, HEAD + content) for name, content in parts.items())


def _paragraphs(lines: Sequence[RawLine]) -> Iterator[str]:
    page = lines[0].page if lines else None
    for (_, blank, _), group in groupby(lines, key=_together):
        rows = list(group)
        if blank:
            yield "<w:p/>" * len(rows)
            continue
        fresh = rows[0].page != page
        page = rows[0].page
        properties = "<w:pPr><w:pageBreakBefore/></w:pPr>" if fresh else ""
        runs = _BREAK.join(map(_run, rows))
        yield f"<w:p>{properties}{_PAGE if fresh else ''}{runs}</w:p>"


def _together(line: RawLine) -> tuple[int, bool, int | None]:
    return line.paragraph, not line.text.strip(), line.page


def _run(line: RawLine) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(shown(fold(line.text)))}</w:t></w:r>'
