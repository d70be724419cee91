"""Facts on bounds and amounts that the explanation of a provision states otherwise than it does."""

import re
from collections.abc import Iterator
from itertools import count

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of
from patuh_parser.legal.model import Draft, Node

_SENTENCE = re.compile(r"(?<=[a-z)])[.;] ")
Value = tuple[str, str, str]
"""The word before it, the unit, the figures."""


def explained_value_facts(into: Collector, numbers: "count[int]") -> None:
    """Each value of an explanation whose provision has another with that word and that unit."""
    for node, unit, _ in explained_pairs(into.draft):
        stated = [*_values(" ".join(one.text for one in unit.walk()))]
        for start, end, value in _told(node.text):
            same = {one[2] for one in stated if one[:2] == value[:2]}
            if same and value[2] not in {one[2] for one in stated}:
                index = next(numbers)
                at = into.words(node, start, end)
                into.locus("uraian", index, at)
                due = sorted(same)[0]
                written, other = (_shown(value[0], value[1], v) for v in (value[2], due))
                into.fact(at, "uraian_berbeda", index, string(written), string(other))


def explained_pairs(draft: Draft) -> Iterator[tuple[Node, Node, Node]]:
    """Each entry or what lies in it, what it explains, and the pasal of that."""
    entries = draft.explanation.entries if draft.explanation and not draft.amending else ()
    articles = {node.bare: node for node in draft.articles() if node.kind == "pasal"}
    for entry in entries:
        article = articles.get(entry.bare) if entry.number else None
        if article is not None:
            yield from ((node, unit, article) for node, unit in _pairs(entry, article))


def _pairs(entry: Node, unit: Node) -> Iterator[tuple[Node, Node]]:
    """An entry and what it explains, down to the ayat or item that both have."""
    yield entry, unit
    for child in entry.children:
        same = [one for one in unit.children if (one.kind, one.bare) == (child.kind, child.bare)]
        yield from _pairs(child, same[0] if len(same) == 1 else unit)


def _told(text: str) -> Iterator[tuple[int, int, Value]]:
    """The values of a text outside its examples, each with its place."""
    start = 0
    for sentence in _SENTENCE.split(text):
        at = text.index(sentence, start)
        start = at + len(sentence)
        if not pattern_of("perumpamaan").search(sentence):
            for found in pattern_of("nilai").finditer(sentence):
                yield at + found.start(), at + found.end(), _value(found)


def _values(text: str) -> Iterator[Value]:
    return (_value(found) for found in pattern_of("nilai").finditer(text))


def _value(found: re.Match[str]) -> Value:
    unit = found["unit"] or found["rupiah"] or "%"
    return found["bound"] or "", unit, found["figures"] or found["amount"] or found["share"]


def _shown(bound: str, unit: str, figures: str) -> str:
    number = (
        f"Rp{figures}" if unit == "Rp" else f"{figures}%" if unit == "%" else f"{figures} {unit}"
    )
    return f"{bound} {number}".strip()
