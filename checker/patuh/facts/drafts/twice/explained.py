"""Bounds and amounts that the explanation of a provision states otherwise than it does."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.explaining.pairs import explained_pairs
from patuh.facts.drafts.twice.differing import Differing
from patuh.facts.drafts.twice.values import Value, values_in
from patuh.knowledge.drafting import pattern_of

_SENTENCE = re.compile(r"(?<=[a-z)])[.;] ")


def other_explained(into: Collector) -> Iterator[Differing]:
    """Each value of an explanation whose provision has another with that word and that unit."""
    for node, unit, _ in explained_pairs(into.draft):
        stated = [*values_in(" ".join(one.text for one in unit.walk()))]
        for start, value in _told(node.text):
            same = [o for o in stated if (o.bound, o.unit) == (value.bound, value.unit)]
            if same and value.figures not in {one.figures for one in same}:
                at = into.words(node, start + value.start, start + value.end)
                due = min(same, key=lambda one: one.figures)
                yield Differing(at, value.shown, due.shown, "penjelasan")


def _told(text: str) -> Iterator[tuple[int, Value]]:
    """The values of a text outside its examples, each with the start of its sentence."""
    start = 0
    for sentence in _SENTENCE.split(text):
        at = text.index(sentence, start)
        start = at + len(sentence)
        if not pattern_of("perumpamaan").search(sentence):
            yield from ((at, value) for value in values_in(sentence))
