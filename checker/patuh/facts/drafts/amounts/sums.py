"""Facts on totals: amounts in a list or a table that come to another total than is stated."""

import re
from collections import Counter
from collections.abc import Iterator

from patuh.facts.drafts.amounts.stated import FIGURES, value_of_figures, written
from patuh.facts.drafts.cited.resolver import Resolver
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of, terms
from patuh_parser.legal.model import Node
from patuh_parser.text.span import Span

_MONEY = re.compile(rf"Rp\.? ?(?P<figures>{FIGURES})(?![0-9,.]*[0-9])")
_NO_PART = re.compile(
    r"\b(?:paling|setiap|per|masing-masing|antara|semula|bertambah|berkurang|dikurangi|tarif)\b"
)
"""Words beside amounts that are bounds, rates or changes, and add up to nothing."""
_TOTAL = re.compile(r"(?:jumlah|total)\b", re.IGNORECASE)
_CELL = re.compile(rf"(?:Rp\.? ?)?({FIGURES})")
_NONE = ("-", "–", "")
_ROWS = 3
"""So many numbered rows make a table."""


def sum_facts(into: Collector, resolver: Resolver) -> None:
    """The lists and tables whose parts do not come to their total."""
    found = [
        (at, written(stated), written(listed))
        for at, stated, listed in (*_lists(into, resolver), *_tables(into))
    ]
    for index, (at, stated, listed) in enumerate((*found, *_units(into)), 1):
        into.locus("jumlah", index, at)
        into.fact(at, "jumlah_berbeda", index, string(stated), string(listed))


def _units(into: Collector) -> Iterator[tuple[Span, str, str]]:
    """How many bab and pasal the general explanation says the text has."""
    general = into.draft.explanation.general if into.draft.explanation else None
    if general is None or into.draft.amending:
        return
    kinds = Counter(node.kind for node in into.draft.walk() if not node.quoted)
    for found in pattern_of("terdiri_atas_bab").finditer(general.text):
        for kind in ("bab", "pasal"):
            if found[kind] and int(found[kind]) != kinds[kind] > 0:
                at = into.first_line(general.place)
                yield at, f"{found[kind]} {kind}", f"{kinds[kind]}"


def _lists(into: Collector, resolver: Resolver) -> Iterator[tuple[Span, int, int]]:
    """Lists with one amount in each item, below a total or below the words that name it."""
    cites = {id(one.node): one for one in into.draft.references if one.kind == "internal"}
    for node in into.draft.walk():
        if len(node.children) < 2 or not terms().summed.search(node.text):
            continue
        total = _amount(node)
        if not _MONEY.search(node.text) and id(node) in cites:
            meant = [resolver.node(one.id) for one in resolver.targets(cites[id(node)])]
            total = _amount(meant[0]) if len(meant) == 1 and meant[0] else None
        parts = [part for child in node.children if (part := _amount(child)) is not None]
        if total is not None and len(parts) == len(node.children) and sum(parts) != total:
            yield into.first_line(node.place), total, sum(parts)


def _amount(node: Node) -> int | None:
    """The one amount in the words of a provision; `None` for none, several or a bound."""
    found = _MONEY.findall(node.text)
    if len(found) != 1 or _NO_PART.search(node.text):
        return None
    return value_of_figures(found[0])


def _tables(into: Collector) -> Iterator[tuple[Span, int, int]]:
    """Tables whose rows are numbered without a gap from 1 up to the row of totals."""
    rows: list[list[str]] = []
    for line in into.draft.lines:
        cells = [cell.strip() for cell in line.text.split("|")]
        number = cells[0].rstrip(".") if len(cells) > 1 else ""
        if number in ("1", str(len(rows) + 1)):
            rows = [*rows, cells] if number != "1" else [cells]
            continue
        if len(rows) >= _ROWS and _TOTAL.match(next((cell for cell in cells if cell), "")):
            at = into.line(line.number)
            yield from ((at, *sums) for sums in _columns(cells, rows))
        rows = []


def _columns(totals: list[str], rows: list[list[str]]) -> Iterator[tuple[int, int]]:
    """The totals, counted from the right, to which their columns do not come; where one row has
    the total it may be that of rows below it."""
    for column in range(-1, -len(totals), -1):
        parts = [_cell(row[column]) for row in rows if len(row) >= len(totals)]
        values = [part for part in parts if part is not None]
        stated = _cell(totals[column]) if totals[column] else None
        if stated is not None and len(values) == len(rows) and stated not in (*values, sum(values)):
            yield stated, sum(values)


def _cell(written: str) -> int | None:
    found = _CELL.fullmatch(written)
    return value_of_figures(found[1]) if found else 0 if written in _NONE else None
