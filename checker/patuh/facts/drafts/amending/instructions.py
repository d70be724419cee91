"""Facts from the instructions of an amending draft: whether words and what is quoted agree."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import count

from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.lines.numerals import Position, place_of
from patuh_parser.legal.model import Amendment, Node

_AYAT = re.compile(r"[Aa]yat \((?P<number>[0-9]{1,3}[a-z]?)\)")
_DELETED_AYAT = re.compile(
    r"(?<!huruf [a-z] )(?<!angka [0-9] )\b"
    rf"(?P<named>{_AYAT.pattern}(?:(?:,|,? dan) ayat \([0-9]{{1,3}}[a-z]?\)){{0,6}})"
    r"(?: Pasal [0-9]{1,4}[A-Z]{0,2})? dihapus\b"
)
_DELETED_ARTICLE = re.compile(
    r"(?:Ketentuan )?(?P<label>Pasal (?P<number>[0-9]{1,4}[A-Z]{0,2})) dihapus\b"
)
_DELETED = re.compile(r"\s*\(?(?i:di ?hapus)\b")
_ARTICLE = re.compile(r"Pasal [0-9]{1,4}[A-Z]{0,2}")
_NUMBER = re.compile(r"\bPasal (?P<number>[0-9]{1,4}[A-Z]{0,2})\b")
_EXPLAINED = "Penjelasan"
_LEAST = 12
"""Characters that a norm has at the least; less may stand for what was left out."""


def instruction_facts(into: Collector, resolver: Resolver) -> None:
    """The order of instructions, what is deleted and still quoted or cited."""
    if not into.draft.amending:
        return
    for amendment in into.draft.amendments:
        at, number = into.first_line(amendment.node.place), into.number(amendment.node)
        for label in _still_there(amendment):
            into.fact(at, "tetap_dimuat", number, string(label))
        for label, after in _left_out(amendment):
            into.fact(at, "tidak_dicantumkan", number, into.number(after), string(label))
    _order(into)
    if not resolver.has_base:
        _cited_in_vain(into, resolver)


def _order(into: Collector) -> None:
    """The instructions on a pasal that stand among those on later or earlier ones."""
    others = {id(one.node) for one in into.draft.references if one.kind == "regulation"}
    lists: dict[str, list[tuple[Position, Node, str]]] = {}
    for one in into.draft.amendments:
        node, found = one.node, _number((*one.inserted, *one.targets))
        if found and id(node) not in others and not node.text.startswith(_EXPLAINED):
            place, label = place_of("pasal", found["number"]), f"Pasal {found['number']}"
            lists.setdefault((node.id or "").rpartition(".")[0], []).append((place, node, label))
    for listed in lists.values():
        kept = _in_order([place for place, _, _ in listed])
        for _, node, label in (one for at, one in enumerate(listed) if at not in kept):
            at = into.first_line(node.place)
            into.fact(at, "perintah_mundur", into.number(node), string(label))


def _number(units: Sequence[str]) -> re.Match[str] | None:
    """The number of the first pasal that is named."""
    return next(filter(None, map(_NUMBER.search, units)), None)


def _in_order(places: Sequence[Position]) -> set[int]:
    """Which of them, as many as can be, do not decrease."""
    ends: list[int] = []
    before: list[int | None] = []
    for at, place in enumerate(places):
        length = bisect_right(ends, place, key=lambda end: places[end])
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [at]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def _still_there(amendment: Amendment) -> Iterator[str]:
    """The only pasal quoted, or ayat of it, that an instruction deletes, if it has words."""
    articles = [node for node in amendment.quoted if node.kind == "pasal"]
    if len(articles) != 1:
        return
    whole = _DELETED_ARTICLE.match(amendment.node.text)
    if whole and whole["number"] == articles[0].bare:
        words = " ".join(node.text for node in articles[0].walk()).strip()
        if len(words) >= _LEAST and not _DELETED.match(words):
            yield whole["label"]
    for found in _deleted(amendment):
        same = [c for c in articles[0].children if c.kind == "ayat" and c.bare == found["number"]]
        if any(len(c.text) >= _LEAST and not _DELETED.match(c.text) for c in same):
            yield found[0].lower()


def _deleted(amendment: Amendment) -> Iterator[re.Match[str]]:
    """Each ayat that an instruction deletes."""
    for found in _DELETED_AYAT.finditer(amendment.node.text):
        yield from _AYAT.finditer(found["named"])


def _left_out(amendment: Amendment) -> Iterator[tuple[str, Node]]:
    """The ayat that an instruction deletes from the only pasal quoted, if its number is gone.

    With the ayat quoted that would follow on it, or the pasal if none would.
    """
    articles = [node for node in amendment.quoted if node.kind == "pasal"]
    listed = [c for c in articles[0].children if c.kind == "ayat"] if len(articles) == 1 else []
    places = {c.bare: place_of("ayat", c.bare) for c in listed}
    for found in _deleted(amendment) if places else ():
        gone = place_of("ayat", found["number"])
        if found["number"] not in places:
            after = next((c for c in listed if places[c.bare] > gone), articles[0])
            yield found[0].lower(), after


def _cited_in_vain(into: Collector, resolver: Resolver) -> None:
    """What is quoted cites a pasal that another instruction deletes as a whole."""
    gone = {
        target.split()[-1].lower()
        for one in into.draft.amendments
        if one.kind == "hapus" and not one.quoted
        for target in one.targets
        if _ARTICLE.fullmatch(target) and one.node.text.rstrip(" .;") == f"{target} dihapus"
    }
    numbers = count(1)
    for reference in into.draft.references if gone else ():
        if not reference.node.quoted or resolver.elsewhere(reference):
            continue
        article = next(
            (t.id for t in resolver.targets(reference) if t.id.startswith("pasal-")), ""
        ).split(".")[0]
        if article.removeprefix("pasal-") in gone and reference.text.startswith("Pasal"):
            start = reference.start
            at = into.words(reference.node, start, start + len(reference.text))
            index = next(numbers)
            into.locus("terhapus", index, at)
            into.fact(at, "menunjuk_terhapus", index, string(reference.text))
