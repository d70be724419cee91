"""Who is named in the words of a step: names and groups, one or several."""

from collections.abc import Sequence

from patuh_parser.sotk.lexing.name_finder import NameFinder
from patuh_parser.sotk.lines.words import Word
from patuh_parser.sotk.tries import longest
from patuh_parser.sotk.vocabulary import may_be_party, phrases_of, tables

_MOST_GROUP = 6
"""So many words has a group at most ("seluruh Kepala Perangkat Daerah lain yang terkait")."""


def somebody_end(words: Sequence[Word], texts: Sequence[str], at: int, names: NameFinder) -> int:
    """Return the end of the name or group that stands at a place; the place if none does."""
    if at >= len(texts):
        return at
    named, end = names.find(words, texts, at)
    return max(end if named is not None else at, group_end(texts, at))


def group_end(texts: Sequence[str], at: int) -> int:
    """Return the end of the words for a group or for parties at a place; the place if none."""
    if not may_be_party(texts, at):
        return at
    run, phrases = texts[at : at + _MOST_GROUP], phrases_of("steps")
    for first in (run[0], run[0][0].lower() + run[0][1:]):
        count, found = longest(phrases, [first, *run[1:]])
        if found is not None and found[0] == "PARTIES":
            return at + count
    return at


def has_group(texts: Sequence[str]) -> bool:
    """A first look: whether words for a group or for parties may stand among some."""
    firsts = tables().party_words
    found = (at for at, text in enumerate(texts) if text.lower() in firsts)
    return any(may_be_party(texts, at) for at in found)


def enumeration_end(words: Sequence[Word], texts: Sequence[str], at: int, names: NameFinder) -> int:
    """Return the end of those who are named one after the other; the place if nobody is."""
    end = somebody_end(words, texts, at, names)
    if end == at:
        return at
    table = tables()
    while end < len(texts):
        start = end + (texts[end] == ",")
        joined = start < len(texts) and texts[start] in (*table.phrases["DAN"], *_BESIDE)
        start += joined
        if joined and texts[start - 1] in _BESIDE and texts[start : start + 1] == ["dengan"]:
            start += 1
        following = somebody_end(words, texts, start, names) if start > end else start
        if following == start:
            break
        end = following
    return end


_BESIDE = ("bersama", "bersama-sama")
