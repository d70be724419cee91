"""Facts on what an instruction deletes and what is quoted below it."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.lines.numerals import place_of
from patuh_parser.legal.model import Amendment, Node

_AYAT = re.compile(r"[Aa]yat \((?P<number>[0-9]{1,3}[a-z]?)\)")
_DELETED_AYAT = re.compile(
    r"(?<!huruf [a-z] )(?<!angka [0-9] )\b"
    rf"(?P<named>{_AYAT.pattern}(?:(?:,|,? dan) ayat \([0-9]{{1,3}}[a-z]?\)){{0,6}})"
    r"(?: Pasal [0-9]{1,4}[A-Z]{0,2})? dihapus\b"
)
_DELETED_ARTICLE = re.compile(
    r"(?:Ketentuan )?(?P<label>Pasal (?P<number>[0-9]{1,4}[A-Z]{0,2})) dihapus\b"
)
_UNIT = r"(?:huruf [a-z]|angka [0-9]{1,3}|ayat \([0-9]{1,3}[a-z]?\)|Pasal [0-9]{1,4}[A-Z]{0,2})"
_DELETED_ITEM = re.compile(rf"(?:Ketentuan )?(?P<units>(?:{_UNIT} ){{2,3}})dihapus\b")
_ITEM = re.compile(r"\b(?P<kind>huruf|angka) (?P<number>[0-9a-z]{1,3})\b")
_DELETED = re.compile(r"\s*\(?(?i:di ?hapus)\b")
_LEAST = 12
"""Characters that a norm has at the least; less may stand for what was left out."""


def deletion_facts(into: Collector) -> None:
    """What is deleted and still has its words, or has lost its number."""
    for amendment in into.draft.amendments:
        at, number = into.first_line(amendment.node.place), into.number(amendment.node)
        for label in _still_there(amendment):
            into.fact(at, "tetap_dimuat", number, string(label))
        if item := _item_still_there(amendment):
            into.fact(at, "butir_tetap_dimuat", number, string(item))
        for label, after in _left_out(amendment):
            into.fact(at, "tidak_dicantumkan", number, into.number(after), string(label))


def _still_there(amendment: Amendment) -> Iterator[str]:
    """The only pasal quoted, or ayat of it, that an instruction deletes, if it has words."""
    articles = [node for node in amendment.quoted if node.kind == "pasal"]
    if len(articles) != 1:
        return
    whole = _DELETED_ARTICLE.match(amendment.node.text)
    if whole and whole["number"] == articles[0].bare:
        words = " ".join(node.text for node in articles[0].walk()).strip()
        if len(words) >= _LEAST and not _DELETED.match(words):
            yield whole["label"]
    for found in _deleted(amendment):
        same = [c for c in articles[0].children if c.kind == "ayat" and c.bare == found["number"]]
        if any(len(c.text) >= _LEAST and not _DELETED.match(c.text) for c in same):
            yield found[0].lower()


def _item_still_there(amendment: Amendment) -> str | None:
    """The only huruf or angka that an instruction deletes, if the pasal quoted has words for it."""
    articles = [node for node in amendment.quoted if node.kind == "pasal"]
    order = _DELETED_ITEM.match(amendment.node.text)
    items = [*_ITEM.finditer(order["units"])] if order else []
    if order is None or len(items) != 1 or len(articles) != 1:
        return None
    unit = articles[0]
    if ayat := _AYAT.search(order["units"]):
        unit = next((c for c in unit.children if c.bare == ayat["number"]), unit)
    item = items[0]
    same = [c for c in unit.children if (c.kind, c.bare) == (item["kind"], item["number"])]
    there = any(len(c.text) >= _LEAST and not _DELETED.match(c.text) for c in same)
    return item[0] if there else None


def _deleted(amendment: Amendment) -> Iterator[re.Match[str]]:
    """Each ayat that an instruction deletes."""
    for found in _DELETED_AYAT.finditer(amendment.node.text):
        yield from _AYAT.finditer(found["named"])


def _left_out(amendment: Amendment) -> Iterator[tuple[str, Node]]:
    """The ayat that an instruction deletes from the only pasal quoted, if its number is gone.

    With the ayat quoted that would follow on it, or the pasal if none would.
    """
    articles = [node for node in amendment.quoted if node.kind == "pasal"]
    listed = [c for c in articles[0].children if c.kind == "ayat"] if len(articles) == 1 else []
    places = {c.bare: place_of("ayat", c.bare) for c in listed}
    for found in _deleted(amendment) if places else ():
        gone = place_of("ayat", found["number"])
        if found["number"] not in places:
            after = next((c for c in listed if places[c.bare] > gone), articles[0])
            yield found[0].lower(), after
