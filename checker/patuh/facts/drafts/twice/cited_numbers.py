"""Facts on numbers that are said of a provision that has others, and on the end of one period."""

import re
from collections.abc import Iterator
from itertools import chain

from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.dates import day_of
from patuh.facts.drafts.twice.differing import Differing
from patuh.knowledge.drafting import pattern_of
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Node

_DAY = r"[0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4}"
_WORD = re.compile(r"[a-z]{4,20}")
_ALIKE = 3
"""Words of two provisions on one matter."""
Pair = tuple[Node, tuple[int, int], str]
"""Where a number stands, and what stands elsewhere."""


def other_cited(into: Collector, resolver: Resolver) -> Iterator[Differing]:
    """Each such number, with that of the provision cited or of the period as it is laid down."""
    pairs = chain(_cited(into, resolver), _ends(into), _terms(into), _order(into), _adapted(into))
    for node, span, other in pairs:
        yield Differing(into.words(node, *span), node.text[slice(*span)], other)


def _order(into: Collector) -> Iterator[Pair]:
    """An Instruksi in force up to another day than its opening says that the matter lasts."""
    if into.draft.kind != "instruksi":
        return
    first = min((node.place.line for node in into.draft.body), default=0)
    opening = " ".join(line.text for line in into.draft.lines if line.number < first)
    periods = [*pattern_of("masa_tanggal", day=_DAY).finditer(opening)]
    for node in into.draft.provisions() if len(periods) == 1 else ():
        for found in pattern_of("berlaku_sampai", day=_DAY).finditer(node.text):
            if found["last"] != periods[0]["last"]:
                yield node, found.span("last"), periods[0]["last"]


def _adapted(into: Collector) -> Iterator[Pair]:
    """What ceases to be in force before the day up to which all may still be adapted to the new."""
    until, ceases = (
        [
            (node, found)
            for node in into.draft.provisions()
            for found in pattern_of(name, day=_DAY).finditer(node.text)
        ]
        for name in ("penyesuaian_sampai", "tidak_berlaku_sejak")
    )
    if len(until) != 1 or len(ceases) != 1:
        return
    (before, adapted), (node, found) = until[0], ceases[0]
    common = {*_WORD.findall(before.text.lower())} & {*_WORD.findall(node.text.lower())}
    last, day = day_of(adapted["last"]), day_of(found["last"])
    if last and day and day < last and len(common) >= _ALIKE:
        yield node, found.span("last"), adapted["last"]


def _terms(into: Collector) -> Iterator[Pair]:
    """The days of a term that end in another year than the title says."""
    title = pattern_of("masa_bertahun").search(into.draft.title)
    for node in into.draft.provisions() if title else ():
        for found in pattern_of("masa_bertanggal", day=_DAY).finditer(node.text):
            last = found["last"][-4:]
            if title and folded(found["kind"]) == folded(title["kind"]) and last != title["last"]:
                yield node, found.span("last"), title[0]


def _cited(into: Collector, resolver: Resolver) -> Iterator[Pair]:
    """`14 (empat belas) Hari sebagaimana dimaksud dalam Pasal 4 ayat (1)`, which has 7."""
    value = pattern_of("bilangan_berhuruf")
    said = pattern_of("bilangan_dirujuk", value=value.pattern)
    for reference in into.draft.references:
        if reference.kind != "internal" or reference.node.quoted or resolver.elsewhere(reference):
            continue
        found = said.search(reference.node.text, max(0, reference.start - 120), reference.start)
        targets = resolver.targets(reference) if found else ()
        cited = resolver.node(targets[0].id) if len(targets) == 1 else None
        if found is None or cited is None or cited is reference.node:
            continue
        texts = (unit.text for unit in cited.walk())
        there = [
            one for text in texts for one in value.finditer(text) if _unit(one) == _unit(found)
        ]
        of = folded(found["of"] or "")
        if of and not any(of in folded(unit.text) for unit in cited.walk()):
            continue
        if there and _figures(found) not in {_figures(one) for one in there}:
            yield reference.node, found.span("all"), there[0][0]


def _unit(found: re.Match[str]) -> str:
    return (found["unit"] or found["rupiah"] or "%").lower()


def _figures(found: re.Match[str]) -> str:
    return found["number"] or found["amount"] or found["share"]


def _ends(into: Collector) -> Iterator[Pair]:
    """The end of the only period that a draft lays down, named again with another day."""
    periods = [
        (node, found)
        for node in into.draft.provisions()
        for found in pattern_of("masa_tanggal", day=_DAY).finditer(node.text)
    ]
    if len(periods) != 1:
        return
    home, period = periods[0]
    words = {*_WORD.findall(home.text[: period.start()].lower())}
    for node in into.draft.provisions():
        for found in pattern_of("akhir_masa", day=_DAY).finditer(node.text):
            other = found["last"] != period["last"] and node is not home
            if other and found["name"].lower() in words:
                yield node, found.span("last"), period["last"]
