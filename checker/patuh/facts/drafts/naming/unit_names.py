"""Units of an organisation that are called otherwise in their tasks than where they are listed."""

import re
from collections.abc import Iterator
from itertools import count

from patuh.facts.drafts.annexed import ORGANISATION, listed_units, plain_name
from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import terms
from patuh_parser.legal.model import Node

_LISTING = re.compile(r"\b(?:terdiri (?:atas|dari)|membawah(?:i|kan))\b")
_WORD = re.compile(r"[a-z]+")
_JOINING = {"dan", "serta", "atau"}
_LONG = 5
"""Letters of a word that tells one unit from another."""

Words = tuple[str, ...]


def unit_name_facts(into: Collector, resolver: Resolver) -> None:
    """The units with tasks or a heading that no list has, where it is certain which is meant.

    It is the one cited, or the only one of that sort that is named nowhere else and has a word in
    common. Each name has a word that the other lacks, so that neither is short for the other.
    """
    draft = into.draft
    if draft.amending or not any(ORGANISATION.search(node.text) for node in draft.walk()):
        return
    lists = [node for node in draft.walk() if _LISTING.search(node.text)]
    pairs = [(node.id, name) for one in lists for node, name in listed_units(one)]
    units = {unit: _words(name) for unit, name in pairs}
    listed = {_words(name): name for _, name in pairs}
    within = " ".join(plain_name(one.text) for one in lists)
    subjects = [(node, *found) for node in draft.walk() for found in _subjects(node)]
    named = {_words(name) for _, name, _ in subjects}
    cites = {(id(one.node), one.start): one for one in draft.references}
    numbers = count(1)
    for node, name, end in subjects:
        words = _words(name)
        if words in listed or plain_name(name) in within:
            continue
        reference = cites.get((id(node), end))
        targets = resolver.targets(reference) if reference else ()
        cited = [units[target.id] for target in targets if target.id in units]
        meant = cited or [one for one in listed if one not in named]
        alike = [one for one in meant if _may_be(one, words)]
        if len(alike) == 1 and len(cited) < 2:
            start, number = node.text.find(name), next(numbers)
            at = into.words(node, start, start + len(name)) if end else into.first_line(node.place)
            into.locus("nama_unit", number, at)
            into.fact(at, "nama_unit", number, string(name), string(listed[alike[0]]))


def _subjects(node: Node) -> Iterator[tuple[str, int]]:
    """The unit to which a provision gives tasks, and where in it a citation may follow.

    0 for that which a heading names.
    """
    found = terms().described.match(node.text)
    named = [(node.title, 0), *([(found["name"], found.end())] if found else [])]
    for name, end in named:
        first, *others = _WORD.findall(plain_name(name)) or [""]
        if others and first in terms().parts and not {*others} & terms().parts:
            yield name, end


def _may_be(one: Words, other: Words) -> bool:
    """Whether two units are of one sort, have a word in common, and each one of its own."""
    common = {word for word in one[1:] if len(word) >= _LONG} & {*other[1:]}
    return one[0] == other[0] and bool(common and {*one} - {*other} and {*other} - {*one})


def _words(name: str) -> Words:
    return tuple(word for word in _WORD.findall(plain_name(name)) if word not in _JOINING)
