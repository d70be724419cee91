"""The language of patterns in tables: words, of which […] may be left out and (a|b) is either."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import product

_PIECE = re.compile(r"<\w(?::[A-Z]+)?\??>|<\w:\([^>]*(?:<\w>)?\)>|[][()|]|[^][()| ]+")
"""A bracket, a word, or what stands between < and >."""
_BRACKETS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}


def pieces(pattern: str) -> list[str]:
    """Return the words and brackets of a pattern, each `<…>` whole."""
    return _PIECE.findall(pattern)


def as_regex(pattern: str, word: Callable[[str, str], str]) -> str:
    """Return a pattern as a regular expression.

    `word` gives what stands for a word, told also the piece that follows it.
    """
    found = pieces(pattern)
    return "".join(
        _BRACKETS.get(piece) or word(piece, following)
        for piece, following in zip(found, [*found[1:], ""], strict=True)
    )


def required(pattern: str) -> tuple[str, ...]:
    """Return the words that every text of a pattern has."""
    found, depth = [], 0
    for piece in pieces(pattern):
        if piece == "|" and not depth:
            return ()
        depth += (piece in "[(") - (piece in ")]")
        if not depth and piece not in _BRACKETS and piece[0].isalpha():
            found.append(piece)
    return tuple(found)


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
