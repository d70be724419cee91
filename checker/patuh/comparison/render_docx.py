"""The matrix as a Word document: No., semula, menjadi, keterangan, and alasan to be written."""

from typing import TYPE_CHECKING

from patuh.comparison.filed import DocxMissingError, opened, saved, table
from patuh.comparison.matrix import Matrix, Side
from patuh.comparison.remarks import remark, summary
from patuh.comparison.word_difference import Piece
from patuh.messages import Lang, say
from patuh_parser.text.shown import ENDS, shown

if TYPE_CHECKING:
    from docx.table import _Cell

__all__ = ["DocxMissingError", "render"]
_COLUMNS = {"no": 12, "semula": 0, "menjadi": 0, "keterangan": 34, "alasan": 48}
"""Widths in millimetres; the two texts share what is left."""


def render(matrix: Matrix, lang: Lang, *, paper: str = "f4", every: bool = False) -> bytes:
    """The bytes of the document, with `every` row or without those that did not change.

    Raises `DocxMissingError` without python-docx.
    """
    document = opened(say("matrix.heading", lang), paper, lang)
    for name, side in (("semula", matrix.old), ("menjadi", matrix.new)):
        document.add_paragraph(shown(f"{say(f'matrix.{name}', lang)}: {side.about}", ENDS))
    document.add_paragraph(summary(matrix, lang))
    rows = [row for row in matrix.rows if every or row.status != "tetap"]
    columns = {say(f"matrix.{name}", lang): width for name, width in _COLUMNS.items()}
    _head, *lines = table(document, columns, len(rows), paper).rows
    for number, (row, line) in enumerate(zip(rows, lines, strict=True), 1):
        first, old, new, about_row, _reasons = line.cells
        first.paragraphs[0].add_run(f"{number}.")
        _fill(old, row.old, [piece for piece in row.pieces if piece.kind != "tambah"])
        _fill(new, row.new, [piece for piece in row.pieces if piece.kind != "hapus"])
        about_row.paragraphs[0].add_run(remark(row, lang))
    return saved(document)


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
