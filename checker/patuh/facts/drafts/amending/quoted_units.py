"""Facts on what an instruction changes and the pasal quoted below it does not have."""

import re
from collections.abc import Iterator, Sequence

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.model import Amendment, Node

_CHANGES = re.compile(r"\bdiubah\b")
_OTHER_ORDER = re.compile(r"\b(?:disisipkan|ditambah|dihapus)\b")
_UNIT = re.compile(
    r"(?:(?:huruf (?P<huruf>[a-z])|angka (?P<angka>[0-9]{1,3})) )?"
    r"(?:ayat \((?P<ayat>[0-9]{1,3}[a-z]?)\)|Pasal [0-9]{1,4}[A-Z]{0,2})"
)
_FIRST = ("1", "a")
_WHOLE = 2
"""So many units, from the first on, are quoted where the whole is."""


def quoted_unit_facts(into: Collector) -> None:
    """The ayat, huruf and angka changed that are not among those quoted."""
    for amendment in into.draft.amendments:
        at, number = into.first_line(amendment.node.place), into.number(amendment.node)
        for label in _lacking(amendment):
            into.fact(at, "tidak_dalam_rumusan", number, string(label))


def _lacking(amendment: Amendment) -> Iterator[str]:
    article = only_article(amendment)
    said = amendment.node.text
    changes = _CHANGES.search(said)
    if amendment.kind != "ubah" or article is None or len(amendment.quoted) != 1:
        return
    if changes is None or _OTHER_ORDER.search(said, 0, changes.start()):
        return
    for found in _UNIT.finditer(said, 0, changes.start()):
        unit = article
        if found["ayat"]:
            listed = _listed("ayat", unit)
            if _lacks(listed, found["ayat"]):
                yield f"ayat ({found['ayat']})"
            unit = next((one for one in listed if one.bare == found["ayat"]), unit)
        for kind in ("huruf", "angka"):
            there = not found["ayat"] or unit is not article
            if found[kind] and there and _lacks(_listed(kind, unit), found[kind]):
                yield f"{kind} {found[kind]}"


def only_article(amendment: Amendment) -> Node | None:
    """The pasal that an instruction quotes, if it is one."""
    articles = [node for node in amendment.quoted if node.kind == "pasal"]
    return articles[0] if len(articles) == 1 else None


def _listed(kind: str, unit: Node) -> list[Node]:
    return [child for child in unit.children if child.kind == kind]


def _lacks(listed: Sequence[Node], number: str) -> bool:
    """Whether units that are quoted from the first on have not this one."""
    bare = [one.bare for one in listed]
    return len(bare) >= _WHOLE and bare[0] in _FIRST and number not in bare
