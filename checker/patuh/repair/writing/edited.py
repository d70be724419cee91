"""A source text with edits applied; every line that stays keeps its end."""

from collections.abc import Iterable

from patuh.finding import Edit
from patuh_parser.text.source import text_lines


def edited(source: str, edits: Iterable[Edit]) -> str:
    """The source with lines replaced, new ones ended as its first line is."""
    whole, bare = text_lines(source, ends=True), text_lines(source)
    ends = [line[len(text) :] for line, text in zip(whole, bare, strict=True)]
    newline = next(iter(ends), "") or "\n"
    lines = [text + (end or newline) for text, end in zip(bare, ends, strict=True)]
    for edit in sorted(edits, key=lambda e: (e.first, e.last), reverse=True):
        lines[edit.first - 1 : edit.last] = [text + newline for text in edit.lines]
    text = "".join(lines)
    return text if not ends or ends[-1] else text.removesuffix(newline)
