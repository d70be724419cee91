"""Facts on the words that an explanation quotes and what it explains does not have; its order."""

import re
from itertools import pairwise

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.explaining.pairs import explained_pairs
from patuh.facts.text import string
from patuh.knowledge.patterns import folded
from patuh_parser.legal.lines.numerals import place_of
from patuh_parser.legal.model import Node

_QUOTED = re.compile(r"\bdimaksud dengan [\"“'‘](?P<term>[^\"”'’“]{3,80})[\"”'’]")
_LETTERS = re.compile(r"[a-z0-9]+")
_AFFIX = re.compile(
    r"^(?:peng|peny|pem|pen|per|pe|meng|mem|men|me|ber|ter|ke|di|se)(?=\w{4})|(?<=\w{4})(?:nya|kan|an|i)$"
)
_IN_BRACKETS = re.compile(r"\([^)]{0,60}\)")
_LONG = 4


def quoted_facts(into: Collector) -> None:
    """The terms quoted that are not there, and the entries that stand behind later ones."""
    index = 0
    defined = {folded(n) for one in into.draft.definitions for n in (one.term, *one.alias)}
    for node, _, article in explained_pairs(into.draft):
        for found in _QUOTED.finditer(node.text):
            if folded(found["term"].strip()) in defined:
                what = "istilah_sudah_didefinisikan"
            elif not _has(article, _IN_BRACKETS.sub("", found["term"])):
                what = "istilah_tidak_dijelaskan"
            else:
                continue
            index += 1
            at = into.words(node, *found.span("term"))
            into.locus("istilah", index, at)
            into.fact(at, what, index, string(found["term"]))
    entries = into.draft.explanation.entries if into.draft.explanation else ()
    numbered = [(place_of("pasal", node.bare), node) for node in entries if node.number]
    for (before, _), (place, node) in pairwise(numbered):
        if place <= before and not into.draft.amending:
            at = into.first_line(node.place)
            into.fact(at, "penjelasan_mundur", into.number(node), string(f"Pasal {node.bare}"))


def _has(article: Node, term: str) -> bool:
    """Whether the words of a pasal hold a term, or the roots of all its words; blanks do not count,
    for lines part words."""
    said = folded(" ".join(f"{one.title} {one.text}" for one in article.walk()))
    whole = "".join(_LETTERS.findall(said))
    words = _LETTERS.findall(folded(term))
    roots = [_AFFIX.sub("", word) for word in words if len(word) >= _LONG]
    return "".join(words) in whole or all(root in whole for root in roots)
