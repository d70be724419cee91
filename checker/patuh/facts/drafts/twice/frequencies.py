"""How often something is reported, where a provision and the one that it cites differ."""

from collections.abc import Iterator

from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.twice.differing import Differing
from patuh.knowledge.drafting import pattern_of, terms


def other_frequencies(into: Collector, resolver: Resolver) -> Iterator[Differing]:
    """`laporan triwulan sebagaimana dimaksud pada ayat (1)`, which says `setiap bulan`.

    A report that is handed on may be so at other times: without another word for it (`laporan
    triwulan`) only that of a sentence that names nobody to whom it goes counts.
    """
    named, told = pattern_of("laporan_berkala"), pattern_of("laporan_diulangi")
    for reference in into.draft.references:
        node = reference.node
        if reference.kind not in ("internal", "diktum") or node.quoted:
            continue
        before = node.text[: reference.start]
        own = named.search(before)
        span, months = (own.span("often"), _months(own["often"])) if own else ((0, 0), None)
        if own is None and told.search(before):
            found = [*_said(node.text[reference.start :].split(". ")[0])]
            if len(found) == 1 and " kepada " not in node.text:
                start = reference.start + found[0][0]
                span, months = (start, start + len(found[0][1])), _months(found[0][1])
        targets = resolver.targets(reference) if months is not None else ()
        cited = resolver.node(targets[0].id) if len(targets) == 1 else None
        if cited is None or cited is node:
            continue
        there = [one for unit in cited.walk() for one in _said(unit.text) if "lapor" in unit.text]
        if len(there) == 1 and _months(there[0][1]) not in (None, months):
            yield Differing(into.words(node, *span), node.text[slice(*span)], there[0][1])


def _said(text: str) -> Iterator[tuple[int, str]]:
    for found in pattern_of("setiap_waktu").finditer(text):
        yield found.start(), found[0]


def _months(words: str) -> int | None:
    """Of how many months the words speak; below a month 0."""
    found = pattern_of("waktu_berkala").search(words.lower())
    if found is None:
        return None
    count = int(found["count"] or 1)
    return count * int(terms().lists["masa_berkala"][found["unit"]])
