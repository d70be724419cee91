"""Facts from the numbers of a draft that stand in figures and in words, and above lists."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import terms
from patuh_parser.legal.model import Node

_PAIR = re.compile(
    r"(?<![\w.,/-])(?<![0-9][.,] )(?:Rp\.? ?)?"
    r"(?P<figures>[0-9]{1,3}(?:\.[0-9]{3}){1,4}|[0-9]{1,9})(?:,(?:00|-))?"
    r" ?%? ?\((?P<words>[a-z][a-z ]{2,150})\)"
)
_FRACTION = re.compile(
    r"(?<![\w.,/-])(?P<above>[0-9]{1,2})/(?P<below>[0-9]{1,2})"
    r" ?\((?P<first>[a-z ]{3,30}) per ?(?P<second>[a-z ]{3,30})\)"
)
_SHARED = re.compile(r"\b(?:dibagi|pembagian|proporsi|komposisi|bobot|digunakan|dialokasikan)\b")
_PART = re.compile(r"(?<![0-9,.])([0-9]{1,3}) ?%")
_WHOLE, _NEAR = 100, 20
"""What parts come to, and how far a sum may be from it that is meant to be."""
_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = {"ribu": 1_000, "juta": 1_000_000, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_NUMERALS = frozenset(
    (*_DIGITS, *_SCALES, "puluh", "belas", "ratus", "sepuluh", "sebelas", "seratus", "seribu")
)


def number_facts(into: Collector) -> None:
    """Where words say another number than the figures before them."""
    index = 0
    for node in into.draft.provisions():
        for found in [*_wrong_pairs(node.text), *_wrong_fractions(node.text)]:
            index += 1
            at = into.words(node, *found.span())
            into.locus("bilangan", index, at)
            into.fact(at, "bilangan_berbeda", index, string(found[0]))
        _listed(into, node)


def _wrong_pairs(text: str) -> Iterator[re.Match[str]]:
    for found in _PAIR.finditer(text):
        value = value_of(found["words"])
        if value is not None and value != int(found["figures"].replace(".", "")):
            yield found


def _wrong_fractions(text: str) -> Iterator[re.Match[str]]:
    """`2/3 (satu per dua)`."""
    for found in _FRACTION.finditer(text):
        said = value_of(found["first"]), value_of(found["second"])
        if None not in said and said != (int(found["above"]), int(found["below"])):
            yield found


def _listed(into: Collector, node: Node) -> None:
    """How many items the words above a list say it has, and what the parts in it come to."""
    items = [child for child in node.children if child.kind in ("huruf", "angka")]
    at, number = into.first_line(node.place), into.number(node)
    found = (
        terms().counted.search(node.text) if items and len(items) == len(node.children) else None
    )
    if found and int(found["number"]) != len(items):
        into.fact(at, "jumlah_rincian", number, int(found["number"]), len(items))
    if len(items) > 1 and _SHARED.search(node.text):
        parts = [_PART.findall(item.text) for item in items]
        total = sum(int(one[0]) for one in parts if one)
        if all(len(one) == 1 for one in parts) and total != _WHOLE and abs(total - _WHOLE) <= _NEAR:
            into.fact(at, "jumlah_persen", number, total)


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
