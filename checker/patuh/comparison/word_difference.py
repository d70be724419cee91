"""Word-level difference of two texts, and what a difference amounts to."""

import re
import string
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

PieceKind = Literal["sama", "hapus", "tambah"]

_TOKEN = re.compile(r"\s*(?:\w+(?:[-/]\w+)*|[^\w\s])|\s+\Z")
_LARGEST = 4_000_000
_JOINER = re.compile(r"\b(?:dan ?/ ?atau|dan|atau)\Z")
_LONGEST_JOINER = 12
_REFERENCE = re.compile(
    r"\b(pasal|ayat|huruf|angka|bab|diktum)\s+\(?(?:[0-9]+[a-z]{0,2}|[ivxlc]+|[a-z])\)?(?!\w)",
    re.IGNORECASE,
)


class Piece(Struct, frozen=True):
    """A run of words: in both texts, only in the old (`hapus`) or only in the new (`tambah`).

    The pieces without `tambah` joined are the old text, those without `hapus` the new one.
    """

    kind: PieceKind
    text: str


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces that lead from one text to the other."""
    if old == new:
        return (Piece("sama", old),) if old else ()
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    shortest = min(len(before), len(after)) - start
    while end < shortest and before[-1 - end] == after[-1 - end]:
        end += 1
    middle_old = before[start : len(before) - end]
    middle_new = after[start : len(after) - end]
    pieces: list[Piece] = []
    _append(pieces, "sama", before[:start])
    if len(middle_old) * len(middle_new) > _LARGEST:
        _append(pieces, "hapus", middle_old)
        _append(pieces, "tambah", middle_new)
    else:
        matcher = SequenceMatcher(None, middle_old, middle_new, autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "equal":
                _append(pieces, "sama", middle_old[a:b])
            else:
                _append(pieces, "hapus", middle_old[a:b])
                _append(pieces, "tambah", middle_new[c:d])
    _append(pieces, "sama", before[len(before) - end :])
    return tuple(pieces)


def _append(pieces: list[Piece], kind: PieceKind, tokens: list[str]) -> None:
    text = "".join(tokens)
    if text and pieces and pieces[-1].kind == kind:
        pieces[-1] = Piece(kind, pieces[-1].text + text)
    elif text:
        pieces.append(Piece(kind, text))


def without_joiner(text: str, marks: str = ";,.:") -> str:
    """The text without the marks and the joining word that end an entry of a list."""
    ends = string.whitespace + marks
    bare = text.rstrip(ends)
    joiner = _JOINER.search(bare, max(0, len(bare) - _LONGEST_JOINER))
    return bare[: joiner.start()].rstrip(ends) if joiner else bare


def without_references(text: str) -> str:
    """The text with the numbers of the provisions that it cites taken out."""
    return _REFERENCE.sub(r"\1 #", text)
