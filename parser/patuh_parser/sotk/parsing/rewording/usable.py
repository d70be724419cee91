"""Which forms a sentence may have, by its words: a look-up before any regular expression."""

from collections.abc import Sequence
from functools import cache, lru_cache

from patuh_parser.sotk.parsing.rewording.notation import KINDS
from patuh_parser.sotk.parsing.rewording.rewordings import Form, forms, step_forms

_KEPT = 4_000
"""So many words, and combinations of what they are, are kept: sentences of a file are alike."""
_MARK = "="
"""Before a word that is the mark of a form."""


class Usable:
    """The forms of a table, looked up by what they need."""

    def __init__(self, every: Sequence[Form]) -> None:
        self._forms = every
        self._marks = {_MARK + form.mark for form in every}
        self._firsts = {word for form in every for word in form.first}
        self._needed = {word for form in every for words in form.required for word in words}
        self._longest = max(map(len, self._needed))
        self._of_word = lru_cache(_KEPT)(self._told_by)
        self._found = lru_cache(_KEPT)(self._fitting)

    def forms_for(self, text: str) -> tuple[Form, ...]:
        """Return the forms that may fit words in small letters, in the order of the table."""
        words = text.split()
        first = next((word for word in words if word != ","), "")
        said = frozenset[str]().union(*[self._of_word(word) for word in words])
        return self._found(first if first in self._firsts else "", said)

    def _told_by(self, word: str) -> frozenset[str]:
        """What a word is to the forms: what it begins with, their mark, a word of a kind."""
        starts = {word[:end] for end in range(1, min(len(word), self._longest) + 1)}
        kinds = {kind for kind, tells in KINDS.items() if tells(word)}
        return frozenset((starts & self._needed) | kinds | ({_MARK + word} & self._marks))

    def _fitting(self, first: str, said: frozenset[str]) -> tuple[Form, ...]:
        return tuple(
            form
            for form in self._forms
            if (not form.first or first in form.first)
            and (not form.mark or _MARK + form.mark in said)
            and all(kind in said for _, kind in form.verbs)
            and all(any(word in said for word in words) for words in form.required)
        )


@cache
def sentence_forms() -> Usable:
    """Return the forms of STRUKTUR."""
    return Usable(forms())


@cache
def usable_step_forms() -> Usable:
    """Return the forms of steps."""
    return Usable(step_forms())
