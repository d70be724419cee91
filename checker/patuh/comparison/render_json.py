"""The matrix as JSON; the form is that of `patuh/schema/comparison-1.json`."""

import json
from typing import Any

from patuh.comparison.matrix import Document, Matrix, Row, Side
from patuh.comparison.phrases import remark
from patuh.messages import Lang

SCHEMA = "patuh.comparison/1"


def render(matrix: Matrix, lang: Lang) -> str:
    """The whole document, with a final newline."""
    return json.dumps(document(matrix, lang), ensure_ascii=False, indent=2) + "\n"


def document(matrix: Matrix, lang: Lang) -> dict[str, Any]:
    """The document as JSON values."""
    return {
        "schema": SCHEMA,
        "lang": lang,
        "old": _document(matrix.old),
        "new": _document(matrix.new),
        "counts": dict(matrix.counts()),
        "rows": [_row(row, lang) for row in matrix.rows],
    }


def _document(found: Document) -> dict[str, str]:
    return {"path": found.path, "name": found.name, "title": found.title}


def _row(row: Row, lang: Lang) -> dict[str, Any]:
    return {
        "status": row.status,
        "reworded": row.reworded,
        "extent": row.extent or None,
        "old": _side(row.old),
        "new": _side(row.new),
        "pieces": [{"kind": piece.kind, "text": piece.text} for piece in row.pieces],
        "remark": remark(row, lang),
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {"id": side.id, "label": side.label, "text": side.text, "line": side.line}
