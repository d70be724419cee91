"""The matrix as a Word document, as offices file it: No. | semula | menjadi | keterangan | alasan.

Landscape, with the reasons left to be written, numbered pages and the head of the table on each.
Needs python-docx, the extra `docx`. The same matrix gives the same bytes: dates inside the
document are fixed, and the archive is packed anew without times.
"""

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from patuh.comparison.matrix import Matrix, Side
from patuh.comparison.remarks import remark, summary
from patuh.comparison.word_difference import Piece
from patuh.messages import Lang, say
from patuh_parser.text.shown import ENDS, shown

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Cell

_EPOCH = (1980, 1, 1, 0, 0, 0)
PAPERS = {"f4": (330, 215), "a4": (297, 210)}
"""Width and height of a landscape page in millimetres."""
_MARGIN = 20
_COLUMNS = {"no": 12, "semula": 0, "menjadi": 0, "keterangan": 34, "alasan": 48}
"""Widths in millimetres; the two texts share what is left."""
_POINTS = 10


class DocxMissingError(Exception):
    """python-docx is not installed; the message says how to install it."""


def render(matrix: Matrix, lang: Lang, *, paper: str = "f4", every: bool = False) -> bytes:
    """The bytes of the document, with `every` row or without those that did not change.

    Raises `DocxMissingError` without python-docx.
    """
    try:
        from docx import Document
        from docx.shared import Mm
    except ImportError as error:
        raise DocxMissingError(say("matrix.no_docx", lang)) from error
    heading = say("matrix.heading", lang)
    document = Document()
    _page(document, paper)
    document.core_properties.author = "patuh"
    document.core_properties.title = heading
    document.core_properties.created = datetime(*_EPOCH)
    document.core_properties.modified = datetime(*_EPOCH)
    document.add_heading(heading, level=1)
    for name, side in (("semula", matrix.old), ("menjadi", matrix.new)):
        document.add_paragraph(shown(f"{say(f'matrix.{name}', lang)}: {side.about}", ENDS))
    document.add_paragraph(summary(matrix, lang))
    rows = [row for row in matrix.rows if every or row.status != "tetap"]
    table = document.add_table(rows=len(rows) + 1, cols=len(_COLUMNS))
    table.style = "Table Grid"
    table.autofit = False
    free = PAPERS[paper][0] - 2 * _MARGIN - sum(_COLUMNS.values())
    for column, width in zip(table.columns, _COLUMNS.values(), strict=True):
        column.width = Mm(width or free // 2)
    head, *body = table.rows
    for cell, name in zip(head.cells, _COLUMNS, strict=True):
        cell.paragraphs[0].add_run(say(f"matrix.{name}", lang)).bold = True
    _add(head._tr.get_or_add_trPr(), "w:tblHeader", val="true")
    for number, (row, line) in enumerate(zip(rows, body, strict=True), 1):
        first, old, new, about_row, _reasons = line.cells
        first.paragraphs[0].add_run(f"{number}.")
        _fill(old, row.old, [piece for piece in row.pieces if piece.kind != "tambah"])
        _fill(new, row.new, [piece for piece in row.pieces if piece.kind != "hapus"])
        about_row.paragraphs[0].add_run(remark(row, lang))
    stream = io.BytesIO()
    document.save(stream)
    return _packed_anew(stream.getvalue())


def _page(document: "Opened", paper: str) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = map(Mm, PAPERS[paper])
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    document.styles["Normal"].font.size = Pt(_POINTS)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for field, between in (("PAGE", " / "), ("NUMPAGES", "")):
        simple = _add(footer._p, "w:fldSimple", instr=field)
        _add(_add(simple, "w:r"), "w:t").text = "1"
        footer.add_run(between)


def _add(parent: "BaseOxmlElement", name: str, **attributes: str) -> "BaseOxmlElement":
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    made: BaseOxmlElement = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    parent.append(made)
    return made


def _fill(cell: "_Cell", side: Side | None, pieces: list[Piece]) -> None:
    from docx.shared import RGBColor

    paragraph = cell.paragraphs[0]
    if side is None:
        paragraph.add_run("–")
        return
    paragraph.add_run(shown(side.label, ENDS)).bold = True
    if not pieces:
        return
    paragraph = cell.add_paragraph()
    for piece in pieces:
        run = paragraph.add_run(shown(piece.text, ENDS))
        if piece.kind == "hapus":
            run.font.strike = True
            run.font.color.rgb = RGBColor(0xB0, 0x00, 0x20)
        elif piece.kind == "tambah":
            run.font.underline = True
            run.font.color.rgb = RGBColor(0x0B, 0x6B, 0x2E)


def _packed_anew(data: bytes) -> bytes:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return packed.getvalue()
