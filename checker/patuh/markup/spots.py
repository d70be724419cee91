"""From a place in the extracted text to the character of a Word file."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from xml.etree.ElementTree import Element

from msgspec import Struct

from patuh_parser.legal.files.raw_lines import RawLine, RawText, fold
from patuh_parser.text.span import Span


class Spot(Struct, frozen=True):
    """A character of a Word file: of a text, or `offset` 0 of a paragraph for its number."""

    element: Element
    offset: int


class Spots:
    """The characters of the lines of one Word file."""

    def __init__(self, text: RawText) -> None:
        self._lines = text.lines
        self._columns: dict[int, list[int]] = {}

    def of(self, span: Span) -> tuple[Spot, Spot] | None:
        """The first and the last character of a place, or of the line nearest to a blank one.

        None in a file without text.
        """
        lines = range(span.line, min(span.end_line, len(self._lines)) + 1)
        seen = [number for number in lines if self._of(number)]
        if not seen:
            every = (number for number in range(1, len(self._lines) + 1) if self._of(number))
            near = min(every, key=lambda number: abs(number - span.line), default=None)
            return None if near is None else (self.at(near, 1), self.at(near, len(self._of(near))))
        first, last = seen[0], seen[-1]
        start = span.column if first == span.line else 1
        end = span.end_column - 1 if last == span.end_line else len(self._of(last))
        return self.at(first, start), self.at(last, max(end, start if first == last else 1))

    def at(self, number: int, column: int) -> Spot:
        """The character that stands on a line, which is not blank, in a column, from 1."""
        line, columns = self._lines[number - 1], self._of(number)
        at = columns[min(max(column, 1), len(columns)) - 1]
        found = bisect_right(line.sources, at, key=attrgetter("at")) - 1
        source = line.sources[max(found, 0)]
        last = max(len(source.element.text or "") - 1, 0)  # capitals may take more characters
        return Spot(source.element, min(source.start + max(at - source.at, 0), last))

    def letter(self, number: int, column: int) -> str:
        """The character of a line as extracted."""
        return fold(self._lines[number - 1].text)[column - 1]

    def _of(self, number: int) -> list[int]:
        """For each character of a line as extracted its place in the line of the file."""
        if number not in self._columns:
            line = self._lines[number - 1]
            self._columns[number] = _columns(line) if line.sources else []
        return self._columns[number]


def _columns(line: RawLine) -> list[int]:
    found = list(_kept(line.text))
    whole = len(fold(line.text))
    return found if len(found) == whole else [0] * (whole - 1) + [len(line.text) - 1] * (whole > 0)


def _kept(text: str) -> Iterator[int]:
    blank, begun = False, False
    for at, char in enumerate(text):
        kept = _folded(char)
        if kept == " ":
            blank = begun
            continue
        if kept:
            if blank:
                yield at - 1
            yield from [at] * len(kept)
            blank, begun = False, True


@cache
def _folded(char: str) -> str:
    """What becomes of a character within a line."""
    return char if char.isascii() and char.isprintable() else fold(f"a{char}a")[1:-1]
