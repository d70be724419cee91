"""Known names as they are also written: in capitals or small letters, with `&` or other blanks."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from patuh_parser.sotk.lexing.gazetteer import KnownName, split_name
from patuh_parser.text.letters import plain_letters

_LONGEST = 24
_ABBREVIATION = 3


class ClosedNames:
    """Known names without their blanks, in small letters."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self._names: dict[str, KnownName] = {}
        self._sorted: list[str] = []
        """The same in their order, so that what one begins with stands right before it."""
        self.first: set[str] = set()
        """The first words, in small letters."""
        self.capitals: set[str] = set()
        """The words that names have in capitals."""
        for name in names:
            self._enter(name)
        self._sorted = sorted(self._names)

    def add(self, name: KnownName) -> None:
        """Enter a name; the first of two that are the same without blanks is kept."""
        closed = self._enter(name)
        if closed is not None:
            insort(self._sorted, closed)

    def _enter(self, name: KnownName) -> str | None:
        """Enter a name; what it is without blanks if that is new."""
        words = split_name(name.name)
        closed = _closed(words)
        self.first.add(words[0].lower())
        self.capitals.update(word for word in words if word.isupper())
        if closed in self._names:
            return None
        self._names[closed] = name
        return closed

    def _may_begin(self, closed: str) -> bool:
        at = bisect_left(self._sorted, closed)
        return at < len(self._sorted) and self._sorted[at].startswith(closed)

    def longest(self, texts: Sequence[str], start: int) -> tuple[int, KnownName | None]:
        """Return the end of the longest name at a place, and the name; the place if there is none.

        A name of one word with a small first letter is one only if it is no ordinary word.
        """
        end, found, closed = start, None, ""
        for at in range(start, min(start + _LONGEST, len(texts))):
            closed += _small(texts[at])
            if not self._may_begin(closed):
                break
            name = self._names.get(closed)
            if name is not None:
                end, found = at + 1, name
        return end, found

    def reach(self, texts: Sequence[str], start: int) -> int:
        """Return the end of the words from a place on that a known name may begin with."""
        closed = ""
        for at in range(start, len(texts)):
            closed += _small(texts[at])
            if not self._may_begin(closed):
                return at
        return len(texts)

    def whole(self, name: str) -> str | None:
        """The known name that a text is, however it is written."""
        found = self._names.get(_closed(split_name(name)))
        return None if found is None else found.name

    def lowered(self, texts: Sequence[str], at: int) -> list[str]:
        """Return words from a place on without the capitals that are no abbreviation's."""
        words = list(texts)
        while at < len(words) and (words[at].isupper() or not words[at][:1].isalpha()):
            word = words[at]
            if word in ("DAN", "PADA", "SERTA", "DI"):
                words[at] = word.lower()
            elif word not in self.capitals and len(word) > _ABBREVIATION and word.isalpha():
                words[at] = word.capitalize()
            at += 1
        return words


def _closed(words: Sequence[str]) -> str:
    return "".join([_small(plain_letters(word)) for word in words])


def _small(word: str) -> str:
    return "dan" if word == "&" else word.lower()
