"""Facts on what a provision and a row of an attachment say of one thing, and say differently.

Told where other rows of the attachment agree with the provisions, so that it is on the same matter.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from patuh.facts.drafts.amounts.stated import in_provisions, in_rows, written
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.twice.differing import Differing
from patuh.facts.drafts.twice.listed_rows import other_rows
from patuh.knowledge.drafting import pattern_of
from patuh.knowledge.patterns import folded
from patuh_parser.legal.model import Attachment, Line
from patuh_parser.text.span import Span

_SORT = r"(?P<sort>[Tt]ipe|[Kk]elas|[Gg]olongan|[Kk]ategori|[Zz]ona|[Kk]elompok|[Tt]ingkat)"
_OF_A_SORT = re.compile(rf"\b{_SORT} (?P<key>[A-Z]|[IVX]{{1,4}}|[0-9]{{1,2}})\b")
_QUANTITIES = (
    re.compile(r"pukul [0-2]?[0-9][.:][0-5][0-9]"),
    re.compile(r"Rp\.? ?[0-9.]{3,25}"),
    re.compile(r"[0-9]{1,3}(?:,[0-9]{1,2})?%"),
)
_TOTAL = re.compile(
    r"\W*(?i:jumlah|total)(?: (?i:seluruhnya|keseluruhan))?[^0-9a-zA-Z]{1,60}(?:Rp\.? ?)?"
    r"(?P<total>[0-9]{1,3}(?:\.[0-9]{3})+)(?:,00)?\W*\Z"
)
Pair = tuple[Span, str, str]
"""Where a row stands, what it says, and what the provision says."""


def other_annexed(into: Collector) -> Iterator[Differing]:
    """The rows of attachments that differ."""
    for one in into.draft.attachments:
        for pair in (*_amounts(into, one), *_sorts(into, one), *_total(into, one)):
            yield Differing(*pair, "lampiran")
    yield from (Differing(*pair, "lampiran") for pair in other_rows(into))


def _amounts(into: Collector, attachment: Attachment) -> Iterator[Pair]:
    """Amounts under one name."""
    rows = [*in_rows(into, attachment)]
    if not rows:
        return
    often = Counter(row.name for row in rows)
    said = {one.name: one for one in in_provisions(into, into.draft.provisions())}
    pairs = [(row, said[row.name]) for row in rows if often[row.name] == 1 and row.name in said]
    if not any(row.value == one.value for row, one in pairs):
        return
    for row, one in pairs:
        if row.value != one.value:
            yield row.at, f"Rp{written(row.value)}", f"Rp{written(one.value)}"


def _sorts(into: Collector, attachment: Attachment) -> Iterator[Pair]:
    """Hours, amounts and shares of one type, class or group."""
    said: dict[tuple[str, str], str] = {}
    for node in into.draft.provisions():
        keys = {(found["sort"].lower(), found["key"]) for found in _OF_A_SORT.finditer(node.text)}
        if len(keys) == 1 and any(quantity.search(node.text) for quantity in _QUANTITIES):
            said.setdefault(keys.pop(), node.text)
    rows = [*_rows(into, attachment, {sort for sort, _ in said})] if said else []
    for quantity in _QUANTITIES:
        told = [
            (line, {*quantity.findall(line.text)}, {*quantity.findall(said[key])})
            for line, key in rows
            if key in said
        ]
        told = [one for one in told if one[1] and one[2]]
        if any(here == there for _, here, there in told):
            for line, here, there in told:
                if other := sorted(here - there):
                    yield into.line(line.number), ", ".join(other), ", ".join(sorted(there - here))


def _rows(
    into: Collector, attachment: Attachment, sorts: set[str]
) -> Iterator[tuple[Line, tuple[str, str]]]:
    """The rows of tables in which one column is that of a sort, with the key in that column."""
    column, sort = -1, ""
    for line in into.draft.lines_of(attachment.place):
        cells = [cell.strip() for cell in line.text.split("|")]
        heads = [(at, cell.lower()) for at, cell in enumerate(cells) if cell.lower() in sorts]
        if len(cells) > 1 and len(heads) == 1:
            column, sort = heads[0]
        elif column >= 0 and len(cells) > column:
            yield line, (sort, cells[column])


def _total(into: Collector, attachment: Attachment) -> Iterator[Pair]:
    """The total of the only attachment, whose parts a provision says that it sets out."""
    if len(into.draft.attachments) > 1 or into.draft.amending:
        return
    lines = into.draft.lines_of(attachment.place)
    rows = [(line, found) for line in lines if (found := _TOTAL.match(line.text))]
    words = folded(" ".join(line.text for line in lines))
    for article in into.draft.articles():
        ayat = [node for node in article.children if node.kind == "ayat"]
        for stated, annexed in pairwise(ayat):
            numbers = [*pattern_of("jumlah_ditetapkan").finditer(stated.text)]
            cites = pattern_of("rincian_lampiran").match(annexed.text)
            if len(rows) != 1 or len(numbers) != 1 or not cites or cites["ayat"] != stated.bare:
                continue
            line, row = rows[0]
            one = numbers[0]
            unit = one["rupiah"] or folded(one["unit"] or "")
            if unit and folded(unit) in words and row["total"] != one["figures"]:
                yield into.line(line.number), row["total"], one["figures"]
