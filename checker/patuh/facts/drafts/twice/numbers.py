"""What a draft says in two places with two numbers: times, amounts, persons, periods of validity.

A number is of the same thing where the words of sense before it are the same: in two provisions all
words of the one, before a considered or general statement those next to the number.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.roots import sense_of
from patuh.facts.drafts.twice.differing import Differing
from patuh.facts.drafts.twice.sources import (
    Source,
    outside,
    provisions,
    without_citations,
)
from patuh.facts.drafts.twice.values import Value, values_in
from patuh.knowledge.drafting import pattern_of
from patuh.knowledge.patterns import folded

_SENTENCE = re.compile(r"(?<=[a-z)])[.;:] ?")
_WORD = re.compile(r"[a-z]{4,30}")
_VERB = re.compile(r"\b(?:di|me|ber|ter)[a-z]{4,}\b")
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_TIMES = ("hari", "minggu", "bulan", "tahun", "jam")
"""What is counted that no word before it makes something else, as one does of persons."""
_COUNTED = (*_TIMES, "orang", "pukul")
_WHOLE = ("pasal", "ayat", "diktum")
"""What is said of one thing alone, and the provisions that are sentences of their own."""
_LEAST, _AFTER, _NEAR = 4, 3, 3
"""Words of sense that both have before the number; words alike behind it; those next to it."""


class _Said(Struct, frozen=True):
    value: Value
    source: Source
    before: tuple[str, ...]
    near: tuple[str, ...]
    around: frozenset[str]
    after: tuple[str, ...]
    whole: str

    @property
    def written(self) -> str:
        return self.source.text[self.value.start : self.value.end]

    @property
    def sense(self) -> frozenset[str]:
        return frozenset(self.before) - {"masa"}

    def differs_from(self, other: "_Said") -> Differing:
        at = self.source.within(self.value.start, self.value.end)
        return Differing(at, self.written, other.written)


def other_numbers(into: Collector, resolver: Resolver) -> Iterator[Differing]:
    """The later of two provisions, and what is said outside them otherwise than in all of them."""
    if into.draft.amending:
        return
    laid_down = [one for source in provisions(into, resolver) for one in _said(source)]
    yield from _between(laid_down)
    for source in outside(into):
        for one in _said(source):
            if (other := _laid_down(one, laid_down)) is not None:
                yield one.differs_from(other)


def _said(source: Source) -> Iterator[_Said]:
    text, last = without_citations(source.text), 0
    before: tuple[str, ...] = ()
    for value in values_in(source.text):
        cuts = [cut.end() for cut in _SENTENCE.finditer(text, 0, value.start)]
        begin = max(cuts, default=0)
        stop = _SENTENCE.search(text, value.end)
        end = stop.start() if stop else len(text)
        near = _sense(text[max(begin, last) : value.start])
        if begin < last and near:
            verb = _VERB.search(text, begin, last)
            before = _sense(text[begin : verb.start() if verb else last]) + near
        elif near or begin >= last:
            before = near
        near = near if len(near) > 1 else before
        last = value.end
        after = _sense(text[value.end : end])
        around = frozenset((*before, *after, *_sense(source.above)))
        yield _Said(value, source, before, near, around, after, source.text[begin:end])


def _sense(text: str) -> tuple[str, ...]:
    """The roots of the words of sense, in their order."""
    common = pattern_of("kata_tanpa_arti")
    words = _WORD.findall(folded(_BRACKETS.sub(" ", text)))
    return tuple(sense_of(word) for word in words if not common.fullmatch(word))


def _between(laid_down: Sequence[_Said]) -> Iterator[Differing]:
    said: list[_Said] = []
    apart = pattern_of("bukan_hal_sama")
    for one in laid_down:
        if one.source.kind not in _WHOLE or one.value.counted not in _COUNTED:
            continue
        if apart.search(folded(one.whole)):
            continue
        alike = [other for other in said if _same(one, other)]
        if alike and all(other.value.amount != one.value.amount for other in alike):
            yield one.differs_from(alike[0])
        said.append(one)


def _same(one: _Said, other: _Said) -> bool:
    """Whether two provisions speak of one thing."""
    if one.value.way != other.value.way or one.value.amount[1] != other.value.amount[1]:
        return False
    if one.source is other.source or one.after[:_AFTER] != other.after[:_AFTER]:
        return False
    least, most = sorted((one, other), key=lambda each: len(each.sense))
    if len(least.sense) < _LEAST or one.value.counted not in _TIMES:
        return len(least.sense) > 2 and least.sense == most.sense
    return least.sense <= most.around and (
        one.before[-1] == other.before[-1] or most.sense <= least.around
    )


def _laid_down(one: _Said, laid_down: Sequence[_Said]) -> _Said | None:
    """What provisions say of the same thing, if none says the number."""
    near = [*dict.fromkeys(reversed(one.near))][:_NEAR]
    if len(near) < 2 or pattern_of("hukum_lain").search(one.whole):
        return None
    alike = [other for other in laid_down if _alike(one.value, other.value)]
    shares = [sum(word in other.around for word in near) for other in alike]
    meant = [o for o in alike if o.around.issuperset(near[:2])]
    if any(
        share and other.value.amount == one.value.amount
        for other, share in zip(alike, shares, strict=True)
    ):
        return None
    return meant[0] if len({other.value.amount for other in meant}) == 1 else None


def _alike(one: Value, other: Value) -> bool:
    return one.amount[1] == other.amount[1] and (one.way == other.way or "" in (one.way, other.way))
