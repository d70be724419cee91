"""Joining the lines of one text, closing words that a line break divides.

A hyphen at the end of a line is kept where the word has one anyway (``tugas-tugas``,
``Undang-Undang``) and dropped where it only divides (``pelak-`` / ``sanaan``). What the
rest of the draft writes decides first, then the form of the word. Behind a slash (``dan/`` /
``atau``) nothing is added.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from msgspec import Struct

Piece = tuple[str, int]

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_LAST = re.compile(r"([A-Za-z]+)-$")
_SLASH = re.compile(r"[A-Za-z]/$")
_FIRST = re.compile(r"^[A-Za-z]+")
_PREFIXES = {"non", "antar", "anti", "pra", "pasca", "sub", "multi", "intra", "inter", "e"}
_SHARED = 3


class Words(Struct, frozen=True):
    """The words of a draft that no line break divides, in lower case."""

    known: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[str]) -> "Words":
        """Collect the words of lines, without the last of a line that ends in a hyphen."""
        found: set[str] = set()
        for line in lines:
            words = _WORD.findall(line.lower())
            found.update(words[:-1] if line.endswith("-") else words)
        return cls(frozenset(found))

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Tell whether ``left-right`` across a line break is one word with a hyphen."""
        if not right or not right[0].islower():
            return True
        left, right = left.lower(), right.lower()
        if f"{left}-{right}" in self.known:
            return True
        if f"{left}{right}" in self.known:
            return False
        if left in _PREFIXES:
            return True
        short = left[-30:], right[:30]
        shared = SequenceMatcher(None, *short, autojunk=False).find_longest_match().size
        return shared >= _SHARED and 2 * shared >= min(map(len, short))


def join(pieces: list[Piece], words: Words) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Join pieces (text, line number) to one text; returns it and its breaks."""
    joined: list[str] = []
    breaks: list[tuple[int, int]] = []
    length = 0
    for piece, line in pieces:
        if not piece:
            continue
        if joined:
            last = joined[-1]
            ending = _LAST.search(last[-40:])
            if ending is None:
                if not _SLASH.search(last[-2:]):
                    joined.append(" ")
                    length += 1
            elif (first := _FIRST.match(piece)) and not words.keeps_hyphen(ending[1], first[0]):
                joined[-1] = last[:-1]
                length -= 1
        breaks.append((length, line))
        joined.append(piece)
        length += len(piece)
    return "".join(joined), tuple(breaks)
