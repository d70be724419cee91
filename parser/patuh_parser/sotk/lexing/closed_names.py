"""Known names as they are also written: in capitals or small letters, with `&` or other blanks."""

from collections.abc import Iterable, Sequence

from patuh_parser.sotk.lexing.gazetteer import KnownName, split_name
from patuh_parser.text.letters import plain_letters

_LONGEST = 24
_ABBREVIATION = 3


class ClosedNames:
    """Known names without their blanks, in small letters."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self.beginnings: dict[str, KnownName | None] = {}
        """What names begin with, and the name if it is a whole one."""
        self.first: set[str] = set()
        """The first words, in small letters."""
        self.capitals: set[str] = set()
        """The words that names have in capitals."""
        for name in names:
            self.add(name)

    def add(self, name: KnownName) -> None:
        """Enter a name; the first of two that are the same without blanks is kept."""
        words = split_name(name.name)
        closed = _closed(words)
        if self.beginnings.get(closed) is None:
            for end in range(1, len(closed)):
                self.beginnings.setdefault(closed[:end], None)
            self.beginnings[closed] = name
        self.first.add(words[0].lower())
        self.capitals.update(word for word in words if word.isupper())

    def longest(self, texts: Sequence[str], start: int) -> tuple[int, KnownName | None]:
        """Return the end of the longest name at a place, and the name; the place if there is none.

        A name of one word with a small first letter is one only if it is no ordinary word.
        """
        end, found, closed = start, None, ""
        beginnings = self.beginnings
        for at in range(start, min(start + _LONGEST, len(texts))):
            closed += _small(texts[at])
            if closed not in beginnings:
                break
            name = beginnings[closed]
            if name is not None:
                end, found = at + 1, name
        return end, found

    def reach(self, texts: Sequence[str], start: int) -> int:
        """Return the end of the words from a place on that a known name may begin with."""
        closed = ""
        for at in range(start, len(texts)):
            closed += _small(texts[at])
            if closed not in self.beginnings:
                return at
        return len(texts)

    def whole(self, name: str) -> str | None:
        """The known name that a text is, however it is written."""
        found = self.beginnings.get(_closed(split_name(name)))
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
