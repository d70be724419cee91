"""Facts on a list of the matters that a text lays down, beside the chapters that do so."""

import re

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.roots import sense_of
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of
from patuh_parser.legal.model import Node

_WORD = re.compile(r"[a-z]{4,30}")
_ENDS = re.compile(r"[;,.]? ?(?:dan/atau|dan|atau)?[;,.]? ?\Z")
_LEAST, _MOST = 4, 2
"""Matters that have a chapter, so that the list is one of chapters; those that may lack theirs."""

Sense = frozenset[str]


def scope_facts(into: Collector) -> None:
    """The chapters that the list leaves out between two that it has, and matters without one."""
    draft = into.draft
    chapters = [node for node in draft.walk() if node.kind == "bab" and not node.quoted]
    headings = [_sense(node.title) for node in draft.walk() if node.title]
    lists = [
        node
        for node in draft.provisions()
        if len(node.children) >= _LEAST and pattern_of("pembuka_lingkup").search(node.text)
    ]
    if len(lists) != 1 or lists[0].quoted:
        return
    node = lists[0]
    at, number = into.first_line(node.place), into.number(node)
    items = [(child, _sense(child.text)) for child in node.children if not child.children]
    titles = [(one, _sense(one.title)) for one in chapters]
    listed = [any(_alike(words, item) for _, item in items) for _, words in titles]
    laid_down = [any(_alike(item, words) for _, words in titles) for _, item in items]
    left = [
        one.title
        for place, (one, _) in enumerate(titles)
        if not listed[place] and any(listed[:place]) and any(listed[place:]) and not _usual(one)
    ]
    lacking = [
        child
        for (child, item), known in zip(items, laid_down, strict=True)
        if not known and item and not any(item & heading for heading in headings)
    ]
    if sum(laid_down) < _LEAST or len(items) - sum(laid_down) > _MOST:
        return
    for title in left if len(left) <= _MOST else ():
        into.fact(at, "lingkup_kurang", number, string(" ".join(title.split())))
    for child in lacking if not left else ():
        words = _ENDS.sub("", " ".join(child.text.split()))
        into.fact(into.first_line(child.place), "lingkup_lebih", into.number(child), string(words))


def _sense(text: str) -> Sense:
    return frozenset(map(sense_of, _WORD.findall(_ENDS.sub("", text).lower())))


def _alike(one: Sense, other: Sense) -> bool:
    """Whether the words of one are all among those of the other."""
    return bool(one and other) and (one <= other or other <= one)


def _usual(chapter: Node) -> bool:
    """Whether it is one of those that a text has whatever it is on."""
    return bool(pattern_of("bab_umum").match(chapter.title))
