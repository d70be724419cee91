"""Facts from an instruction that inserts: how many, where, under which numbers, what is quoted."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.sequences import value_of
from patuh.facts.text import string
from patuh_parser.legal.lines.markers import read_mark
from patuh_parser.legal.lines.numerals import NONE, Position, place_of
from patuh_parser.legal.model import Amendment

_NUMBERS = {
    "pasal": r"[Pp]asal (?P<{}>[0-9]{{1,4}}(?: ?[A-Z]{{1,2}}\b)?)",
    "ayat": r"ayat \((?P<{}>[0-9]{{1,3}}[a-zA-Z]?)\)",
    "huruf": r"huruf (?P<{}>[a-z]{{1,2}}[0-9]?)\b",
    "angka": r"angka (?P<{}>[0-9]{{1,3}}[a-z]?)\b",
    "bab": r"(?:BAB|[Bb]ab) (?P<{}>[IVXLC]{{1,8}}(?: ?[A-Z]\b)?)",
}
"""A provision and its number, by kind, with the name of the group to fill in."""
_NAMED = {kind: re.compile(words.format("n")) for kind, words in _NUMBERS.items()}
_BETWEEN = {
    kind: re.compile(
        rf"\b[Dd]i ?antara (?P<both>{words.format('one')} dan {words.format('other')})"
        r"[^.;:]{0,40}? disisipkan\b"
        r"(?P<named>(?:(?!sehingga|berbunyi|[Dd]i ?antara)[^.;:]){0,300})"
    )
    for kind, words in _NUMBERS.items()
}
_INSERTS = re.compile(
    r"\b(?:disisipkan|ditambah(?:kan)?) (?P<said>[0-9]{1,2}) \([a-z ]{3,30}\)"
    r" (?P<kind>[Pp]asal|ayat|huruf|angka)(?: baru)?,? (?:yakni|yaitu),?"
    r"(?P<named>(?:(?!sehingga|berbunyi|sampai|s\.?/?d|disisip|ditambah|[Dd]i ?antara)"
    r"[^.;:]){3,300})"
)
_RANGE = re.compile(r"\bsampai dengan\b|\bs\.?/?d\b")
_GAP = re.compile(r"(?<=[0-9]) ")
_LETTER = re.compile(r"(?<=[0-9]) (?=[a-z])")
_NUMBERED = re.compile(r"(?:pasal|ayat|huruf|angka)-[0-9a-z]+")


def insertion_facts(into: Collector, amendment: Amendment) -> None:
    """What is inserted and quoted, its number, and what the numbers in the instruction say."""
    at, number = into.first_line(amendment.node.place), into.number(amendment.node)
    text = amendment.node.text
    present = {n.id for quoted in amendment.quoted for n in quoted.walk() if n.id}
    named = {_GAP.sub("", target).upper() for target in amendment.inserted}
    others = [n.bare for n in amendment.quoted if n.kind == "pasal" and n.number]
    others = [f"Pasal {other}" for other in others if f"PASAL {other}".upper() not in named]
    for target in amendment.inserted:
        into.fact(at, "menyisipkan", number, string(target))
        name = _LETTER.sub("", target.lower()).replace(" ", "-").replace("(", "").replace(")", "")
        told = any(i == name or i.endswith(f".{name}") for i in present)
        further = re.search(rf"{re.escape(target)}\.[0-9]", text)  # Pasal 75 A.1
        if told or further or not _NUMBERED.fullmatch(name):
            into.fact(at, "memuat_sisipan", number, string(target))
        elif others and target.startswith("Pasal"):
            into.fact(at, "sisipan_lain", number, string(target), string(others.pop(0)))
    for found in _INSERTS.finditer(text):
        count = sum(1 for _ in _NAMED[found["kind"].lower()].finditer(found["named"]))
        ranged = _RANGE.match(text, found.end())
        if count and count != int(found["said"]) and not ranged:
            into.fact(at, "jumlah_sisipan", number, int(found["said"]), count)
    for kind, pattern in _BETWEEN.items():
        for found in pattern.finditer(text):
            for predicate, terms in _placed(kind, found, amendment):
                into.fact(at, predicate, number, *terms)


def _placed(
    kind: str, found: re.Match[str], amendment: Amendment
) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """What is amiss with numbers inserted between two provisions, as predicate and terms."""
    one, other = (_value(kind, found[name]) for name in ("one", "other"))
    both = string(found["both"])
    if NONE in (one, other):
        return
    if other[0] > one[0] + 1 or other <= one:
        if not (one[1] or other[1]):
            yield "sisipan_berjauhan", (both,)
        return
    named = [(new[0], _value(kind, new["n"])) for new in _NAMED[kind].finditer(found["named"])]
    for label, value in named:
        if value != NONE and not (value[0] == one[0] and value > one):
            yield "sisipan_bernomor_lain", (kind, string(label), both)
    first = min((value for _, value in named), default=NONE)
    if kind in ("pasal", "ayat") and not one[1] and first[0] == one[0] and first[1] > 1:
        yield "sisipan_lompat", (string(named[0][0]), both)
    lists = [amendment.quoted, *(node.children for q in amendment.quoted for node in q.walk())]
    each = [{value_of(n) for n in units if n.kind == kind} for units in lists]
    new = [among for units in each if (among := {v for v in units if one < v < other})]
    ranged = _RANGE.search(found["named"])
    if named and len(new) == 1 and len(new[0]) > len(named) and not ranged:
        yield "jumlah_dimuat", (len(named), len(new[0]))


def _value(kind: str, written: str) -> Position:
    if kind == "huruf":
        return read_mark(f"{written}.").place
    return place_of(kind, _GAP.sub("", written))
