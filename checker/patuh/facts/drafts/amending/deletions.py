"""Facts on what an instruction deletes and what is quoted below it."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.amending.quoted_units import only_article
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.lines.numerals import place_of
from patuh_parser.legal.model import Amendment, Node

_AYAT = re.compile(r"[Aa]yat \((?P<number>[0-9]{1,3}[a-z]?)\)")
_DELETED_AYAT = re.compile(
    r"(?<![Hh]uruf [a-z] )(?<![Aa]ngka [0-9] )(?<![Aa]ngka [0-9]{2} )\b"
    rf"(?P<named>{_AYAT.pattern}(?:(?:,|,? dan) ayat \([0-9]{{1,3}}[a-z]?\)){{0,6}})"
    r"(?: Pasal [0-9]{1,4}[A-Z]{0,2})? dihapus\b"
)
_DELETED_ARTICLE = re.compile(
    r"(?:Ketentuan )?(?P<label>Pasal (?P<number>[0-9]{1,4}[A-Z]{0,2})) dihapus\b"
)
_ITEM = re.compile(r"\b(?P<kind>huruf|angka) (?P<number>[0-9a-z]{1,3})\b", re.IGNORECASE)
_UNIT = r"(?:huruf [a-z]|angka [0-9]{1,3}|ayat \([0-9]{1,3}[a-z]?\)|Pasal [0-9]{1,4}[A-Z]{0,2})"
_DELETED_ITEM = re.compile(
    rf"(?:Ketentuan )?(?P<units>(?:{_UNIT},? (?:dan )?){{2,8}})dihapus\b", re.IGNORECASE
)
_DELETED = re.compile(r"\s*\(?(?i:di ?hapus)\b")
_LEAST = 12
"""Characters that a norm has at the least; less may stand for what was left out."""


def deletion_facts(into: Collector) -> None:
    """What is deleted and still has its words, or has lost its number."""
    for amendment in into.draft.amendments:
        at, number = into.first_line(amendment.node.place), into.number(amendment.node)
        for label in _still_there(amendment):
            into.fact(at, "tetap_dimuat", number, string(label))
        for item in _items_still_there(amendment):
            into.fact(at, "butir_tetap_dimuat", number, string(item))
        for label, after in _left_out(amendment):
            into.fact(at, "tidak_dicantumkan", number, into.number(after), string(label))


def _still_there(amendment: Amendment) -> Iterator[str]:
    """The only pasal quoted, or ayat of it, that an instruction deletes, if it has words."""
    article = only_article(amendment)
    if article is None:
        return
    whole = _DELETED_ARTICLE.match(amendment.node.text)
    words = " ".join(node.text for node in article.walk()).strip()
    if whole and whole["number"] == article.bare and _has_words(words):
        yield whole["label"]
    for found in _deleted(amendment):
        same = [c for c in article.children if c.kind == "ayat" and c.bare == found["number"]]
        if any(_has_words(c.text) for c in same):
            yield found[0].lower()


def _has_words(text: str) -> bool:
    """Whether a provision says more than that it is deleted."""
    return len(text) >= _LEAST and not _DELETED.match(text)


def _items_still_there(amendment: Amendment) -> Iterator[str]:
    """The huruf or angka of one list that an instruction deletes, if the pasal quoted has words."""
    article = only_article(amendment)
    order = _DELETED_ITEM.match(amendment.node.text)
    ayat = [*_AYAT.finditer(order["units"])] if order else []
    if order is None or len(ayat) > 1 or article is None:
        return
    unit = article
    if ayat:
        unit = next((c for c in unit.children if c.bare == ayat[0]["number"]), unit)
    for item in _ITEM.finditer(order["units"]):
        named = (item["kind"].lower(), item["number"])
        same = [c for c in unit.children if (c.kind, c.bare) == named]
        if any(_has_words(c.text) for c in same):
            yield item[0].lower()


def _deleted(amendment: Amendment) -> Iterator[re.Match[str]]:
    """Each ayat that an instruction deletes."""
    for found in _DELETED_AYAT.finditer(amendment.node.text):
        yield from _AYAT.finditer(found["named"])


def _left_out(amendment: Amendment) -> Iterator[tuple[str, Node]]:
    """The ayat that an instruction deletes from the only pasal quoted, if its number is gone.

    With the ayat quoted that would follow on it, or the pasal if none would.
    """
    article = only_article(amendment)
    if article is None:
        return
    listed = [c for c in article.children if c.kind == "ayat"]
    places = {c.bare: place_of("ayat", c.bare) for c in listed}
    for found in _deleted(amendment) if places else ():
        gone = place_of("ayat", found["number"])
        if found["number"] not in places:
            after = next((c for c in listed if places[c.bare] > gone), article)
            yield found[0].lower(), after
