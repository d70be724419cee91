"""The patterns of told.toml, ready for use."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from patuh_parser.sotk.lines.words import Line, Word, words_of
from patuh_parser.sotk.wordings import as_regex, pieces
from patuh_parser.stored import toml

_REFERENCE = re.compile(
    r" sebagaimana( dimaksud)?( pada| dalam)?"
    r"( (pasal|ayat|huruf|angka|dan|sampai dengan|[a-z]|\d+)(?= ))+"
)
_MARKS = frozenset({",", "(", ")", ";", "."})
_UNITS = "@(?:(?: dan| serta)? @)*"


class Patterns(Struct, frozen=True):
    """told.toml, ready for use: the patterns of each kind, and all at once for a first look."""

    plain: re.Pattern[str]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    common: re.Pattern[str]
    marks: tuple[str, ...]
    beside: tuple[str, ...]
    first: frozenset[str]
    last: frozenset[str]
    leads: frozenset[str]
    chapeaux: frozenset[str]
    spellings: dict[str, str]

    def is_common(self, task: str) -> bool:
        """Whether a task or function is one that all units of a sort have by the same words."""
        return self.common.match(plain_text(words_of(Line(1, 0, task)))) is not None


def plain_text(words: Sequence[Word]) -> str:
    """Words in small letters without marks and references; with a blank before and after."""
    spelt = patterns().spellings
    small = [word.text.lower() for word in words if word.text not in _MARKS]
    kept = [spelt.get(word, word) for word in small]
    text = f" {' '.join(kept)} "
    return _REFERENCE.sub("", text) if " sebagaimana" in text else text


@cache
def patterns() -> Patterns:
    """Return the table."""
    data = toml(Path(__file__).parent.with_name("told.toml"))
    words, kinds = data["words"], data["patterns"]

    def any_of(some: Iterable[str]) -> re.Pattern[str]:
        return re.compile(f"(?:{'|'.join(_regex(pattern, words) for pattern in some)}) $")

    return Patterns(
        any_of(pattern for some in kinds.values() for pattern in some if "UNITS" not in pattern),
        tuple((kind, any_of(some)) for kind, some in kinds.items()),
        any_of(data["common_tasks"]["patterns"]),
        tuple(data["marks"]),
        tuple(data["beside"]),
        frozenset(
            first
            for some in kinds.values()
            for pattern in some
            if "UNITS" not in pattern
            for first in _first_words(pattern, words)
        ),
        frozenset(mark.split()[-1] for mark in data["marks"]),
        frozenset(data["leads"]),
        frozenset(data["chapeaux"]),
        data["spellings"],
    )


def _first_words(pattern: str, words: dict[str, str]) -> set[str]:
    """The words that a text of a pattern may begin with, and some more."""
    found: set[str] = set()
    depth = 0
    for piece in pieces(_whole(pattern, words)):
        if piece in "[(":
            depth += 1
        elif piece == ")" and depth == 1:
            break
        elif piece in ")]":
            depth -= 1
        elif piece != "|":
            found.add(piece)
            if not depth:
                break
    return found


def _regex(pattern: str, words: dict[str, str]) -> str:
    """A pattern as a regular expression in which each word has its blank before it."""
    return as_regex(_whole(pattern, words), _word)


def _word(word: str, _: str) -> str:
    if word == "…":
        return r"(?: \S+)*"
    return f" {_UNITS if word == 'UNITS' else re.escape(word)}"


def _whole(pattern: str, words: dict[str, str]) -> str:
    """A pattern with the words that {…} stands for."""
    return re.sub(r"{(\w+)}", lambda found: words[found[1]], pattern)
