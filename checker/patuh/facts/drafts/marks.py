"""Facts from the marks of `kb/drafting/marks/`: what is seen in which part of a draft."""

import re
from itertools import count

from patuh.facts.drafts.collector import Collector, Part
from patuh.facts.drafts.dates import day_of
from patuh.facts.text import string
from patuh.knowledge.marks import Mark, marks

_MOST = 80
"""Characters of the words found that a fact tells."""


def mark_facts(into: Collector) -> None:
    """Look for every mark in its parts; the words of one that has a place of its own are a part."""
    numbers = count(1)
    for mark in marks():
        for part in [part for kind in mark.parts for part in into.parts[kind]]:
            for found in mark.find(part.text):
                if mark.has_own_place:
                    _place(into, mark, part, found, next(numbers))
                else:
                    _trait(into, mark, part, found)


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
    if standard := mark.due(found, words):
        into.fact(at, "baku", number, string(standard))
    into.part(mark.id, term, words, at)


def _words(found: re.Match[str]) -> str:
    named = found.groupdict().get("kata")
    return " ".join((found[0] if named is None else named)[:_MOST].split())
