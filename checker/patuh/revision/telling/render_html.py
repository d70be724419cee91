"""What a revision changes as one HTML file: no scripts, nothing from elsewhere."""

from collections.abc import Iterator
from html import escape

from patuh.messages import Lang, say
from patuh.revision.records import Revision
from patuh.revision.telling.in_words import Page, page
from patuh.revision.telling.tables import Table
from patuh_parser.text.shown import shown

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:80rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}pre{background:#f4f4f4;padding:.6rem;overflow:auto}
th,td{border:1px solid #999;padding:.4rem .6rem;vertical-align:top;text-align:left}
thead th{background:#eee}
"""


def render(revision: Revision, lang: Lang) -> str:
    """The whole page."""
    return "\n".join(_lines(page(revision, lang), lang)) + "\n"


def _lines(told: Page, lang: Lang) -> Iterator[str]:
    heading = _text(told.heading)
    yield f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
    yield f"<title>patuh – {heading}</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{heading}</h1>"
    yield from (f"<p>{_text(line)}</p>" for line in told.about)
    yield f"<p><strong>{_text(told.verdict)}</strong></p>"
    if told.sentences:
        items = "".join(f"<li>{_text(sentence)}</li>" for sentence in told.sentences)
        yield f"<ul>{items}</ul>"
    for example in told.examples:
        yield f"<h2>{_text(say('diff.example', lang, number=example.number))}</h2>"
        yield f"<pre>{_text(example.text)}</pre>"
        yield from (f"<p>{_text(line)}</p>" for line in example.found)
    for table in told.tables:
        yield from _table(table)
    yield from (f"<p>{_text(note)}</p>" for note in told.notes)
    yield "</body></html>"


def _table(table: Table) -> Iterator[str]:
    heads = "".join(f"<th>{_text(name)}</th>" for name in table.columns)
    yield f"<h2>{_text(table.title)}</h2><table><thead><tr>{heads}</tr></thead><tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody></table>"


def _text(text: str) -> str:
    return escape(shown(text, "\n"))
