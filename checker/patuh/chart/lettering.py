"""How wide words are, and how they are parted into lines.

Widths are those of Helvetica, which Arial and Liberation Sans share, in thousandths of the size
(Adobe Font Metrics for the 14 core fonts); the font that prints (`printing`) is narrower.
"""

import unicodedata
from functools import lru_cache

_PLAIN = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556,) * 10,
    *(278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667),
    *(556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278),
    *(469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
_BOLD = (
    *(278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556,) * 10,
    *(333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722),
    *(611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333),
    *(584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611),
    *(611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584),
)
_OTHER, _WIDE = 722, 1100
"""Letters beyond ASCII, and those as wide as a square."""


@lru_cache(32_768)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text of this size."""
    table = _BOLD if bold else _PLAIN
    return sum(_unit(char, table) for char in text) * size / 1000


def _unit(char: str, table: tuple[int, ...]) -> int:
    at = ord(char) - 32
    if 0 <= at < len(table):
        return table[at]
    if unicodedata.combining(char):
        return 0
    return _WIDE if ord(char) > 0x2E7F or unicodedata.east_asian_width(char) in "WF" else _OTHER


@lru_cache(32_768)
def _wrapped(text: str, room: float, size: float, bold: bool) -> tuple[str, ...]:
    return tuple(_lines(text, room, size, bold))


def lines(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than `room`; what has no blank is parted where it must be."""
    return list(_wrapped(text, room, size, bold))


def count(text: str, room: float, size: float, *, bold: bool = False) -> int:
    """How many lines that are."""
    return len(_wrapped(text, room, size, bold))


def _lines(text: str, room: float, size: float, bold: bool) -> list[str]:
    found: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            found.append(line)
        *whole, line = _parted(word, room, size, bold)
        found += whole
    return [*found, line] if line or not found else found


def _parted(word: str, room: float, size: float, bold: bool) -> list[str]:
    parts = [""]
    for char in word:
        if parts[-1] and width(parts[-1] + char, size, bold=bold) > room:
            parts.append("")
        parts[-1] += char
    return parts
