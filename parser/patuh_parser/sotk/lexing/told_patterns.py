"""The patterns of told.toml, ready for use."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from patuh_parser.disk import beside, bytes_of
from patuh_parser.sotk import wordings
from patuh_parser.sotk.lines.words import Line, Word, words_of
from patuh_parser.sotk.wordings import (
    MARK,
    Required,
    all_said,
    as_regex,
    may_have,
    pieces,
    required,
    with_words,
)
from patuh_parser.stored import code_of, loads, stored

_REFERENCE = (
    r" sebagaimana( dimaksud)?( pada| dalam)?"
    r"( (pasal|ayat|huruf|angka|dan|sampai dengan|[a-z]|\d+)(?= ))+"
)
_MARKS = frozenset({",", "(", ")", ";", "."})
_UNIT = "@"
_UNITS, _NOBODY, _ANY = "UNIT", "NOBODY", "ANY"
_BOUNDS = "tidak|tak|belum|bukan|tanpa|dapat|boleh|hanya"
_NOT_OF_A_KIND = (
    f"{_BOUNDS}|yang|kepada|oleh|melalui|bawah|langsung|sendiri|tersendiri|mandiri|otonom|terpisah"
    "|lepas|di luar|setingkat|sejajar|setara|koordinasi|dipimpin"
)
"""What says more than of which kind something is."""
_WORDS = {
    _UNITS: f" {_UNIT}",
    "UNITS": f" {_UNIT}(?:(?: dan| serta)? {_UNIT})*",
    "…": r"(?: \S+)*",
    _ANY: r"(?: \S+)*",
    _NOBODY: rf"(?: (?!{_UNIT})\S+)*",
    "KIND": rf"(?: (?!(?:{_UNIT}|{_NOT_OF_A_KIND}) )\S+)*",
    "DONE": rf"(?: (?!(?:{_BOUNDS}) )\S+)*",
}
"""What stands for something in a pattern, as a regular expression."""


class Pattern(Struct, frozen=True, array_like=True):
    """A pattern with its place in told.toml and the kind of sentence that it tells."""

    place: int
    kind: str
    says: str
    required: Required

    def fits(self, text: str) -> bool:
        """Whether a text has the pattern."""
        return may_have(text, self.required) and _compiled(self.says).match(text) is not None

    @property
    def plain(self) -> bool:
        """Whether it names no units."""
        return _UNITS not in self.says and _NOBODY not in self.says

    @property
    def alone(self) -> bool:
        """Whether it is of one unit, with nobody else named, as no line is."""
        return f"{_UNITS} " in self.says

    @property
    def free(self) -> bool:
        """Whether any unit may be named in it."""
        return _ANY in self.says


class Patterns(Struct, frozen=True):
    """told.toml, ready for use; patterns are found by the words that a text may begin with."""

    starting: dict[str, list[Pattern]]
    common: tuple[tuple[str, Required], ...]
    marks: tuple[str, ...]
    beside: tuple[str, ...]
    first: frozenset[str]
    last: frozenset[str]
    leads: frozenset[str]
    chapeaux: frozenset[str]
    spellings: dict[str, str]

    @property
    def needed(self) -> frozenset[str]:
        """What the patterns without units require."""
        plain = [p.required for p in self._every() if p.plain]
        return frozenset(word for some in plain for words in some for word in words)

    def may_tell(self, first: str, said: frozenset[str]) -> bool:
        """A first look at the first word of a sentence and at what its words are (`usable`)."""
        if any(MARK + word in said for word in self.last):
            return True
        return any(p.plain and all_said(p.required, said) for p in self.starting.get(first, ()))

    def is_common(self, task: str) -> bool:
        """Whether a task or function is one that all units of a sort have by the same words."""
        text = plain_text(words_of(Line(1, 0, task)))
        return any(
            may_have(text, needed) and _compiled(pattern).match(text)
            for pattern, needed in self.common
        )

    def is_plain(self, text: str) -> bool:
        """Whether a plain text has a pattern without units."""
        return any(pattern.plain for pattern in self._matching(text))

    def may_be_alone(self, text: str) -> bool:
        """A first look at a plain text: whether it may have a pattern of one unit."""
        return any(p.alone and may_have(text, p.required) for p in self._every())

    def _every(self) -> Iterator[Pattern]:
        return (p for some in self.starting.values() for p in some)

    def first_of(self, texts: Iterable[str]) -> Pattern | None:
        """The first pattern that one of some plain texts has."""
        found = (next(self._matching(text), None) for text in texts)
        return min((p for p in found if p is not None), key=lambda p: p.place, default=None)

    def _matching(self, text: str) -> Iterator[Pattern]:
        first = text[1 : text.index(" ", 1)]
        return (p for p in self.starting.get(first, ()) if p.fits(text))


def plain_text(words: Sequence[Word]) -> str:
    """Words in small letters without marks and references; with a blank before and after."""
    spelt = patterns().spellings
    small = [word.text.lower() for word in words if word.text not in _MARKS]
    kept = [spelt.get(word, word) for word in small]
    text = f" {' '.join(kept)} "
    return re.sub(_REFERENCE, "", text) if " sebagaimana" in text else text


@cache
def patterns() -> Patterns:
    """Return the table."""
    path = beside(wordings.__file__, "told.toml")
    made_of = code_of(__file__, wordings.__file__), bytes_of(path)
    return stored("patterns", Patterns, made_of, lambda: _made(loads(path)))


def _made(data: dict[str, Any]) -> Patterns:
    words, kinds = data["words"], data["patterns"]

    starting: dict[str, list[Pattern]] = {}
    for place, (kind, says) in enumerate(
        (k, with_words(p, words)) for k in kinds for p in kinds[k]
    ):
        for first in sorted(_first_words(says)):
            starting.setdefault(first, []).append(Pattern(place, kind, says, required(says)))
    return Patterns(
        starting,
        tuple(
            (says := with_words(pattern, words), required(says))
            for pattern in data["common_tasks"]["patterns"]
        ),
        tuple(data["marks"]),
        tuple(data["beside"]),
        frozenset(first for first, some in starting.items() if any(p.plain for p in some)),
        frozenset(mark.split()[-1] for mark in data["marks"]),
        frozenset(data["leads"]),
        frozenset(data["chapeaux"]),
        data["spellings"],
    )


def _first_words(pattern: str) -> set[str]:
    """The words that a text of a pattern may begin with."""
    found: set[str] = set()
    opening, around = True, list[bool]()
    for piece in pieces(pattern):
        if piece in "[(":
            around.append(opening)
        elif piece in "])":
            opening = around.pop() and piece == "]"
        elif piece == "|":
            opening = around[-1]
        elif opening:
            found.add(_UNIT if piece.startswith(_UNITS) else piece)
            opening = False
        if not (opening or around):
            break
    return found


@cache  # few come up in one file, and to compile them all takes as long as to check it
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as a regular expression in which each word has its blank before it."""
    return re.compile(f"(?:{as_regex(pattern, _word)}) $")


def _word(word: str, _: str) -> str:
    return _WORDS.get(word) or f" {re.escape(word)}"
