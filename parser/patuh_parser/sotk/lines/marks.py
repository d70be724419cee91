"""The marks of entries and paragraphs, and the lines that only number or head them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from patuh_parser.sotk.lines.words import Line, bullet
from patuh_parser.sotk.vocabulary import tables

BULLET = "-"
_NUMBER = re.compile(
    r"\s*(?P<open>\(?)(?:(?P<digits>[0-9]{1,3})|(?P<letter>[a-z])(?P=letter)?)(?P<close>[.)])"
    r"(?:(?=\s)|(?<=[0-9].)(?=[A-Z]))\s*"
)
_INLINE = re.compile(r"(?<=[:;])\s*(?:dan\s+|dan/atau\s+)?(?=\(?(?:[0-9]{1,3}|[a-z])[.)]\s)")


class Mark(NamedTuple):
    """How an entry is marked: the shape of its mark, its number, and where its words begin."""

    style: str
    number: int
    end: int


def mark_of(line: Line, start: int = 0) -> Mark | None:
    """Return the mark at the start of a line, None if there is none; a number after a bullet
    counts for both."""
    first = line.text[start or line.indent]
    if first.isupper():
        return None
    dash = bullet(line.text) if not start else 0
    found = _NUMBER.match(line.text, dash or start)
    if found is not None and (found["open"] == "" or found["close"] == ")"):
        digits, letter = found["digits"], found["letter"]
        number = int(digits) if digits else ord(letter) - ord("a") + 1
        if letter and letter * 2 in found.group():
            number += 26
        style = f"{found['open']}{'1' if digits else 'a'}{found['close']}"
        return Mark(style, number, found.end())
    return Mark(BULLET, 0, dash) if dash else None


def pieces(line: Line) -> Iterator[tuple[Line, int]]:
    """Yield a line, parted before each numbered entry that follows a colon or semicolon in it.

    Each piece has the offset of its first word.
    """
    start = 0
    if ":" in line.text or ";" in line.text:
        for found in _INLINE.finditer(line.text):
            yield Line(line.number, line.indent, line.text[: found.start()]), start
            start = found.end()
    yield (Line(line.number, line.indent, line.text) if start else line), start


def heading(line: Line) -> tuple[bool, bool]:
    """Tell whether a line only numbers what follows (`Pasal 4`, `- 12 -`), and whether the next
    one is its title (`BAB II`)."""
    if not line.text.startswith(_beginnings(), line.indent) or (
        line.text[line.indent] == BULLET and not line.text.rstrip().endswith(BULLET)
    ):
        return False, False
    found = _heading().fullmatch(line.text)
    return found is not None, found is not None and found["titled"] is not None


@cache
def _beginnings() -> tuple[str, ...]:
    """What such a line begins with: a look before its regular expression, which is dear."""
    return tuple(tables().headings_of_lines["begin"].split())


@cache
def _heading() -> re.Pattern[str]:
    number, titled = (tables().headings_of_lines[kind] for kind in ("number", "titled"))
    return re.compile(rf"\s*(?:(?:{number})|-\s*[0-9]{{1,3}}\s*-|(?P<titled>{titled})\b.*)\s*")
