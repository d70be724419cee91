"""Facts from the marks of `kb/drafting/marks/`: what is seen in which part of a draft."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, count

from patuh.facts.drafts.collector import Collector, Part
from patuh.facts.drafts.dates import day_of
from patuh.facts.text import string
from patuh.knowledge.marks import Mark, marks
from patuh.knowledge.patterns import folded

_WORD = re.compile(r"\w+")
_MOST = 80
"""Characters of the words found that a fact tells."""


class Folded:
    """The texts of parts folded, one behind the other."""

    def __init__(self, parts: Sequence[Part]) -> None:
        texts = [folded(part.text) for part in parts]
        self._text = "\n".join(texts)
        self.begins = [0, *accumulate(len(text) + 1 for text in texts)]
        """Where each part begins, and where the next would."""
        self._words: set[str] | None = None

    def known(self, words: Iterable[str]) -> list[str]:
        """Those of these whole words of which the first is in the texts."""
        if self._words is None:
            self._words = set(_WORD.findall(self._text))
        return [word for word in words if (first := _WORD.match(word)) and first[0] in self._words]

    def holding(self, words: Iterable[str]) -> list[int]:
        """The parts that hold one of the words, by number."""
        found: set[int] = set()
        for word in words:
            at = self._text.find(word)
            while at >= 0:
                part = bisect_right(self.begins, at)
                found.add(part - 1)
                at = self._text.find(word, self.begins[part])
        return sorted(found)


def mark_facts(into: Collector) -> None:
    """Look for every mark in its parts; the words of one that has a place of its own are a part."""
    numbers = count(1)
    whole: dict[str, Folded] = {}
    for mark in marks():
        for part in [part for kind in mark.parts for part in _likely(into, mark, kind, whole)]:
            for found in mark.find(part.text):
                if mark.has_own_place:
                    _place(into, mark, part, found, next(numbers))
                else:
                    _trait(into, mark, part, found)


def _likely(into: Collector, mark: Mark, kind: str, whole: dict[str, Folded]) -> list[Part]:
    """The parts of a kind that have a word which the mark needs; `whole` is kept for the next."""
    parts = into.parts[kind]
    if not mark.needed or not parts:
        return parts
    if kind not in whole or len(whole[kind].begins) <= len(parts):
        whole[kind] = Folded(parts)
    needed = whole[kind].known(mark.needed) if mark.listed else mark.needed
    return [parts[at] for at in whole[kind].holding(needed)]


def _trait(into: Collector, mark: Mark, part: Part, found: re.Match[str]) -> None:
    words: str | int | None = string(_words(found))
    if mark.way == "tanggal":
        words = day_of(part.text)
    if words is not None:
        into.fact(part.place, "memuat", part.term, mark.id, words)


def _place(into: Collector, mark: Mark, part: Part, found: re.Match[str], number: int) -> None:
    at = part.within(found.start(), max(found.end(), found.start() + 1))
    term = into.locus("kata", number, at)
    words = _words(found)
    lower = words.casefold()
    into.fact(at, "kata", number, mark.id, part.term, string(words), string(lower))
    if words.isdecimal() and words.isascii():
        into.fact(at, "nilai_kata", number, int(words))
    if standard := mark.due(found, words):
        into.fact(at, "baku", number, string(standard))
    into.part(mark.id, term, words, at)


def _words(found: re.Match[str]) -> str:
    named = found.groupdict().get("kata")
    return " ".join((found[0] if named is None else named)[:_MOST].split())
