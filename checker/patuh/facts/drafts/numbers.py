"""Facts from the numbers of a draft that stand in figures and in words."""

import re

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string

_PAIR = re.compile(
    r"(?<![\w.,/-])(?<![0-9][.,] )(?:Rp\.? ?)?"
    r"(?P<figures>[0-9]{1,3}(?:\.[0-9]{3}){1,4}|[0-9]{1,9})(?:,(?:00|-))?"
    r" ?%? ?\((?P<words>[a-z][a-z ]{2,150})\)"
)
_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = {"ribu": 1_000, "juta": 1_000_000, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_NUMERALS = frozenset(
    (*_DIGITS, *_SCALES, "puluh", "belas", "ratus", "sepuluh", "sebelas", "seratus", "seribu")
)


def number_facts(into: Collector) -> None:
    """Where words say another number than the figures before them."""
    index = 0
    for node in into.draft.provisions():
        for found in _PAIR.finditer(node.text):
            value = value_of(found["words"])
            if value is not None and value != int(found["figures"].replace(".", "")):
                index += 1
                at = into.words(node, *found.span())
                into.locus("bilangan", index, at)
                into.fact(at, "bilangan_berbeda", index, string(found[0]))


def value_of(words: str) -> int | None:
    """The number that words begin with (`tiga ribu lima ratus rupiah`), `None` if they do not.

    What follows the number may be a unit, but no further number word.
    """
    total = part = 0
    tokens = words.split()
    count = next((at for at, word in enumerate(tokens) if word not in _NUMERALS), len(tokens))
    if not count or any(word in _NUMERALS or word in ("koma", "per") for word in tokens[count:]):
        return None
    last = 0
    for word in tokens[:count]:
        if word in _SCALES:
            total, part, last = total + max(part, 1) * _SCALES[word], 0, 0
        elif word == "seribu":
            total += 1_000
        elif word in ("sepuluh", "sebelas", "seratus"):
            part += {"sepuluh": 10, "sebelas": 11, "seratus": 100}[word]
        elif word == "puluh":
            part += last * 9
        elif word == "belas":
            part += 10
        elif word == "ratus":
            part += last * 99
        else:
            last = _DIGITS.index(word)
            part += last
    return total + part
