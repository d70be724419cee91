"""The matrix as a Word document: a table semula | menjadi | keterangan.

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
    from docx.table import _Cell

_EPOCH = (1980, 1, 1, 0, 0, 0)


class DocxMissingError(Exception):
    """python-docx is not installed; the message says how to install it."""


def render(matrix: Matrix, lang: Lang) -> bytes:
    """The bytes of the document; raises `DocxMissingError` without python-docx."""
    try:
        from docx import Document
        from docx.enum.section import WD_ORIENT
        from docx.oxml.ns import qn
        from docx.oxml.parser import OxmlElement
    except ImportError as error:
        raise DocxMissingError(say("matrix.no_docx", lang)) from error
    heading = say("matrix.heading", lang)
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    width, height = section.page_height, section.page_width
    section.page_width, section.page_height = width, height
    document.core_properties.author = "patuh"
    document.core_properties.title = heading
    document.core_properties.created = datetime(*_EPOCH)
    document.core_properties.modified = datetime(*_EPOCH)
    document.add_heading(heading, level=1)
    for name, side in (("semula", matrix.old), ("menjadi", matrix.new)):
        document.add_paragraph(shown(f"{say(f'matrix.{name}', lang)}: {side.about}", ENDS))
    document.add_paragraph(summary(matrix, lang))
    table = document.add_table(rows=1, cols=3)
    table.style = "Table Grid"
    head = table.rows[0]
    for cell, name in zip(head.cells, ("semula", "menjadi", "keterangan"), strict=True):
        cell.paragraphs[0].add_run(say(f"matrix.{name}", lang)).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    head._tr.get_or_add_trPr().append(repeated)
    for row in matrix.rows:
        old, new, about_row = table.add_row().cells
        _fill(old, row.old, [piece for piece in row.pieces if piece.kind != "tambah"])
        _fill(new, row.new, [piece for piece in row.pieces if piece.kind != "hapus"])
        about_row.paragraphs[0].add_run(remark(row, lang))
    stream = io.BytesIO()
    document.save(stream)
    return _packed_anew(stream.getvalue())


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
