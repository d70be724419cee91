"""Facts from the numbers of a draft: what follows on what in every run of numbers."""

import re
from collections.abc import Iterable, Iterator

from patuh.facts.drafts.collector import Collector
from patuh_parser.legal.lines.markers import read_mark
from patuh_parser.legal.lines.numerals import NONE, Position, place_of
from patuh_parser.legal.model import Draft, Node

_THROUGHOUT = ("bab", "pasal", "diktum")
_WITHIN = ("bagian", "paragraf", "ayat", "huruf", "angka", "romawi")


def sequence_facts(into: Collector) -> None:
    """What follows on what in every run."""
    for label, (above, run) in enumerate(_runs(into.draft), 1):
        _sequence(into, above, run, label)


def runs_of(draft: Draft) -> Iterator[list[Node]]:
    """Every run: bab, pasal and diktum throughout the draft, the others within one unit."""
    return (run for _, run in _runs(draft))


def _runs(draft: Draft) -> Iterator[tuple[Node | None, list[Node]]]:
    """The same, each with the unit that it is in."""
    own = [node for node in draft.walk() if not node.quoted]
    runs: list[tuple[Node | None, list[Node]]] = [
        (None, [n for n in own if n.kind == kind and n.number]) for kind in _THROUGHOUT
    ]
    for node in draft.everywhere():
        if node.kind in ("angka", "pasal") and any(
            child.quoted and not node.quoted for child in node.children
        ):
            continue
        groups: dict[str, list[Node]] = {}
        for child in node.children:
            if child.kind in _WITHIN:
                groups.setdefault(child.kind, []).append(child)
        runs += ((node, run) for run in groups.values())
    return ((above, run) for above, run in runs if run)


def _sequence(into: Collector, above: Node | None, run: Iterable[Node], label: int) -> None:
    before: Node | None = None
    first: dict[Position, Node] = {}
    for node in run:
        value, added = value_of(node)
        if (value, added) == NONE and node.bare != "0":
            continue
        at = into.first_line(node.place)
        into.fact(at, "bernomor", into.number(node), label, value, added)
        same = first.setdefault((value, added), node)
        if same is not node:
            into.fact(at, "bernomor_sama", into.number(node), into.number(same))
        if before is None:
            into.fact(at, "nomor_pertama", into.number(node))
            if value > 1 and _before_is_unread(into, above, node, value - 1):
                into.fact(at, "sebelumnya_tak_terbaca", into.number(node))
        else:
            into.fact(at, "sesudah", into.number(node), into.number(before))
        before = node


def value_of(node: Node) -> Position:
    """The number of a unit as (number, place of its added letter), `NONE` where it has none."""
    if node.kind in (*_THROUGHOUT, "bagian", "paragraf"):
        return place_of(node.kind, node.bare)
    return read_mark(node.number).place


def _before_is_unread(into: Collector, above: Node | None, node: Node, value: int) -> bool:
    """Whether the number before stands above in the unit: without its mark, or behind words."""
    if above is None or node.kind not in ("huruf", "angka", "ayat"):
        return False
    written = chr(96 + value) if node.kind == "huruf" else str(value)
    marked = rf"\({written}\)" if node.kind == "ayat" else rf"{written}[.)]"
    plain = rf"^\s*{written} [A-Za-z]" if node.kind == "angka" else rf"^\s*{marked}"
    unread = re.compile(rf"{plain}|:\s*{marked}")
    lines = (into.draft.line(number) for number in range(above.place.line, node.place.line))
    return any(line and unread.search(line.text) for line in lines)
