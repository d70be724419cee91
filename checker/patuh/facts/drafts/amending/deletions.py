"""Facts on what an instruction deletes and what is quoted below it."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.amending.quoted_units import only_article
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of
from patuh_parser.legal.lines.numerals import place_of
from patuh_parser.legal.model import Amendment, Node

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
    whole = pattern_of("pasal_dihapus").match(amendment.node.text)
    words = " ".join(node.text for node in article.walk()).strip()
    if whole and whole["number"] == article.bare and _has_words(words):
        yield whole["label"]
    for found in _deleted(amendment):
        same = [c for c in article.children if c.kind == "ayat" and c.bare == found["number"]]
        if any(_has_words(c.text) for c in same):
            yield found[0].lower()


def _has_words(text: str) -> bool:
    """Whether a provision says more than that it is deleted."""
    return len(text) >= _LEAST and not pattern_of("keterangan_dihapus").match(text)


def _items_still_there(amendment: Amendment) -> Iterator[str]:
    """The huruf or angka of one list that an instruction deletes, if the pasal quoted has words."""
    article = only_article(amendment)
    order = pattern_of("butir_dihapus").match(amendment.node.text)
    ayat = [*pattern_of("ayat").finditer(order["units"])] if order else []
    if order is None or len(ayat) > 1 or article is None:
        return
    unit = article
    if ayat:
        unit = next((c for c in unit.children if c.bare == ayat[0]["number"]), unit)
    for item in pattern_of("butir").finditer(order["units"]):
        named = (item["kind"].lower(), item["number"])
        same = [c for c in unit.children if (c.kind, c.bare) == named]
        if any(_has_words(c.text) for c in same):
            yield item[0].lower()


def _deleted(amendment: Amendment) -> Iterator[re.Match[str]]:
    """Each ayat that an instruction deletes."""
    for found in pattern_of("ayat_dihapus").finditer(amendment.node.text):
        yield from pattern_of("ayat").finditer(found["named"])


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
