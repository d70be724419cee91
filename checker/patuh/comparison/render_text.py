"""The matrix as text: what changed, and between it how much did not."""

import textwrap
from collections.abc import Iterator

from patuh.comparison.matrix import Matrix, Row
from patuh.comparison.remarks import label_of, remark, summary
from patuh.messages import Lang, say
from patuh_parser.text.shown import shown

_WIDTH = 100
_MARKS = {"sama": "{}", "hapus": "[-{}-]", "tambah": "{{+{}+}}"}
_SIGNS = {
    "tetap": "=",
    "diubah": "~",
    "bernomor_baru": "#",
    "dipindah": ">",
    "disisipkan": "+",
    "dihapus": "-",
}


def render(matrix: Matrix, lang: Lang, *, every: bool = False) -> str:
    """The whole report; deleted words stand in `[-…-]`, new ones in `{+…+}`.

    Rows that did not change are counted, or shown too with `every`.
    """
    return shown("\n".join(_lines(matrix, lang, every)), "\n") + "\n"


def _lines(matrix: Matrix, lang: Lang, every: bool) -> Iterator[str]:
    yield say("matrix.heading", lang)
    for side, document in (("semula", matrix.old), ("menjadi", matrix.new)):
        yield f"{say(f'matrix.{side}', lang)}: {document.path} ({document.about})"
    yield summary(matrix, lang)
    if not matrix.changed:
        yield say("matrix.same", lang)
        if not every:
            return
    kept = 0
    for row in matrix.rows:
        if row.status == "tetap" and not every:
            kept += 1
            continue
        if kept:
            yield ""
            yield f"  … {say('matrix.unchanged', lang, count=kept)} …"
            kept = 0
        yield ""
        yield from _row(row, lang)
    if kept:
        yield ""
        yield f"  … {say('matrix.unchanged', lang, count=kept)} …"


def _row(row: Row, lang: Lang) -> Iterator[str]:
    yield f"{_SIGNS[row.status]} {label_of(row)} – {remark(row, lang)}"
    said = ""
    for piece in row.pieces:
        space = " " if piece.kind != "sama" and piece.text[:1].isspace() else ""
        text = piece.text[len(space) :] if space else piece.text
        said += space + _MARKS[piece.kind].format(text)
    for line in textwrap.wrap(said, _WIDTH - 4, break_long_words=False, break_on_hyphens=False):
        yield f"    {line}"
