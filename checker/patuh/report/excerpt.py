"""Excerpts of a source with a caret under the words that matter."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct

from patuh.finding import Place, Result
from patuh_parser.text.shown import shown


class Excerpt(Struct, frozen=True):
    """The first line of a place: its number, its text, and where the marked part lies in it."""

    number: int
    text: str
    start: int
    length: int

    def marker(self, sign: str = "^") -> str:
        """The line under the text."""
        return " " * _columns(self.text[: self.start]) + sign * max(
            1, _columns(self.text[self.start : self.start + self.length])
        )


def source_lines(text: str) -> list[str]:
    """The lines as the reader of proposals counts them: a form feed or U+2028 ends none."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def lines_of(result: Result) -> Callable[[str], Sequence[str]]:
    """What gives the lines of a proposal, or of its base at a path; each text is split once."""
    return cache(lambda path: source_lines(result.text_of(path)))


def excerpt(lines: Sequence[str], place: Place, width: int) -> Excerpt:
    """The excerpt for a place; a line longer than `width` is cut around the marked part."""
    span = place.span
    text = lines[span.line - 1] if 0 < span.line <= len(lines) else ""
    end = span.end_column - 1 if span.end_line == span.line else len(text.rstrip())
    start = min(span.column - 1, len(text))
    text, start, end = _window(text, start, max(end, start + 1), width)
    return Excerpt(span.line, shown(text), start, min(end, len(text)) - start)


def _window(text: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    if len(text) <= width:
        return text, start, end
    width -= 2  # for what is left out on either side
    left = max(0, start - 20)
    cut = text[left : left + width]
    prefix = "…" if left else ""
    suffix = "…" if left + width < len(text) else ""
    shift = len(prefix) - left
    return f"{prefix}{cut}{suffix}", start + shift, min(end, left + width) + shift


def _columns(text: str) -> int:
    """Columns on a terminal: wide characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
