"""A unit whose tasks are given under another name than the list of units has.

Names are taken whole, with their commas. Told of the one name that no item of the list has, where
the tasks of all other items are given under the names of the list.
"""

from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.twice.differing import Differing
from patuh.knowledge.drafting import pattern_of
from patuh_parser.legal.model import Node

_LEAST = 3
"""So many items must have their tasks under their own names."""
_ALIKE = 3
"""So many words at the beginning are the same."""


def other_listed(into: Collector) -> Iterator[Differing]:
    """The unit with tasks that is called otherwise, with the name in the list."""
    named = [
        (node, found)
        for node in into.draft.provisions()
        if (found := pattern_of("unit_bertugas").match(node.text))
    ]
    if len(named) <= _LEAST:
        return
    said = {_plain(found["name"]) for _, found in named}
    for node in into.draft.walk():
        items = [_bare(child) for child in node.children if child.kind in ("huruf", "angka")]
        there = [item for item in items if _plain(item) in said]
        lacking = [i for i in items if _plain(i) not in said and _has_tasks(i, there)]
        if len(there) < _LEAST or len(lacking) != 1:
            continue
        left = [
            (one, found)
            for one, found in named
            if _plain(found["name"]) not in map(_plain, items)
            and _is_other(found["name"].strip(" ,"), lacking[0])
        ]
        if len(left) == 1:
            one, found = left[0]
            yield Differing(into.words(one, *found.span("name")), found["name"], lacking[0])


def _bare(item: Node) -> str:
    text = item.text.strip().removesuffix(" dan").removesuffix(" atau")
    return text.strip(" ;.,")


def _plain(name: str) -> str:
    """A name without its commas."""
    return " ".join(name.replace(",", " ").split())


def _has_tasks(item: str, others: list[str]) -> bool:
    """Whether an item is of the sort of others that have tasks."""
    return any(_begins_as(item, other, 1) for other in others)


def _is_other(name: str, item: str) -> bool:
    """Whether two names begin alike, and neither is the beginning of the other."""
    cut = name.startswith(item) or item.startswith(name)
    return _begins_as(name, item) and not cut and not {".", "("} & {*item}


def _begins_as(name: str, other: str, words: int = _ALIKE) -> bool:
    first, second = name.split(), other.split()
    return min(len(first), len(second)) > words and first[:words] == second[:words]
