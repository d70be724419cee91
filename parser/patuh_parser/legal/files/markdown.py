"""Markdown as converters write it: its lines without markup, each on the number that it has.

Read are headings, quotations, emphasis, hard breaks, escapes, entities, comments, inline HTML,
attributes in braces, links, rules, metadata at the head, and tables of pipes, whose cells make one
line. A cell with breaks makes several; blank lines below then give way, so that numbers agree.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

_HEAD = re.compile(r"^\s{0,3}#{1,6}\s+|^\s{0,3}(?:>\s?)+|(?<!\s)\s+#+\s*$")
_STRONG = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*|__(?=[^\s_])|(?<=[^\s_])__")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,500})(?<=\S)\*(?![\w*])")
_SLANTED = re.compile(r"(?<!\w)_(?=[^\s_])([^_]{1,500})(?<=\S)_(?!\w)")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!<>|~-])")
_BREAK = re.compile(r"(?<!\\)\\\s*$")
_LINE = re.compile(r"^\s*(?:([-*_=])\s*(?:\1\s*){2,}|:{3,}.*|(?:`{3,}|~{3,})\s*[\w.{}-]*)$")
_BETWEEN = re.compile(r"^\s*[|+](?:\s*:?[-=]+:?\s*[|+])+\s*$")
_ROW = re.compile(r"^\s*\|.*\|\s*$")
_CELL = re.compile(r"(?<!\\)\|")
_ATTRIBUTES = re.compile(r"\s*\{[#.:][^{}]{0,200}\}\s*$")
_SPAN = re.compile(
    r"\[([^\[\]]{0,500})\](?:\{[.#][^{}]{0,200}\}|\([^()\s]{0,500}(?: \"[^\"]*\")?\))"
)
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()]{0,500}\)|\[\^[\w-]{1,20}\](?!:)")
_TAG = re.compile(
    r"</?(?P<name>p|div|span|b|i|u|em|strong|a|center|table|tbody|thead|tr|td|th|font|su[bp]|h[1-6]"
    r"|[ou]l|li|hr|img|ins|small|blockquote|pre|code)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"(<!--|-->)")
_NEW_LINE = re.compile(r"<br\s*/?>", re.IGNORECASE)
_APART = ("td", "th", "li")
_MOST_METADATA = 60


def without_markup(rows: Sequence[str]) -> Iterator[str]:
    """Yield the lines; as many as ``rows`` unless more cells have breaks than lines are blank."""
    debt = 0
    for row in _without_comments(_without_metadata(rows)):
        if not row.strip():
            if not debt:
                yield ""
            debt = max(0, debt - 1)
            continue
        lines = _lines(row)
        debt += len(lines) - 1
        yield from lines


def _lines(row: str) -> list[str]:
    if _LINE.match(row) or _BETWEEN.match(row):
        return [""]
    if _ROW.match(row):
        cells = (cell.strip() for cell in _CELL.split(row.strip()[1:-1]))
        row = " ".join(cell for cell in cells if cell)
    return [_plain(part) for part in _NEW_LINE.split(row)]


def _plain(row: str) -> str:
    if "[" in row:
        row = _SPAN.sub(r"\1", _IMAGE.sub("", row))
    row = _BREAK.sub("", _ATTRIBUTES.sub("", _HEAD.sub("", row)))
    if "<" in row:
        row = _TAG.sub(lambda tag: " " if tag["name"].lower() in _APART else "", row)
    row = _SLANTED.sub(r"\1", _EMPHASIS.sub(r"\1", _STRONG.sub("", row)))
    row = _ESCAPE.sub("", row)
    return unescape(row) if "&" in row else row


def _without_metadata(rows: Sequence[str]) -> list[str]:
    """Return the lines, those of a block of metadata at the head blank."""
    if rows and rows[0].strip() == "---":
        ends = (at for at in range(1, min(len(rows), _MOST_METADATA)) if rows[at].strip() == "---")
        end = next(ends, None)
        if end is not None and all(":" in row or not row.strip() for row in rows[1:end]):
            return [*([""] * (end + 1)), *rows[end + 1 :]]
    return list(rows)


def _without_comments(rows: Sequence[str]) -> Iterator[str]:
    within = False
    for row in rows:
        kept: list[str] = []
        for part in _COMMENT.split(row):
            if part == ("-->" if within else "<!--"):
                within = not within
            elif not within:
                kept.append(part)
        yield "".join(kept)
