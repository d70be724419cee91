"""Amounts of considerations and of the general explanation that are not those of the provisions."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from patuh.facts.drafts.amounts.stated import in_provisions, value_of_figures
from patuh.facts.drafts.collector import Collector
from patuh.knowledge.drafting import pattern_of
from patuh.knowledge.patterns import folded
from patuh_parser.text.span import Span

_HEAD = re.compile(r"(?:(?:besaran|jumlah|nilai|total) )?(?P<words>[a-z]{4,20} [a-z]{4,20})\b")
_NEAR = 90
"""Characters before an amount in which its thing is named."""


def amounts_outside(into: Collector) -> Iterator[tuple[Span, str, str]]:
    """The only amount that provisions set for a thing of two words, said otherwise outside them.

    Each with its place, as written there, and as the provision has it.
    """
    stated: dict[str, set[int]] = {}
    texts: dict[str, str] = {}
    amounts: set[int] = set()
    own = () if into.draft.amending else into.draft.provisions()
    for one in in_provisions(into, (node for node in own if not node.quoted)):
        amounts.add(one.value)
        if one.node is not None and (head := _HEAD.match(one.name)):
            stated.setdefault(head["words"], set()).add(one.value)
            texts.setdefault(head["words"], one.node.text)
    amount = pattern_of("sebesar_rupiah")
    for text, place in _outside(into) if stated else ():
        said = 0
        for found in amount.finditer(text):
            before = folded(text[max(said, found.start() - _NEAR) : found.start()])
            said = found.end()
            heads = [words for words in stated if words in before]
            value = value_of_figures(found["figures"])
            if len(heads) == 1 and len(stated[heads[0]]) == 1 and value not in amounts:
                there = amount.search(texts[heads[0]])
                if there is not None:
                    yield place(*found.span()), found[0], there[0]


def _outside(into: Collector) -> Iterator[tuple[str, Callable[[int, int], Span]]]:
    considered = into.draft.preamble.menimbang
    for node in considered.walk() if considered else ():
        yield node.text, partial(into.words, node)
    general = into.draft.explanation.general if into.draft.explanation else None
    if general is not None:
        at = into.first_line(general.place)
        yield general.text, lambda _start, _end: at
