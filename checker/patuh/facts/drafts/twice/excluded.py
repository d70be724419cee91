"""Facts on what an explanation takes in while its pasal excludes it."""

from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.explaining.pairs import explained_pairs
from patuh.facts.drafts.twice.differing import Differing
from patuh.knowledge.drafting import pattern_of
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Node

_ENDS = " .;,"
_JOINS = (" dan", " atau", " dan/atau")
_WORDS = 2


def other_excluded(into: Collector) -> Iterator[Differing]:
    """The items under words of exclusion that the explanation of another ayat has without them."""
    for node, unit, article in explained_pairs(into.draft):
        text = folded(node.text)
        for stem, item in _excluded(unit, article):
            at = text.find(folded(item))
            if at < 1 or text[at - 1] != " " or pattern_of("mengecualikan").search(text):
                continue
            place = into.words(node, at, at + len(item))
            yield Differing(place, item, f"{stem} {item}", "penjelasan")


def _excluded(explained: Node, article: Node) -> Iterator[tuple[str, str]]:
    """The words of exclusion that end another ayat than is explained, with each item below it."""
    for unit in article.children if explained is not article else ():
        found = pattern_of("pembuka_pengecualian").search(unit.text)
        if found and all(one is not explained for one in unit.walk()):
            for child in unit.children:
                item = child.text.strip(_ENDS)
                for word in _JOINS:
                    item = item.removesuffix(word).strip(_ENDS)
                if not child.children and len(item.split()) >= _WORDS:
                    yield found["stem"], item
