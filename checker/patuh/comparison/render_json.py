"""The matrix as JSON; the form is that of `patuh/schema/comparison-1.json`."""

from typing import Any

from msgspec.structs import asdict

from patuh.comparison.matrix import Matrix, Row
from patuh.comparison.remarks import remark
from patuh.messages import Lang
from patuh_parser.text.shown import as_json

SCHEMA = "patuh.comparison/1"


def render(matrix: Matrix, lang: Lang) -> str:
    """The whole document, with a final newline."""
    return as_json(document(matrix, lang), 2)


def document(matrix: Matrix, lang: Lang) -> dict[str, Any]:
    """The document as JSON values."""
    return {
        "schema": SCHEMA,
        "lang": lang,
        "old": asdict(matrix.old),
        "new": asdict(matrix.new),
        "counts": dict(matrix.counts()),
        "rows": [_row(row, lang) for row in matrix.rows],
    }


def _row(row: Row, lang: Lang) -> dict[str, Any]:
    return {
        "status": row.status,
        "reworded": row.reworded,
        "extent": row.extent or None,
        "old": row.old and asdict(row.old),
        "new": row.new and asdict(row.new),
        "pieces": [asdict(piece) for piece in row.pieces],
        "remark": remark(row, lang),
    }
