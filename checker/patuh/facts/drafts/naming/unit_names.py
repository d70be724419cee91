"""Units of an organisation that are called otherwise in their tasks than where they are listed."""

import re
from collections.abc import Iterator, Mapping
from itertools import count

from msgspec import Struct

from patuh.facts.drafts.attachments.annexed import ORGANISATION, listed_units, plain_name
from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import terms
from patuh_parser.legal.model import Draft, Node, Reference
from patuh_parser.legal.parts.cited_units import label_of

_LISTING = re.compile(r"\b(?:terdiri (?:atas|dari)|membawah(?:i|kan))\b")
_WORD = re.compile(r"[a-z]+")
_JOINING = {"dan", "serta", "atau"}
_SEVERAL = 3
_LONG = 5
"""Letters of a word that tells one unit from another."""

Words = tuple[str, ...]


class Subject(Struct, frozen=True):
    """A unit to which `node` gives tasks; `end`: where in it a citation may follow, 0 for that
    which a heading names."""

    node: Node
    name: str
    end: int


class Organisation(Struct, frozen=True):
    """The provisions with lists of units, the units listed with where, and those with tasks."""

    lists: list[Node]
    listed: list[tuple[Node, str]]
    subjects: list[Subject]


def organisation_of(draft: Draft) -> Organisation | None:
    """The units that a draft lists and describes, `None` for one that is on no organisation.

    It is on one if it says so, or if several units with tasks have the names that a list has.
    """
    lists = [node for node in draft.walk() if _LISTING.search(node.text)]
    listed = [pair for one in lists for pair in listed_units(one)]
    if not listed:
        return None
    subjects = [subject for node in draft.walk() for subject in _subjects(node)]
    if draft.amending or not any(ORGANISATION.search(node.text) for node in draft.walk()):
        names = {words_of(name) for _, name in listed}
        if len(names & {words_of(one.name) for one in subjects}) < _SEVERAL:
            return None
    return Organisation(lists, listed, subjects)


def unit_name_facts(into: Collector, resolver: Resolver, organisation: Organisation) -> set[Words]:
    """The units with tasks or a heading that no list has, where it is certain which is meant.

    It is the one cited, or the only one of that sort that is named nowhere else and has a word in
    common. Each name has a word that the other lacks, so that neither is short for the other.
    Returns the names of both.
    """
    units = {node.id: words_of(name) for node, name in organisation.listed}
    listed = {words_of(name): name for _, name in organisation.listed}
    within = " ".join(plain_name(one.text) for one in organisation.lists)
    named = {words_of(one.name) for one in organisation.subjects}
    cites = {(id(one.node), one.start): one for one in into.draft.references}
    numbers = count(1)
    told: set[Words] = set()
    for subject in organisation.subjects:
        node, words = subject.node, words_of(subject.name)
        reference = cites.get((id(node), subject.end))
        targets = resolver.targets(reference) if reference else ()
        cited = [units[target.id] for target in targets if target.id in units]
        if words in listed or plain_name(subject.name) in within:
            if reference and len(targets) == 1 and cited and cited[0] != words in listed:
                _cited_wrongly(into, reference, subject, organisation)
            continue
        meant = cited or [one for one in listed if one not in named]
        alike = [one for one in meant if may_be(one, words) or _goes_on(listed, one, subject.name)]
        if len(alike) == 1 and len(cited) < 2:
            start, number = node.text.find(subject.name), next(numbers)
            inside = into.words(node, start, start + len(subject.name))
            at = inside if subject.end else into.first_line(node.place)
            into.locus("nama_unit", number, at)
            into.fact(at, "nama_unit", number, string(subject.name), string(listed[alike[0]]))
            told |= {words, alike[0]}
    return told


def _cited_wrongly(
    into: Collector, reference: Reference, subject: Subject, organisation: Organisation
) -> None:
    """The citation behind a unit means another one of the list that has it."""
    words = words_of(subject.name)
    where = [node.id for node, name in organisation.listed if words_of(name) == words and node.id]
    if len(set(where)) == 1 and where[0]:
        index = into.draft.references.index(reference) + 1
        at = into.words(reference.node, reference.start, reference.start + 1)
        due = " ".join(label_of(*part.split("-", 1)) for part in where[0].split("."))
        into.fact(at, "rujukan_tak_cocok", index, string(f"“{subject.name}”"), string(due))


def _subjects(node: Node) -> Iterator[Subject]:
    found = terms().described.match(node.text)
    named = [(node.title, 0), *([(found["name"], found.end())] if found else [])]
    for name, end in named:
        first, *others = _WORD.findall(plain_name(name)) or [""]
        if others and first in terms().parts and not {*others} & terms().parts:
            yield Subject(node, name, end)


def may_be(one: Words, other: Words) -> bool:
    """Whether two units are of one sort, have a word in common, and each one of its own."""
    common = {word for word in one[1:] if len(word) >= _LONG} & {*other[1:]}
    return one[0] == other[0] and bool(common and {*one} - {*other} and {*other} - {*one})


def _goes_on(listed: Mapping[Words, str], one: Words, name: str) -> bool:
    """Whether a name adds one more matter to that which is listed."""
    return one in listed and plain_name(name).startswith(f"{plain_name(listed[one])} dan ")


def words_of(name: str) -> Words:
    """The words of the name of a unit, without those that join."""
    return tuple(word for word in _WORD.findall(plain_name(name)) if word not in _JOINING)
