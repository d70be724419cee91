"""Who stands for a group of which the proposal names no member.

"Seluruh Perangkat Daerah bertanggung jawab langsung kepada Bupati." is judged although no agency is
named: one that stands for each of them is given to the rules (kb/vocabulary/satuan.lp).
"""

from collections.abc import Iterator

from patuh.facts.text import atom
from patuh.knowledge.names import kinds
from patuh_parser.sotk.forms import Line
from patuh_parser.sotk.model import Proposal
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.span import Span


def representatives(proposal: Proposal) -> Iterator[tuple[str, Span]]:
    """Yield `wakil_kelompok(Kelompok)` for each group that a line is of and nobody belongs to."""
    lines = [one for one in proposal.statements if isinstance(one, Line)]
    groups = {line.group: line.span for line in reversed(lines) if line.group is not None}
    if not groups:
        return
    every, above = tables().sorts["agencies"], tables().sorts["passed_by"]
    there = {unit.sort for unit in proposal.units if unit.key not in above}
    for group, span in groups.items():
        members = kinds().agencies if group in every else {group}
        if there.isdisjoint(members):
            yield atom("wakil_kelompok", group), span
