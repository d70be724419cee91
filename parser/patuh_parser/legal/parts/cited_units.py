"""The units that the words of a citation name, in the order in which their ids have them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from patuh_parser.legal.lines.numerals import canonical

_UNIT = re.compile(
    r"(?P<kind>[Pp]asal|[Aa]yat|[Hh]uruf|[Aa]ngka|B(?:AB|ab)|[Bb]agian|[Pp]aragraf|[Dd]iktum)? ?"
    r"(?<![A-Za-z])(?P<number>\([0-9]{1,3}[a-z]?\)|KE[A-Z]{3,14}(?: BELAS)?\b"
    r"|[Kk]e[a-z]{3,14}(?: (?:Belas|Puluh))?\b|[0-9]{1,4}[A-Za-z]{0,2}\b|[IVXLC]{1,8}[A-Z]?\b"
    r"|[a-z]{1,2}[0-9]?\b)\)?"
)
RANK = {"bab": 0, "bagian": 1, "paragraf": 2, "pasal": 3, "diktum": 3, "ayat": 4, "huruf": 5,
        "angka": 6}  # fmt: skip
_CAPITALISED = {"pasal": "Pasal", "bab": "BAB", "bagian": "Bagian", "paragraf": "Paragraf",
                "diktum": "Diktum"}  # fmt: skip
_EACH = re.compile(r", ?(?:dan )?| dan ")
"""What stands between units that are named one by one."""
CitedUnit = tuple[str, str, str]
"""Kind, number, and the words before it."""


def units_in(text: str) -> list[CitedUnit]:
    """The units in their order in the text."""
    found: list[CitedUnit] = []
    end = 0
    for kind, match in _matches(text):
        found.append((kind, match["number"].strip("()"), text[end : match.start()]))
        end = match.end()
    return found


def numbers_in(text: str) -> Iterator[tuple[str, str, int]]:
    """The units in their order in the text: kind, number, and where the number begins."""
    for kind, match in _matches(text):
        number = match["number"]
        yield kind, number.strip("()"), match.start("number") + number.startswith("(")


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    kind = ""
    for match in _UNIT.finditer(text):
        if match["kind"] is None and (not kind or match["number"] in ("s", "d")):
            continue
        if match["kind"] is None and _shape(match["number"]) != _shape_of(kind):
            continue
        kind = (match["kind"] or kind).lower()
        yield kind, match


def container_first(units: list[CitedUnit]) -> list[CitedUnit]:
    """Put `Pasal 3` first in `ayat (2) dan ayat (3) Pasal 3`."""
    found: list[CitedUnit] = []
    run = 0
    for kind, number, gap in units:
        outer = found and RANK[kind] < RANK[found[run][0]] and gap == " "
        if outer and all(RANK[kind] < RANK[one[0]] for one in found[run:]):
            first, *others = found[run:]
            found[run:] = [(kind, number, first[2]), (*first[:2], " "), *others]
            run = len(found)
        else:
            if "," in gap and run < len(found) and RANK[kind] <= RANK["pasal"]:
                run = len(found)
            found.append((kind, number, gap))
        run = min(run, len(found) - 1)
    return found


def articles_cited(text: str) -> list[str]:
    """The ids of the pasal that the words of a citation name."""
    return [part_of(kind, number) for kind, number, _ in units_in(text) if kind == "pasal"]


def out_of_order(text: str) -> bool:
    """Tell whether a citation names a pasal, or an ayat, huruf or angka right behind another, that
    stands before the one named last.

    Source: UU 12/2011, Lampiran II no. 276, on the order of several citations.
    """
    units = [unit for unit in units_in(text) if unit[1][0].isdigit() or unit[0] == "huruf"]
    articles = [unit for unit in units if unit[0] == "pasal"]
    pairs = [*pairwise(articles), *(pair for pair in pairwise(units) if pair[0][0] == pair[1][0])]
    return any(_place(later[1]) < _place(first[1]) for first, later in pairs)


def lists_a_run(text: str) -> bool:
    """Tell whether a citation names more than two of one kind in a row, each for itself.

    Source: UU 12/2011, Lampiran II no. 273: `sampai dengan` is enough.
    """
    units = [*units_in(text), ("", "", "")]
    return any(
        a[0] == b[0] == c[0]
        and not (d[0] == a[0] and "atau" in d[2])
        and d[2] != " "
        and _EACH.fullmatch(b[2])
        and _EACH.fullmatch(c[2])
        and _follows(a[1], b[1])
        and _follows(b[1], c[1])
        for a, b, c, d in zip(units, units[1:], units[2:], units[3:], strict=False)
    )


def _follows(first: str, later: str) -> bool:
    """Tell whether a number is the next: `4` after `3`, `c` after `b`."""
    if first.isdigit() and later.isdigit():
        return int(later) == int(first) + 1
    return len(first) == len(later) == 1 and ord(later) == ord(first) + 1


def _place(number: str) -> tuple[int, str]:
    """The place of a number among those of its kind: `3a` behind `3`, `aa` behind `z`."""
    digits = re.match(r"[0-9]*", number)
    value = digits[0] if digits else ""
    return (int(value), number.lower()) if value else (len(number), number.lower())


def continues(kind: str, following: CitedUnit) -> bool:
    """Tell whether the next unit lies within this one: `Pasal 4 ayat (1)`."""
    return RANK[following[0]] > RANK[kind] and following[2].strip(" ,") == ""


def part_of(kind: str, number: str) -> str:
    """A unit as ids have it: `bab-4`, `pasal-3a`."""
    if kind in ("bab", "bagian"):
        return f"{kind}-{canonical(kind, number).replace(' ', '-')}"
    return f"{kind}-{number.lower().replace(' ', '-')}"


def label_of(kind: str, number: str) -> str:
    """A unit as it is written: `ayat (1)`, `Pasal 3`."""
    return f"{_CAPITALISED.get(kind, kind)} {f'({number})' if kind == 'ayat' else number}"


def _shape(number: str) -> str:
    return (
        "(" if number[0] == "(" else "0" if number[0].isdigit() else "K" if len(number) > 3 else "a"
    )


def _shape_of(kind: str) -> str:
    return {"ayat": "(", "huruf": "a", "diktum": "K"}.get(kind, "0")
