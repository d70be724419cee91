"""Facts from the lists of a draft: the items, their order, the form of their markers."""

import re
from collections import Counter

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of
from patuh.knowledge.patterns import folded
from patuh_parser.legal.lines.markers import read_mark
from patuh_parser.legal.model import Node

_FIRST = re.compile(r"([A-Z][a-z]{3,30}) [a-z]{2}")
_SMALL = re.compile(r"\b[a-z]{4,30}\b")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,30}\b")
_AYAT = re.compile(r"\([0-9]+[a-z]*\)")
_DIGITS = re.compile("[0-9]+")
_JOINED = re.compile(r"[;,.]? ?(?:dan/atau|dan|atau)?[;,.]? ?\Z")
_DELETED = "dihapus"
_OFTEN = 2
_ITEMS = ("huruf", "angka", "romawi", "butir")


def list_facts(into: Collector) -> None:
    """Every list of the body but that of the definitions and of amending instructions."""
    small, capital = _written(into)
    definitions = {id(d.node) for d in into.draft.definitions}
    for node in into.draft.walk():
        items = [child for child in node.children if child.kind in _ITEMS]
        if items and _is_list(into, node, definitions):
            _list(into, node, items)
            for item in items:
                found = _FIRST.match(item.text)
                if (
                    found
                    and " adalah " not in item.text
                    and small[word := found[1].lower()] >= _OFTEN
                    and word not in capital
                ):
                    into.fact(into.first_line(item.place), "awal_umum", into.number(item))
        if node.kind == "ayat" and not _AYAT.fullmatch(node.number):
            shape = string(_DIGITS.sub("1", node.number))
            into.fact(into.first_line(node.place), "penanda", into.number(node), shape)


def _written(into: Collector) -> tuple[Counter[str], set[str]]:
    """How often words stand in small letters, and those that have a capital within a sentence."""
    texts = [node.text for node in into.draft.everywhere() if node.text]
    small = Counter(word for text in texts for word in _SMALL.findall(text))
    return small, {word.lower() for text in texts for word in _CAPITAL.findall(text)}


def _is_list(into: Collector, node: Node, definitions: set[int]) -> bool:
    if node.kind not in ("pasal", "ayat", "diktum", *_ITEMS) or id(node) in definitions:
        return False
    if any(id(child) in definitions or (child.quoted and not node.quoted)
           for child in node.children):  # fmt: skip
        return False
    amends = into.draft.amending and not node.quoted and node.kind == "pasal"
    return not (amends and any(c.kind == "angka" and not c.quoted for c in node.children))


def _list(into: Collector, node: Node, items: list[Node]) -> None:
    number = into.number(node)
    into.fact(into.first_line(node.place), "dirinci", number, len(items))
    into.part_of("rincian", node, node.text.rstrip())
    said: dict[str, int] = {}
    modal = pattern_of("modal_pembuka").search(node.text)
    for position, item in enumerate(items, 1):
        at, own = into.first_line(item.place), into.number(item)
        into.fact(at, "rincian", own, number, position)
        into.fact(at, "penanda", own, string(_shape(item)))
        into.part_of("rincian", item, item.text.rstrip())
        if modal and folded(item.text).startswith(f"{modal['modal']} "):
            into.fact(at, "modal_diulang", own, string(modal["modal"]))
        words = "" if item.children else _JOINED.sub("", folded(item.text.strip()))
        if _SMALL.search(words) and words != _DELETED and said.setdefault(words, own) != own:
            into.fact(at, "rincian_kembar", own, said[words])


def _shape(item: Node) -> str:
    """The marker with `a`, `1` or `i` for its number."""
    if item.kind == "romawi":
        return item.number.strip().replace(item.bare, "i") if item.bare else item.number.strip()
    return read_mark(item.number.strip().lower()).shape
