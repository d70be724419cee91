"""Whether a repair decides what only the regency can decide: which office, or which pattern.

Of two sets of changes of the same cost that name different offices, or different patterns of
relation, neither follows from the regulation. They are offered side by side and never written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from patuh.finding import Finding, Repair
from patuh.repair.candidates.candidate import Candidate
from patuh.repair.items import Items
from patuh_parser.sotk import model as m
from patuh_parser.sotk.forms import Node, units_of

SAID = "seharusnya"
"""The term in which a finding says who or what it should be."""


class Decision(Struct, frozen=True):
    """What a change names that was not there, or takes away."""

    offices: frozenset[str] = frozenset()
    patterns: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()

    def rivals(self, other: "Decision") -> bool:
        """Whether the other decides the same kind of thing differently.

        Whoever names all that this one names, and more, is no rival: that is not needed.
        """
        if self.offices and other.offices and not self.offices <= other.offices:
            return True
        return any(
            mine and theirs and mine != theirs
            for mine, theirs in ((self.patterns, other.patterns), (self.dropped, other.dropped))
        )


class Deciding:
    """Tells what the changes of one proposal decide."""

    def __init__(self, items: Items, findings: Iterable[Finding]) -> None:
        """`findings` are those to repair; what one says should be is nobody's choice."""
        self._items = items
        self._said = {str(f.terms[SAID]) for f in findings if SAID in f.terms}

    def of(self, chosen: Iterable[int], candidates: Sequence[Candidate]) -> Decision:
        """What a set of changes decides as a whole."""
        every = [self._one(candidates[index]) for index in chosen]
        return Decision(
            frozenset[str]().union(*(one.offices for one in every)),
            frozenset[str]().union(*(one.patterns for one in every)),
            frozenset[str]().union(*(one.dropped for one in every)),
        )

    def choosing(
        self,
        chosen: Sequence[int],
        sets: Iterable[Sequence[int]],
        candidates: Sequence[Candidate],
    ) -> frozenset[int]:
        """Those of the chosen changes in whose place others of the same cost decide otherwise."""
        found: set[int] = set()
        for other in sets:
            instead = [candidates[index] for index in other if index not in chosen]
            for index in set(chosen) - set(other) - found:
                mine = candidates[index]
                if any(
                    _same_matter(mine, c) and self._one(mine).rivals(self._one(c)) for c in instead
                ):
                    found.add(index)
        return frozenset(found)

    def rivals(self, index: int, candidates: Sequence[Candidate]) -> Iterator[int]:
        """The changes of the same cost that decide the same matter otherwise."""
        mine = candidates[index]
        decided = self._one(mine)
        for other, candidate in enumerate(candidates):
            alike = candidate.cost == mine.cost and _same_matter(mine, candidate)
            if alike and other != index and decided.rivals(self._one(candidate)):
                yield other

    def _one(self, candidate: Candidate) -> Decision:
        parts = [candidate, *candidate.more]
        old = [node for part in parts for node in _old(part)]
        new = [part.node for part in parts if part.node is not None]
        known = {unit for node in old for unit in units_of(node)}
        for part in parts:
            flow = part.workflow if part.item is None else part.item.workflow
            if flow is not None:  # whoever acts in a workflow already is no new office
                known |= {unit for item in self._items.of_workflow(flow) for unit in item.units}
        named = {unit for node in new for unit in units_of(node)}
        units = named - known
        if units and any(isinstance(node, m.Line) for node in new):
            units = named  # a line to another party: both its ends are decided on
        patterns = {word for node in new for word in _patterns(node)}
        if self._said & (units | patterns):
            return Decision()
        gone = {u for part in parts if part.node is None for n in _old(part) for u in units_of(n)}
        same = patterns == {word for node in old for word in _patterns(node)}
        return Decision(
            frozenset(units), frozenset() if same else frozenset(patterns), frozenset(gone)
        )


def as_choices(repairs: Sequence[Repair], decisions: Mapping[str, Decision]) -> Iterator[Repair]:
    """The repairs, cheapest first, marked where others of the same cost decide otherwise.

    `decisions` gives by text what a repair decides; of one that is not there, it is a name.
    """
    for repair in repairs:
        mine = decisions.get(repair.text)
        others = [
            decisions.get(other.text)
            for other in repairs
            if other.cost == repair.cost and other is not repair
        ]
        if mine is None:
            choice = None in others
        else:
            choice = any(his is not None and mine.rivals(his) for his in others)
        yield replace(repair, choice=choice)


def _same_matter(mine: Candidate, other: Candidate) -> bool:
    """Whether two changes concern a common unit or sentence."""
    if mine.item is not None and mine.item == other.item:
        return True
    return bool(_units(mine) & _units(other))


def _units(candidate: Candidate) -> set[str]:
    nodes = [*_old(candidate), *([candidate.node] if candidate.node is not None else [])]
    return {unit for node in nodes for unit in units_of(node)}


def _old(candidate: Candidate) -> Iterator[Node]:
    if candidate.old is not None:
        yield candidate.old
    elif candidate.item is not None:
        yield from candidate.item.nodes


def _patterns(node: Node) -> Iterator[str]:
    """The words for the kind of a relation."""
    if isinstance(node, m.Line):
        yield from filter(None, (node.pattern, node.subpattern))
