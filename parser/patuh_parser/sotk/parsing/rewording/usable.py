"""Which forms and patterns a sentence may have, by its words: a look before any regular expression.

The shape of a sentence is its first word, if a form begins with it, and what its words are to the
forms; sentences of a shape have the same forms.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain

from patuh_parser.sotk.lexing.told_patterns import patterns
from patuh_parser.sotk.parsing.rewording.notation import KINDS
from patuh_parser.sotk.parsing.rewording.rewordings import Form, Forms, forms
from patuh_parser.sotk.wordings import MARK, all_said

KEPT = 4_000
"""So many words, and combinations of what they are, are kept: sentences of a file are alike."""


_STRESSED = "lah"
"""The end of a word that `yang` makes the one that counts ("Bupatilah yang menetapkan")."""


Shape = tuple[str, frozenset[int]]
"""The first word of a sentence, if it tells something, and the classes of its words."""


class Classes(dict[str, int]):
    """The words that were met, those that tell the same under one number."""

    def __init__(self, told_by: Callable[[str], frozenset[str]]) -> None:
        super().__init__()
        self._told_by = told_by
        self._numbers: dict[frozenset[str], int] = {frozenset(): 0}
        self._told = [frozenset[str]()]

    def __missing__(self, word: str) -> int:
        if len(self) >= KEPT:
            self.clear()
        told = self._told_by(word)
        self[word] = number = self._numbers.setdefault(told, len(self._told))
        if number == len(self._told):
            self._told.append(told)
        return number

    def told(self, numbers: Iterable[int]) -> frozenset[str]:
        """Return what words of some numbers tell."""
        return frozenset().union(*(self._told[number] for number in numbers))


class Usable:
    """The forms of a table, looked up by what they need.

    `first`: further words that tell something where they stand first; `beside`: what a word tells
    besides; `told`: with the patterns of told.toml.
    """

    def __init__(
        self,
        every: Forms,
        first: Iterable[str] = (),
        beside: Callable[[str], Collection[str]] = lambda _: (),
        *,
        told: bool = False,
    ) -> None:
        self._at = every.at
        self._of_mark = {MARK + mark if mark else "": at for mark, at in every.of_mark.items()}
        self._told = patterns() if told else None
        pattern_words = self._told.needed if self._told else frozenset[str]()
        marks = self._told.last if self._told else set[str]()
        self._marks = {MARK + mark for mark in marks} | {*self._of_mark} - {""}
        self._firsts = every.first.union(first, self._told.first if self._told else ())
        self._needed = every.needed | pattern_words
        self._longest = max(map(len, self._needed))
        self._beside = beside
        self._classes = Classes(self._told_by)
        self._fitting = lru_cache(KEPT)(self.fitting)
        self._plain = lru_cache(KEPT)(self._nothing_told)

    def forms_for(self, texts: Sequence[str]) -> tuple[Form, ...]:
        """Return the forms that the texts of words may fit, in the order of the table."""
        return self._fitting(*self.shape(texts))

    def is_plain(self, texts: Sequence[str]) -> bool:
        """Whether a sentence that a name begins has neither a form nor a pattern of told.toml."""
        return self._plain(*self.shape(texts))

    def shape(self, texts: Sequence[str]) -> Shape:
        """Return the first word, in small letters, if it tells something, and what all are."""
        first = texts[0] if texts and texts[0] != "," else _first(texts)
        first = first.lower()
        classes = frozenset(map(self._classes.__getitem__, texts))
        return first if first in self._firsts else "", classes

    def said(self, classes: Iterable[int]) -> frozenset[str]:
        """Return what words tell that are of some classes, those of a shape."""
        return self._classes.told(classes)

    def _told_by(self, text: str) -> frozenset[str]:
        """What a word is to the forms: what it begins with, their mark, a word of a kind."""
        found = {_STRESSED} if text.endswith(_STRESSED) and text[0].isupper() else set()
        for word in self._parts(text.lower()):
            starts = {word[:end] for end in range(1, min(len(word), self._longest) + 1)}
            kinds = {kind for kind, tells in KINDS.items() if tells(word)}
            found |= (starts & self._needed) | kinds | ({MARK + word} & self._marks)
        found.update(self._beside(text))
        return frozenset(found)

    def _parts(self, word: str) -> list[str]:
        """The words of a quoted name, and of one that is spelt as two."""
        spelt = self._told.spellings.get(word, word) if self._told else word
        return [word, *spelt.split()] if " " in spelt else [word]

    def fitting(self, first: str, classes: frozenset[int]) -> tuple[Form, ...]:
        """Return the forms that sentences of a shape may fit."""
        said = self.said(classes)
        marked = (self._of_mark.get(word, ()) for word in said)
        every = map(self._at, sorted(chain(self._of_mark.get("", ()), *marked)))
        return tuple(form for form in every if _may_fit(form, first, said))

    def _nothing_told(self, first: str, classes: frozenset[int]) -> bool:
        """Forms without a mark are of sentences that no name begins."""
        said = self.said(classes)
        if _STRESSED in said or (self._told is not None and self._told.may_tell(first, said)):
            return False
        return not any(
            not (form.listed or form.refused) and _may_fit(form, first, said)
            for word in said
            for form in map(self._at, self._of_mark.get(word, ()))
        )


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text != ","), "")


def _may_fit(form: Form, first: str, said: frozenset[str]) -> bool:
    return (
        (not form.first or first in form.first)
        and all(kind in said for _, kind in form.verbs)
        and all_said(form.required, said)
    )


@cache
def sentence_forms() -> Usable:
    """Return the forms of STRUKTUR."""
    return Usable(forms(), told=True)
