"""By which words a provision may be on structure."""

import re

from patuh.knowledge.names import gazetteer, kinds
from patuh.knowledge.offices import offices
from patuh.knowledge.root import kb_root, of_kb
from patuh_parser.sotk.vocabulary import tables

_RELATES = ("DITEMPATKAN", "DIKOORDINASIKAN", "DIBAWAHI")
"""The words of lines and places, by their terminals; accountability and co-ordination have two."""
_DESCRIBES = (
    *("DIKEPALAI", "DIKETUAI", "BERTUGAS", "BERFUNGSI", "TERDIRI", "DIBENTUK", "MEMERINTAH"),
    *("MENGOORDINASIKAN", "MEMBIDANGI", "DIBINA"),
)
"""What is told of a unit besides; without one of the words above a draft has no structure."""
_ORGANISATION = re.compile(r"\borganisasi\b", re.IGNORECASE)
_CLASSES = re.compile(r"\b(?:merupakan|adalah) unsur\b")


def tells(text: str) -> bool:
    """Whether a provision may be on structure."""
    described = _words(_DESCRIBES).search(text) is not None
    return described or relates(text) or names_asisten(text)


def relates(text: str) -> bool:
    """Whether it is on lines, places or the arrangement of units."""
    if _any().search(text) is None:
        return False
    if _words(_RELATES).search(text) or _CLASSES.search(text):
        return True
    found = ((first.search(text), second) for first, second in _pairs())
    return any(first and second.search(text, first.end()) for first, second in found)


def names_asisten(text: str) -> bool:
    """Whether a text names one of the Asisten, as far as its capitals tell."""
    named = (found[0].lower() for found in _asisten().finditer(text))
    return any(name not in _collectives() for name in named)


def any_of(*terminals: str) -> str:
    """A regular expression of the phrases of these terminals."""
    phrases = {phrase for terminal in terminals for phrase in tables().phrases[terminal]}
    rests: dict[str, list[str]] = {}  # by first words: `re` tries one alternative after the other
    for phrase in sorted(phrases, key=len, reverse=True):
        first, *_ = phrase.split(" ")
        rests.setdefault(first, []).append(re.escape(phrase[len(first) :]))
    every = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return f"(?:{'|'.join(every)})"


@of_kb
def _words(terminals: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(*terminals)}\b")


@of_kb
def _any() -> re.Pattern[str]:
    """One of the words without which nothing relates."""
    words = (any_of(*_RELATES, "TANGGUNG_JAWAB"), _hosts(), r"(?i:organisasi)", "unsur")
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


@of_kb
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Words and those behind them: who answers to somebody, whom an Asisten co-ordinates, of what
    an organisation consists."""
    return (
        (_words(("TANGGUNG_JAWAB",)), _words(("KEPADA",))),
        (re.compile(rf"\b(?:{_hosts()})\b"), _words(("MENGOORDINASIKAN", "MEMBIDANGI"))),
        (_ORGANISATION, _words(("TERDIRI",))),
    )


@of_kb
def _asisten() -> re.Pattern[str]:
    words = _hosts()
    return re.compile(rf"\b(?:{words}|{words.upper()}) (?:[A-Z]\w*|\d)")


@of_kb
def _hosts() -> str:
    known, hosts = gazetteer(kb_root(), ()).first_words, kinds().hosts
    return "|".join(re.escape(word) for word, sort in known.items() if sort in hosts)


@of_kb
def _collectives() -> frozenset[str]:
    """How the names of all of a sort begin, in two words."""
    every = (office for office in offices().values() if office.kind == "kolektif")
    return frozenset(" ".join(office.name.lower().split()[:2]) for office in every)
