"""The language of patterns in tables: words, of which […] may be left out and (a|b) is either."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, pairwise, product

_PIECE = r"<\w(?::[A-Z]+)?\??>|<\w:\([^>]*(?:<\w>)?\)>|[][()|]|[^][()| ]+"
"""A bracket, a word, or what stands between < and >."""
_INSIDE = r"<\w:\(([^][()<>]*)\)>"
_BRACKETS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}


def pieces(pattern: str) -> list[str]:
    """Return the words and brackets of a pattern, each `<…>` whole."""
    return re.findall(_PIECE, pattern)


def as_regex(pattern: str, word: Callable[[str, str], str]) -> str:
    """Return a pattern as a regular expression.

    `word` gives what stands for a word, told also the piece that follows it.
    """
    found = pieces(pattern)
    return "".join(
        _BRACKETS.get(piece) or word(piece, following)
        for piece, following in zip(found, [*found[1:], ""], strict=True)
    )


Required = tuple[tuple[str, ...], ...]
"""Of each some words, one of which every text of a pattern has."""


def required(pattern: str) -> Required:
    """Return what a text of a pattern needs, for a look before its regular expression."""
    found: list[tuple[str, ...]] = []
    group: list[str] = []
    depth, opened = 0, ""
    for piece in pieces(pattern):
        if piece in "[(":
            depth += 1
            if depth == 1:
                group, opened = [], piece
            elif not group or group[-1] == "|":
                group.append("")  # an alternative that begins with a choice
        elif piece in "])":
            depth -= 1
            if not depth and opened == "(":
                found.append(_firsts(group))
        elif depth:
            group.append(piece)
        elif piece == "|":
            return ()
        elif inside := re.fullmatch(_INSIDE, piece):
            found.append(_firsts(pieces(inside[1])))
        elif piece == "," or (piece[0].isalpha() and not piece.isupper()):
            found.append((piece,))
    return tuple(words for words in found if words)


MARK = "="
"""Before a whole word, among the beginnings of words that are said."""


def all_said(needed: Required, said: frozenset[str]) -> bool:
    """Whether words have what is required, told the beginnings of them that some text requires."""
    return all(any(word in said for word in words) for words in needed)


def first_words(pattern: str) -> tuple[str, ...]:
    """Return words of which one begins every text of a pattern, none if it may begin otherwise."""
    found = pieces(pattern)
    depth = list(accumulate((piece in "[(") - (piece in "])") for piece in found))
    needed = required(" ".join(found[: depth.index(0) + 1])) if required(pattern) else ()
    return needed[0] if needed else ()


def _firsts(group: Sequence[str]) -> tuple[str, ...]:
    """The first words of alternatives, nothing if one of them has none."""
    found = [piece for before, piece in pairwise(["|", *group]) if before == "|"]
    plain = all(piece[:1].isalpha() and not piece.isupper() for piece in found)
    return tuple(found) if plain and group and group[-1] != "|" else ()


def may_have(text: str, needed: Required) -> bool:
    """Whether a text, with a blank before each word, has what is required."""
    return all(any(f" {word}" in text for word in words) for words in needed)


def with_words(pattern: str, words: Mapping[str, str]) -> str:
    """Return a pattern with the words that {…} stands for."""
    return re.sub(r"{(\w+)}", lambda found: words[found[1]], pattern)


def spelt(patterns: Iterable[str]) -> list[str]:
    """Return every phrase that some patterns allow."""
    return [phrase for pattern in patterns for phrase in _each(pattern)]


def _each(pattern: str) -> Iterable[str]:
    optional = re.sub(r"\[\(?([^])]*)\)?\]", r"(|\1)", pattern)
    parts = [part.split("|") for part in re.split(r"[()]", optional)]
    for chosen in product(*parts):
        yield " ".join("".join(chosen).split())
