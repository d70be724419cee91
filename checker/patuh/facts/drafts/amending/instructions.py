"""Facts from the instructions of an amending draft: whether words and what is quoted agree."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import count

from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.lines.numerals import Position, place_of
from patuh_parser.legal.model import Node

_ARTICLE = re.compile(r"Pasal [0-9]{1,4}[A-Z]{0,2}")
_NUMBER = re.compile(r"\bPasal (?P<number>[0-9]{1,4}[A-Z]{0,2})\b")
_EXPLAINED = "Penjelasan"


def instruction_facts(into: Collector, resolver: Resolver) -> None:
    """The order of instructions, and what is deleted and still cited."""
    if not into.draft.amending:
        return
    _order(into)
    if not resolver.has_base:
        _cited_in_vain(into, resolver)


def _order(into: Collector) -> None:
    """The instructions on a pasal that stand among those on later or earlier ones."""
    others = {id(one.node) for one in into.draft.references if one.kind == "regulation"}
    lists: dict[str, list[tuple[Position, Node, str]]] = {}
    for one in into.draft.amendments:
        node, found = one.node, _number((*one.inserted, *one.targets))
        if found and id(node) not in others and not node.text.startswith(_EXPLAINED):
            place, label = place_of("pasal", found["number"]), f"Pasal {found['number']}"
            lists.setdefault((node.id or "").rpartition(".")[0], []).append((place, node, label))
    for listed in lists.values():
        kept = _in_order([place for place, _, _ in listed])
        for _, node, label in (one for at, one in enumerate(listed) if at not in kept):
            at = into.first_line(node.place)
            into.fact(at, "perintah_mundur", into.number(node), string(label))


def _number(units: Sequence[str]) -> re.Match[str] | None:
    """The number of the first pasal that is named."""
    return next(filter(None, map(_NUMBER.search, units)), None)


def _in_order(places: Sequence[Position]) -> set[int]:
    """Which of them, as many as can be and rather the first, do not decrease."""
    ends: list[int] = []
    before: list[int | None] = []
    last: int | None = None
    for at, place in enumerate(places):
        length = bisect_right(ends, place, key=lambda end: places[end])
        before.append(ends[length - 1] if length else None)
        if length == len(ends):
            last = at
        ends[length : length + 1] = [at]
    kept: set[int] = set()
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def _cited_in_vain(into: Collector, resolver: Resolver) -> None:
    """What is quoted cites a pasal that another instruction deletes as a whole."""
    gone = {
        target.split()[-1].lower()
        for one in into.draft.amendments
        if one.kind == "hapus" and not one.quoted
        for target in one.targets
        if _ARTICLE.fullmatch(target) and one.node.text.rstrip(" .;") == f"{target} dihapus"
    }
    numbers = count(1)
    for reference in into.draft.references if gone else ():
        if not reference.node.quoted or resolver.elsewhere(reference):
            continue
        article = next(
            (t.id for t in resolver.targets(reference) if t.id.startswith("pasal-")), ""
        ).split(".")[0]
        if article.removeprefix("pasal-") in gone and reference.text.startswith("Pasal"):
            start = reference.start
            at = into.words(reference.node, start, start + len(reference.text))
            index = next(numbers)
            into.locus("terhapus", index, at)
            into.fact(at, "menunjuk_terhapus", index, string(reference.text))
