"""Facts on what a draft says in two places with two numbers: times, periods of validity."""

import re
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from patuh.facts.drafts.amending.amenders import other_amenders
from patuh.facts.drafts.amounts.cited_numbers import cited_numbers
from patuh.facts.drafts.amounts.frequencies import frequencies
from patuh.facts.drafts.amounts.outside import amounts_outside
from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Node

_SENTENCE = re.compile(r"(?<=[a-z)])[.;:] ?")
_WORD = re.compile(r"[a-z0-9]+")
_ROOT = re.compile(
    r"^(?:peng|peny|pem|pen|per|pe|meng|meny|mem|men|me|ber|ter|ke|di|se)(?=\w{4})"
    r"|(?<=\w{4})(?:nya|kan|an|i)$"
)
_TAIL = 5
"""Letters of a root by which words are alike: `menyampaikan` drops the s of `disampaikan`."""
_LEAST, _AFTER = 4, 3
"""Words of sense that both have before the number, and words alike behind it."""


class _Said(Struct, frozen=True):
    node: Node
    start: int
    end: int
    number: str
    key: tuple[str, ...]
    before: frozenset[str]
    after: tuple[str, ...]


def repeated_facts(into: Collector, resolver: Resolver) -> None:
    """The later of two statements on one thing, and a number that is not the one it refers to."""
    said: list[_Said] = []
    repeated = (
        (one.node, (one.start, one.end), other.node.text[other.start : other.end])
        for one, other in _differing(into, said)
    )
    cited = cited_numbers(into, resolver)
    pairs = chain(repeated, cited, frequencies(into, resolver), other_amenders(into))
    found = [
        (into.words(node, *span), node.text[slice(*span)], other) for node, span, other in pairs
    ]
    for index, (at, here, there) in enumerate((*found, *amounts_outside(into)), 1):
        into.locus("bilangan_lain", index, at)
        written = (" ".join(words.split()) for words in (here, there))
        into.fact(at, "bilangan_lain", index, *map(string, written))


def _differing(into: Collector, said: list[_Said]) -> Iterator[tuple[_Said, _Said]]:
    for node in into.draft.provisions():
        for one in () if node.quoted else (*_bounds(node), *_periods(node)):
            alike = [other for other in said if other.key == one.key and _same(one, other)]
            if alike and all(other.number != one.number for other in alike):
                yield one, alike[0]
            said.append(one)


def _same(one: _Said, other: _Said) -> bool:
    if not one.before:
        return True
    least, most = sorted((one.before, other.before), key=len)
    return least <= most and one.after[:_AFTER] == other.after[:_AFTER]


def _bounds(node: Node) -> Iterator[_Said]:
    """Bounds of whole sentences that cite nothing."""
    common, apart = pattern_of("kata_tanpa_arti"), pattern_of("bukan_hal_sama")
    for found in pattern_of("batas_bilangan", number=_number()).finditer(node.text):
        begin = max(
            (cut.end() for cut in _SENTENCE.finditer(node.text, 0, found.start())), default=0
        )
        stop = _SENTENCE.search(node.text, found.end())
        sentence = folded(node.text[begin : stop.start() if stop else len(node.text)])
        before = _WORD.findall(folded(node.text[begin : found.start()]))
        sense = frozenset(_ROOT.sub("", w)[-_TAIL:] for w in before if not common.fullmatch(w))
        after = tuple(_WORD.findall(sentence[found.end() - begin :]))
        if len(sense) >= _LEAST and len(after) >= _AFTER and not apart.search(sentence):
            key = (found["bound"], found["unit"])
            yield _Said(node, *found.span(), found["number"], key, sense, after)


def _periods(node: Node) -> Iterator[_Said]:
    for pattern in ("masa", "berlaku_selama"):
        for found in pattern_of(pattern, number=_number()).finditer(node.text):
            key = (found["kind"], folded(found["name"]), found["unit"])
            yield _Said(node, *found.span(), found["number"], key, frozenset(), ())


def _number() -> str:
    return pattern_of("bilangan_bersatuan").pattern
