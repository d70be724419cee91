"""Facts from the explanation of a draft: which of its pasal have an entry there."""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.sequences import value_of
from patuh.facts.text import string
from patuh_parser.legal.lines.numerals import place_of
from patuh_parser.legal.model import Node

_TOGETHER = re.compile(
    r"(?:\A|\. )(?P<all>Pasal (?P<first>[0-9]{1,4})(?:, Pasal [0-9]{1,4}){0,9}"
    r",? (?P<link>dan|sampai dengan|s/d|s\.d\.) Pasal (?P<last>[0-9]{1,4})) Cukup jelas\b"
)
_SEVERAL = re.compile(r"\bAyat ?\(?[0-9]{1,3}[a-z]?\)?(?:,| dan| sampai| s/d| s\.d\.)")
"""Several ayat under one heading, which the reader leaves in the words."""
_ITEMS = re.compile(r"\bHuruf [a-z]{1,2}(?:,| ?[-–]| dan| sampai| s/d| s\.d\.)")
_PLAIN = re.compile(r"Cukup jelas\.?")
_MOST = 300


def explanation_facts(into: Collector) -> None:
    """The pasal of the body and those of the explanation; an amending draft explains others.

    An entry for a number that the body leaves out between its own is not told: the gap is.
    """
    draft = into.draft
    if draft.explanation is None or draft.amending:
        return
    articles = [node for node in draft.articles() if node.kind == "pasal" and node.id]
    ids = {node.id for node in articles}
    last = max((place_of("pasal", node.bare) for node in articles), default=(0, 0))
    for node in articles:
        at = into.first_line(node.place)
        into.fact(at, "bernomor_pasal", into.number(node), string(node.id or ""))
    for node in draft.explanation.entries:
        name = f"pasal-{node.bare.lower()}"
        if node.number and (name in ids or place_of("pasal", node.bare) > last):
            at, label = into.first_line(node.place), f"Pasal {node.bare}"
            into.fact(at, "menjelaskan", into.number(node), string(name), string(label))
            article = next((one for one in articles if one.id == name), None)
            if article is not None and not _SEVERAL.search(_whole(node)):
                _by_ayat(into, node, article)
                for child, said in _beyond(node, article, label):
                    here = into.first_line(child.place)
                    into.fact(here, "menjelaskan_lebih", into.number(child), string(said))
    _together(into)
    _left_out(into, articles)


def _left_out(into: Collector, articles: Sequence[Node]) -> None:
    """A place for what is said of each pasal without an entry: where the next one is explained."""
    explanation = into.draft.explanation
    entries = (
        {f"pasal-{one.bare.lower()}": one for one in explanation.entries} if explanation else {}
    )
    behind = None
    for article in reversed(articles):
        behind = entries.get(article.id or "", behind)
        at = behind or article
        into.locus("tempat_penjelasan", into.number(article), into.first_line(at.place))


def _by_ayat(into: Collector, entry: Node, article: Node) -> None:
    """An entry ayat by ayat: which of them it leaves out, and whether none needs words."""
    told = [child for child in entry.children if child.kind == "ayat"]
    if not told:
        return
    at, number = into.first_line(entry.place), into.number(entry)
    bare = {child.bare for child in told}
    for child in article.children:
        if child.kind == "ayat" and child.bare not in bare:
            into.fact(at, "ayat_tidak_dijelaskan", number, string(f"ayat ({child.bare})"))
        same = [one for one in told if one.kind == child.kind and one.bare == child.bare]
        if len(same) == 1:
            _by_item(into, same[0], child, f"ayat ({child.bare}) Pasal {article.bare}")
    if len(told) > 1 and all(_PLAIN.fullmatch(_whole(child)) for child in told):
        into.fact(at, "semua_ayat_jelas", number)


def _by_item(into: Collector, entry: Node, unit: Node, name: str) -> None:
    """An entry item by item: which of them it leaves out."""
    told = [child.bare for child in entry.children if child.kind == "huruf"]
    items = [child.bare for child in unit.children if child.kind == "huruf"]
    if not told or _ITEMS.search(_whole(entry)) or not {*told} <= {*items}:
        return
    for item in items:
        if item not in told:
            at, said = into.first_line(entry.place), map(string, (f"huruf {item}", name))
            into.fact(at, "butir_tidak_dijelaskan", into.number(entry), *said)


def _beyond(entry: Node, unit: Node, name: str) -> Iterator[tuple[Node, str]]:
    """What an entry explains beyond the last ayat, huruf or angka that the unit has."""
    for kind, label in (("ayat", "ayat ({})"), ("huruf", "huruf {}"), ("angka", "angka {}")):
        there = {child.bare: child for child in unit.children if child.kind == kind}
        last = max(map(value_of, there.values()), default=None)
        for child in (one for one in entry.children if one.kind == kind):
            called = f"{label.format(child.bare)} {name}"
            if child.bare in there:
                yield from _beyond(child, there[child.bare], called)
            elif last and value_of(child) > last:
                yield child, called


def _whole(node: Node) -> str:
    return " ".join(one.text for one in node.walk()).strip()


def _together(into: Collector) -> None:
    """One entry for several pasal, which the reader leaves in the words of the one before."""
    numbers = count(1)
    explanation = into.draft.explanation
    for node in [n for one in explanation.entries for n in one.walk()] if explanation else []:
        for found in _TOGETHER.finditer(node.text):
            number, at = next(numbers), into.words(node, *found.span("all"))
            into.locus("gabungan", number, at)
            into.fact(at, "penjelasan_digabung", number, string(found["all"]))
            first, last = int(found["first"]), int(found["last"])
            named = [int(n) for n in re.findall(r"[0-9]+", found["all"])]
            for one in (
                named if found["link"] == "dan" else range(first, min(last, first + _MOST) + 1)
            ):
                into.fact(at, "dijelaskan_bersama", string(f"pasal-{one}"))
