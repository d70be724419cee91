"""Names in running text: each where it stands, but not where it is part of a longer name.

`Daerah` is not meant in `Perangkat Daerah`. All names are looked for in one pass, by their first
word and length, so that the time grows with the text and not with the number of names.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

_WORD = re.compile(r"\w+")
_BOUNDARY = re.compile(r"\b")
T = TypeVar("T")
Hit = tuple[int, int, str]


class Names(Generic[T]):
    """Names, each with its owner; one name may have several owners, and an owner several names."""

    def __init__(self, names: Iterable[tuple[str, T]], *, any_case: bool) -> None:
        """`any_case` looks for the names however their letters are written."""
        self._owners: dict[str, list[T]] = defaultdict(list)
        for name, owner in names:
            self._owners[name].append(owner)
        self._fold = str.lower if any_case else str
        self._spelt: dict[str, list[str]] = defaultdict(list)
        self._lengths: dict[str, list[int]] = defaultdict(list)
        for name in sorted(self._owners, key=len, reverse=True):
            if first := _WORD.match(name):
                self._spelt[self._fold(name)].append(name)
                lengths = self._lengths[first[0].lower()]
                if len(name) not in lengths[-1:]:
                    lengths.append(len(name))

    def find(self, text: str) -> Iterator[tuple[T, int, int, bool]]:
        """Owner, start and end of every name in the text, and whether it is written exactly so.

        A name within a longer one counts only for an owner of both, unless it alone is written
        exactly so: `kepala Dinas` has the term `Dinas` where `Kepala Dinas` is a term as well.
        """
        open_hits: list[Hit] = []
        for start, end, name in self._hits(text):
            open_hits = [hit for hit in open_hits if hit[1] > start]
            exact = text[start:end] == name
            around = [
                outer
                for first, last, outer in open_hits
                if last >= end and outer != name and not (exact and text[first:last] != outer)
            ]
            for owner in self._owners[name]:
                if all(owner in self._owners[outer] for outer in around):
                    yield owner, start, end, exact
            open_hits.append((start, end, name))

    def _hits(self, text: str) -> Iterator[Hit]:
        """All names in the text: those that begin at one place, the longest first."""
        for word in _WORD.finditer(text):
            start = word.start()
            for length in self._lengths.get(word[0].lower(), ()):
                end = start + length
                names = self._spelt.get(self._fold(text[start:end]), ())
                if names and _BOUNDARY.match(text, end):
                    yield from ((start, end, name) for name in names)
