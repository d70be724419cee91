"""How alike provisions are: by the words that they share, whatever numbers they cite."""

import re
from functools import lru_cache
from itertools import pairwise

from patuh.comparison.flattened import Provision
from patuh.comparison.word_difference import without_joiner, without_references

_WORD = re.compile(r"\w+")
_CITING = re.compile(
    r"(?:sebagaimana )?(?:dimaksud|dimaksudkan) (?:dalam|pada)(?: (?:pasal|ayat|huruf|angka) #)+",
    re.IGNORECASE,
)
_TEXTS = 4
"""How many texts are kept in their small parts: drafts are held against the same one in turn."""


def dice(one: frozenset[str], other: frozenset[str]) -> int:
    """How alike two sets of shingles are, in thousandths."""
    if not one or not other:
        return 1000 if one == other else 0
    return 2000 * len(one & other) // (len(one) + len(other))


def shingles_of(text: str) -> frozenset[str]:
    """The words of a text and their pairs, without the phrases that cite provisions."""
    words = _WORD.findall(_CITING.sub(" ", without_references(text)).casefold())
    return frozenset(words) | {f"{a} {b}" for a, b in pairwise(words)}


def folded(text: str) -> str:
    """A text by which provisions are the same: no case, cited numbers, or list joiners."""
    return " ".join(_WORD.findall(without_references(without_joiner(text)).casefold()))


@lru_cache(maxsize=_TEXTS)
def bags_of(units: tuple[Provision, ...]) -> tuple[frozenset[str], ...]:
    """The shingles of every provision together with all below it."""
    bags = [shingles_of(without_joiner(unit.text)) for unit in units]
    for at in range(len(units) - 1, -1, -1):
        below = units[at].children
        if below:
            bags[at] = bags[at].union(*(bags[child] for child in below))
    return tuple(bags)


@lru_cache(maxsize=_TEXTS)
def full_texts(units: tuple[Provision, ...]) -> tuple[str, ...]:
    """The folded text of every provision together with all below it."""
    texts = [folded(unit.text) for unit in units]
    for at in range(len(units) - 1, -1, -1):
        if units[at].children:
            texts[at] = " ".join([texts[at], *(texts[child] for child in units[at].children)])
    return tuple(texts)
