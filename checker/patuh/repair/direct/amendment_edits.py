"""Repairs in PERUBAHAN: a sentence taken away or changed, and a new name for what stands.

What such a sentence does reaches far into the base, so these are not searched for among the
facts: each that is near the finding is tried on the text.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from patuh.finding import Edit, Finding, Level
from patuh.repair.candidates.candidate import CHANGE, DROP, PARTY, REMOVE, STANDING
from patuh.repair.candidates.focus import Focus
from patuh.repair.writing.comments import commented, indent
from patuh.repair.writing.line_marks import ENTRY
from patuh.repair.writing.rewriter import Rewriter
from patuh_parser.sotk import model as m

MOST = 8
"""So many sentences are tried."""


def edits(
    finding: Finding, change: m.Proposal, rewriter: Rewriter, focus: Focus
) -> Iterator[tuple[int, Edit]]:
    """The cost and the edit of each way to say one sentence otherwise, or not at all."""
    lines = rewriter.lines
    rows = {place.span.line for place in finding.places if place.path == focus.path}
    named = set(focus.units)
    near = [
        amendment
        for amendment in change.amendments
        if amendment.span.line in rows or named & {*amendment.units, *amendment.result}
    ]
    for amendment in near[:MOST]:
        where = _whole_lines(amendment, lines)
        if where is None:
            continue
        first, last = where
        if lines[first - 1].strip().casefold() == "usulan ini" and first < last:
            first += 1  # the subject of the sentences that follow as well
        old = tuple(lines[first - 1 : last])
        if finding.level > Level.catatan:  # a note asks for no more than a second look
            yield REMOVE, Edit(first, last, (), old)
        for cost, new in _variants(amendment, focus):
            text = f"{indent(old[0])}{rewriter.amendment(new)}"
            yield cost, commented(Edit(first, last, (text,), old))


def new_names(
    others: Iterable[tuple[m.Unit, str, int]], rewriter: Rewriter
) -> Iterator[tuple[int, Edit]]:
    """`mengganti nama` for a unit that the base names otherwise than the regulation."""
    for unit, name, cost in others:
        if unit.span.file:
            renamed = m.Amendment(0, "ganti", (unit.key,), (name,), None, unit.span)
            yield cost + STANDING, rewriter.amending(renamed)


def _variants(amendment: m.Amendment, focus: Focus) -> Iterator[tuple[int, m.Amendment]]:
    if amendment.kind == "alih":
        among = amendment.to in focus.asisten
        for to in (focus.rightful or focus.asisten) if among else focus.agencies:
            if to not in {amendment.to, *amendment.units}:
                yield CHANGE if among else PARTY, replace(amendment, to=to)
    if amendment.kind in {"alih", "hapus"} and len(amendment.units) > 1:
        for unit in amendment.units:
            rest = tuple(other for other in amendment.units if other != unit)
            yield DROP, replace(amendment, units=rest)
    if amendment.kind == "bentuk" and len(amendment.result) > 1:
        for unit in amendment.result:
            rest = tuple(other for other in amendment.result if other != unit)
            yield DROP, replace(amendment, result=rest)


def _whole_lines(amendment: m.Amendment, lines: Sequence[str]) -> tuple[int, int] | None:
    """The lines that the sentence fills, with its list; None if they hold anything else."""
    span = amendment.span
    before = lines[span.line - 1][: span.column - 1]
    after = lines[span.end_line - 1][span.end_column - 1 :].strip()
    if before.strip() or (after and not after.startswith("#")):
        return None
    last = span.end_line
    if lines[last - 1][: span.end_column - 1].rstrip().endswith(":"):
        while last < len(lines) and ENTRY.match(lines[last]):
            last += 1
    return span.line, last
