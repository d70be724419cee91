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
    """Yield `wakil_kelompok(Kelompok)` for each group that a line is of and nobody belongs to, and
    for each that acts in a step, or is left out of one, by the one that stands for it."""
    lines = [one for one in proposal.statements if isinstance(one, Line)]
    groups = {line.group: line.span for line in reversed(lines) if line.group is not None}
    yield from _of_steps(proposal)
    if not groups:
        return
    every, above = tables().sorts["agencies"], tables().sorts["passed_by"]
    there = {unit.sort for unit in proposal.units if unit.key not in above}
    for group, span in groups.items():
        members = kinds().agencies if group in every else {group}
        if there.isdisjoint(members):
            yield atom("wakil_kelompok", group), span


def _of_steps(proposal: Proposal) -> Iterator[tuple[str, Span]]:
    groups = {one: group for group, one in tables().stand_ins.items()}
    named = {unit.key for unit in proposal.units}
    for flow in proposal.workflows:
        for step in flow.steps:
            for one in (step.actor, *step.targets, *step.lacking):
                if one in groups and one not in named:
                    yield atom("wakil_kelompok", groups[one]), step.span
