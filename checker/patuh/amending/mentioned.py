"""Which units the structure of a proposal speaks of, beside those of its workflows alone."""

from bisect import bisect_right

from patuh.amending.nodes import ended, named
from patuh_parser.sotk import model as m
from patuh_parser.text.span import Span


def in_structure(proposal: m.Proposal) -> dict[str, m.Unit]:
    """The units that STRUKTUR names, if only by themselves, and those that they lie in.

    Not those that a change ends, nor what is only named in a workflow or in a sentence that states
    no relation.
    """
    told = (one for one in proposal.statements if isinstance(one, m.Told))
    aside = _Stretches([*(flow.span for flow in proposal.workflows), *(one.span for one in told)])
    said = {key for one in proposal.statements if not isinstance(one, m.Told) for key in named(one)}
    if proposal.has_structure:
        said |= {unit.key for unit in proposal.units if unit.span not in aside}
    said |= {unit.parent for unit in proposal.units if unit.key in said and unit.parent}
    gone = {change.old for change in ended(proposal.statements)}
    return {u.key: u for u in proposal.units if u.key in said and u.key not in gone}


class _Stretches:
    """Lines of files, to be asked whether a place lies in them."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted((span.file, span.line, span.end_line) for span in spans)
        self._starts = [(file, first) for file, first, _ in self._spans]

    def __contains__(self, span: Span) -> bool:
        at = bisect_right(self._starts, (span.file, span.line)) - 1
        if at < 0:
            return False
        file, _, last = self._spans[at]
        return file == span.file and span.line <= last
