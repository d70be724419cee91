"""Words beside a defined term: another prefix before its root, or its sounds written otherwise."""

import re
from collections.abc import Iterator, Mapping

_PREFIX = re.compile(r"pe(?:ng|ny|[rmn])(?=[a-z]{4})")
_SOUNDS = (("kh", "h"), ("sy", "s"), ("dh", "d"), ("x", "ks"), ("v", "p"), ("f", "p"), ("z", "s"))
_WHO, _WHAT = "pe", "an"
"""How a word for who does something begins, and how one for what is done ends."""
_LONG = 5
_WORD = re.compile(r"(?<![\w-])[A-Z][a-z]{4,}\b(?!-)")


class Spellings:
    """The words of defined terms, each with its term, by what is heard of them."""

    def __init__(self, terms: Mapping[str, str]) -> None:
        self._known = {word.lower() for name in terms for word in name.split()}
        self._heard: dict[str, str] = {}
        for name, term in terms.items():
            for word in name.lower().split():
                for heard in _heard(word) if len(word) >= _LONG else ():
                    self._heard.setdefault(heard, term)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Each word with a capital that sounds like one of a term and is none, with the term."""
        for found in _WORD.finditer(text):
            word = found[0].lower()
            if word not in self._known:
                meant = next((self._heard[h] for h in _heard(word) if h in self._heard), None)
                if meant is not None:
                    yield *found.span(), meant


def _heard(word: str) -> Iterator[str]:
    """What is heard of a word, and of one for a person also the roots that it may be of."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    yield word
    if word.startswith(_WHO) and not word.endswith(_WHAT):
        prefix = _PREFIX.match(word)
        for length in {len(_WHO), prefix.end() if prefix else len(_WHO)}:
            if len(word) - length >= _LONG - 1:
                yield f"{_WHO}-{word[length:]}"
