"""Facts from the numbers of a draft that stand in figures and in words."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of

_WORDS = re.compile(r"\( ?(?P<words>[A-Za-z][A-Za-z ]{2,150})\)")
_FIGURES = re.compile(
    r"(?<![\w.,/-])(?<![0-9][.,] )(?:Rp\.? ?)?"
    r"(?P<figures>[0-9]{1,3}(?:\.[0-9]{3}){1,4}|[0-9]{1,9})(?:,(?:(?P<part>[0-9]{1,2})|-))?"
    r" ?(?:%|persen|m2|m²|km2|km|ha|kg)? ?\Z"
)
_FRACTION = re.compile(r"(?<![\w.,/-])(?P<above>[0-9]{1,2})/(?P<below>[0-9]{1,2}) ?\Z")
_BEFORE = 40
"""Characters in which the figures before a bracket stand."""
_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = {"ribu": 1_000, "juta": 1_000_000, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_NUMERALS = frozenset(
    (*_DIGITS, *_SCALES, "puluh", "belas", "ratus", "sepuluh", "sebelas", "seratus", "seribu")
)
_NUMERAL = re.compile(rf"\b(?:(?:{'|'.join(_NUMERALS)}) )+\Z", re.IGNORECASE)
_PARTS = frozenset(("koma", "per", "perdua", "setengah", "seperempat", "perempat"))


def number_facts(into: Collector) -> None:
    """Where words say another number than the figures beside them, in the text or attachments."""
    index = 0
    for part in (*into.parts["teks"], *into.parts["isi_lampiran"]):
        for start, end in _wrong(part.text) if "(" in part.text else ():
            index += 1
            at = part.within(start, end)
            into.locus("bilangan", index, at)
            into.fact(at, "bilangan_berbeda", index, string(part.text[start:end]))


def _wrong(text: str) -> Iterator[tuple[int, int]]:
    for found in _WORDS.finditer(text):
        said = found["words"].lower()
        window = max(0, found.start() - _BEFORE), found.start()
        value, above = _decimal(said), _fraction(said)
        figures = _FIGURES.search(text, *window) if value else None
        fraction = _FRACTION.search(text, *window) if above else None
        wrong = figures and value != _written(figures)
        if fraction and above != (int(fraction["above"]), int(fraction["below"])):
            wrong = True
        if beside := (figures or fraction) if wrong else None:
            yield beside.start(), found.end()
    for found in pattern_of("angka_dalam_kurung").finditer(text):
        words = _NUMERAL.search(text, max(0, found.start() - _BEFORE), found.start())
        if words and value_of(words[0].lower()) != int(found["figures"].replace(".", "")):
            yield words.start(), found.end("figures") + 1


def _written(figures: re.Match[str]) -> tuple[int, str]:
    return int(figures["figures"].replace(".", "")), (figures["part"] or "").rstrip("0")


def _decimal(words: str) -> tuple[int, str] | None:
    """The number that words say (`dua koma lima`), with what stands behind the comma."""
    whole, comma, rest = words.partition(" koma ")
    value = value_of(whole)
    if value is None or not comma:
        return value if value is None else (value, "")
    numerals = [word for word in rest.split() if word in _NUMERALS]
    part = value_of(" ".join(numerals)) if rest.split()[: len(numerals)] == numerals else None
    if part is None:
        return None
    digits = [str(_DIGITS.index(word)) for word in numerals if word in _DIGITS]
    behind = "".join(digits) if len(digits) == len(numerals) else str(part)
    return value, behind.rstrip("0")


def _fraction(words: str) -> tuple[int, int] | None:
    """`satu per dua`."""
    above, per, below = words.partition(" per")
    values = value_of(above), value_of(below)
    return None if not per or values[0] is None or values[1] is None else (values[0], values[1])


def value_of(words: str) -> int | None:
    """The number that words begin with (`tiga ribu lima ratus rupiah`), `None` if they do not.

    What follows the number may be a unit, but no further number word.
    """
    total = part = 0
    tokens = words.split()
    count = next((at for at, word in enumerate(tokens) if word not in _NUMERALS), len(tokens))
    if not count or any(word in _NUMERALS or word in _PARTS for word in tokens[count:]):
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
