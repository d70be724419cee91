"""Unknown names that are probably slips of other names."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from patuh_parser.sotk.diagnosing.unknown_names import bad_letter
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lexing.gazetteer import Gazetteer, split_name
from patuh_parser.sotk.lexing.name_finder import Mention, NameFinder
from patuh_parser.sotk.tries import longest
from patuh_parser.text.similar import distance
from patuh_parser.text.span import Span

_SHORTEST = 5
_SMALL = 32
_CANDIDATES = 4
_WORD = re.compile(r"[^\W\d_]{5,}")
_MIXED = re.compile(r"\b(?:[^\W\d_]+[0-9]|[0-9]+[^\W\d_])\w*")
"""Letters and figures in one word."""
_FIGURES = [str.maketrans("015", f"o{letter}s") for letter in "li"]
_ROMAN = re.compile(r"[IVXLC]+")
Bucket = tuple[str, ...]


def check_spelling(
    mentions: Iterable[Mention],
    declared: AbstractSet[str],
    listed: AbstractSet[str],
    names: NameFinder,
    errors: Diagnostics,
) -> None:
    """Note each unknown name that is nearly a known one (E303) or an earlier one (E304), or odd
    by its letters (E323).

    Names that are `declared` by a sentence of their own are left alone, as are those that are
    `listed` or placed beside each other; so are words that occur in known names, numbers (Roman
    ones too), and words of fewer than five letters.
    """
    unknown: dict[str, Mention] = {}
    first: dict[str, Span] = {}
    for mention in mentions:
        link: Mention | None = mention
        while link is not None:
            first.setdefault(link.name, link.span)
            if link.key is None and not link.quoted:
                unknown.setdefault(link.name, link)
            link = link.inside
    for name in [name for name in unknown if not name.isascii()]:
        bad_letter(name, unknown.pop(name).span, names, errors)
    suspects = [name for name in unknown if name not in declared]
    if not suspects:
        return
    known, fine = _known(names.gazetteer)
    own = _Index()
    for name in (*declared, *listed):
        own.add(name)
    for name, mention in unknown.items():
        if name in declared:
            continue
        if two := _two_names(name, names):
            errors.add("E330", mention.span, name, hint="H_TWO_NAMES", suggestions=(two,))
            continue
        near = known.near(name, fine)
        if near:
            errors.add("E303", mention.span, name, suggestions=(near,), hint=None)
            continue
        if name in listed:
            continue
        near = own.near(name, fine)
        if near:
            errors.add("E304", mention.span, name, near, str(first[near].line), suggestions=(near,))
        elif (
            (earlier := own.near(name, fine, backwards=True))
            and earlier not in declared
            and earlier not in listed
        ):
            span = unknown[earlier].span
            errors.add("E304", span, earlier, name, str(first[name].line), suggestions=(name,))
        own.add(name)


@lru_cache(maxsize=4)
def _known(gazetteer: Gazetteer) -> tuple["_Index", frozenset[str]]:
    """The known names, and the words that are never a slip, in small letters."""
    known = _Index()
    for entry in gazetteer.names:
        known.add(entry.name)
    words = (*gazetteer.words, *(word for entry in gazetteer.names for word in entry.name.split()))
    return known, frozenset(word.lower() for word in words)


def _two_names(name: str, names: NameFinder) -> str | None:
    """Two known names with `dan` between them, where a name is one after the other."""
    words = split_name(name)
    end = longest(names.known, words)[0]
    if not 0 < end < len(words) or longest(names.first, words, end)[0] == end:
        return None
    if longest(names.known, words, end)[0] < len(words):
        return None
    return f"{' '.join(words[:end])} dan {' '.join(words[end:])}"


class _Index:
    """Finds names that differ from a given one in one word, by at most two edits.

    A name stands in one bucket for each of its long words, without that word. In a small bucket
    every word is compared; in a large one only words that are the same when one letter of each
    is deleted (one edit, or one letter moved).
    """

    def __init__(self) -> None:
        self.closed: dict[str, str] = {}
        """Name in lower case without spaces → name."""
        self.buckets: dict[Bucket, dict[str, str]] = {}
        self.letters: dict[str, frozenset[str]] = {}
        self.stems: dict[tuple[Bucket, str], list[str]] = {}

    def add(self, name: str) -> None:
        """Enter a name."""
        for closed in _closed(name):
            self.closed.setdefault(closed, name)
        for bucket, word in _holes(name):
            words = self.buckets.setdefault(bucket, {})
            if word in words:
                continue
            words[word] = name
            if len(words) <= _SMALL:
                self.letters[word] = frozenset(word)
            if len(words) == _SMALL + 1:
                for other in words:
                    self._enter(bucket, other)
            elif len(words) > _SMALL:
                self._enter(bucket, word)

    def near(self, name: str, fine: AbstractSet[str], backwards: bool = False) -> str | None:
        """Return a name that this one is probably a slip of; `backwards`: that is one of it."""
        for closed in _closed(name):
            same = self.closed.get(closed)
            if same is not None and same.casefold() != name.casefold():
                return same
        for bucket, word in _holes(name):
            words = self.buckets.get(bucket)
            if words is None or (word in fine) != backwards:
                continue
            for other in self._candidates(bucket, words, word):
                good = not (backwards and other in fine)
                if other != word and good and distance(word, other) <= 2:
                    return words[other]
        return None

    def _enter(self, bucket: Bucket, word: str) -> None:
        for stem in _stems(word):
            entries = self.stems.setdefault((bucket, stem), [])
            if len(entries) < _CANDIDATES:
                entries.append(word)

    def _candidates(self, bucket: Bucket, words: dict[str, str], word: str) -> Iterator[str]:
        if len(words) <= _SMALL:
            letters, size = frozenset(word), len(word)
            for other in words:
                if abs(len(other) - size) <= 2 and len(letters ^ self.letters[other]) <= 4:
                    yield other
            return
        seen: set[str] = set()
        for stem in _stems(word):
            for other in self.stems.get((bucket, stem), ()):
                if other not in seen:
                    seen.add(other)
                    yield other


def _without_figures(name: str) -> Iterator[str]:
    """The name with letters for the figures that look like them, as in `Dinas S0sial`."""
    if _MIXED.search(name):
        words = name.split(" ")
        for table in _FIGURES:
            yield " ".join(w.translate(table) if _MIXED.fullmatch(w) else w for w in words)


@lru_cache(maxsize=4)
def _holes(name: str) -> list[tuple[Bucket, str]]:
    """The long words of a name, each with the name around it."""
    words = [word if _ROMAN.fullmatch(word) else word.lower() for word in split_name(name)]
    return [
        ((*words[:at], "", *words[at + 1 :]), word)
        for at, word in enumerate(words)
        if at and len(word) >= _SHORTEST and _WORD.fullmatch(word) and not _ROMAN.fullmatch(word)
    ]


def _stems(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


@lru_cache(maxsize=4)
def _closed(name: str) -> list[str]:
    """The name, as well with letters for figures, in small letters without blanks and commas."""
    every = (name, *_without_figures(name))
    return [said.replace(" ", "").replace(",", "").lower() for said in every]
