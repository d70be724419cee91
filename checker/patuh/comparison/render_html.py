"""The matrix as one HTML file: no scripts, nothing from elsewhere."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from patuh.comparison.matrix import Matrix, Row, Side
from patuh.comparison.remarks import remark, summary
from patuh.comparison.word_difference import Piece
from patuh.messages import Lang, say
from patuh_parser.text.shown import shown

_STYLE = "\n" + Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def render(matrix: Matrix, lang: Lang) -> str:
    """The whole page."""
    return "\n".join(_lines(matrix, lang)) + "\n"


def _lines(matrix: Matrix, lang: Lang) -> Iterator[str]:
    heading = say("matrix.heading", lang)
    yield f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
    yield f"<title>patuh – {heading}</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{heading}</h1>"
    for side, document in (("semula", matrix.old), ("menjadi", matrix.new)):
        about = f"{_text(document.about)} ({_text(document.path)})"
        yield f"<p>{say(f'matrix.{side}', lang)}: {about}</p>"
    yield f"<p><strong>{_text(summary(matrix, lang))}</strong></p>"
    yield '<table><colgroup><col><col><col class="k"></colgroup><thead><tr>'
    columns = ("semula", "menjadi", "keterangan")
    yield "".join(f"<th>{say(f'matrix.{name}', lang)}</th>" for name in columns)
    yield "</tr></thead><tbody>"
    for row in matrix.rows:
        yield _row(row, lang)
    yield "</tbody></table></body></html>"


def _row(row: Row, lang: Lang) -> str:
    old = _cell(row.old, [piece for piece in row.pieces if piece.kind != "tambah"])
    new = _cell(row.new, [piece for piece in row.pieces if piece.kind != "hapus"])
    return f'<tr class="{row.status}">{old}{new}<td>{_text(remark(row, lang))}</td></tr>'


def _cell(side: Side | None, pieces: list[Piece]) -> str:
    if side is None:
        return "<td>–</td>"
    said = "".join(_piece(piece) for piece in pieces)
    return f'<td><span class="l">{_text(side.label)}</span>{said}</td>'


def _piece(piece: Piece) -> str:
    text = _text(piece.text)
    match piece.kind:
        case "hapus":
            return f"<del>{text}</del>"
        case "tambah":
            return f"<ins>{text}</ins>"
    return text


def _text(text: str) -> str:
    return escape(shown(text, "\n"))
