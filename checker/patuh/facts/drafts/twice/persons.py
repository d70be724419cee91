"""Facts on how many persons there are of one sort, where a draft says two numbers."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.twice.differing import Differing
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Node

_PERSONS = r"(?P<number>[0-9]{1,3}) \([a-z ]{3,40}\) orang\b"
_STATED = re.compile(
    rf"(?:Jumlah )?(?P<name>[A-Z][a-z]{{2,20}} [A-Z]\w{{1,30}}(?: [A-Z]\w{{1,30}}){{0,3}})"
    rf" (?:berjumlah|sebanyak|adalah) {_PERSONS}"
)
"""`Anggota DPRD berjumlah 30 (tiga puluh) orang`, as a whole sentence."""
_OF_ALL = re.compile(rf"\bdari {_PERSONS} (?P<name>\w[\w ]{{3,90}})")
"""`lebih dari 1/2 (satu per dua) dari 30 (tiga puluh) orang Anggota DPRD`."""


def other_persons(into: Collector) -> Iterator[Differing]:
    """The later of two statements that differ."""
    stated: dict[str, str] = {}
    others: list[tuple[Node, re.Match[str]]] = []
    for node in into.draft.provisions():
        if node.quoted:
            continue
        found = _STATED.match(node.text)
        if found and stated.setdefault(folded(found["name"]), found["number"]) != found["number"]:
            others.append((node, found))
        others.extend((node, one) for one in _OF_ALL.finditer(node.text))
    for node, found, number in _differing(stated, others):
        at = into.words(node, *found.span())
        yield Differing(at, f"{found['number']} orang", f"{number} orang")


def _differing(
    stated: dict[str, str], others: list[tuple[Node, re.Match[str]]]
) -> Iterator[tuple[Node, re.Match[str], str]]:
    for node, found in others:
        said = f"{folded(found['name'])} "
        for name, number in stated.items():
            if said.startswith(f"{name} ") and found["number"] != number:
                yield node, found, number
