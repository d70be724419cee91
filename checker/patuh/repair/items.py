"""The sentences of a proposal as things that can be changed, each with the facts it gives."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from patuh.facts.nodes import node_facts
from patuh.facts.text import atom, key
from patuh.finding import Place
from patuh.knowledge.names import kinds
from patuh_parser.sotk import model as m
from patuh_parser.sotk.forms import Node, units_of
from patuh_parser.text.span import Span

STEP_GAP = 100
"""Steps are numbered in hundreds while repairs are sought, so that others fit between."""


NodeT = TypeVar("NodeT", bound=Node)


class Item(Struct, frozen=True):
    """One changeable place: statements of one sentence, a line of the chart, a step, an attribute.

    `units` are the keys it mentions.
    """

    number: int
    span: Span
    nodes: tuple[Node, ...]
    units: frozenset[str]
    workflow: int | None = None
    chart: bool = False

    @property
    def standing(self) -> bool:
        """Whether it stands in the base of the proposal, in another file."""
        return bool(self.span.file)


class Items:
    """All items of a proposal, and the facts that hold whatever is changed."""

    def __init__(self, proposal: m.Proposal, path: str, offices: Mapping[str, str]) -> None:
        """`path` is the file of the proposal itself.

        `offices` gives the sorts of units that may be named without being mentioned yet.
        """
        self.proposal = proposal
        self.path = path
        self.offices = offices
        self.units = {unit.key: unit for unit in proposal.units}
        self.lines = {
            (line.kind, line.source, line.target)
            for line in proposal.statements
            if isinstance(line, m.Line)
        }
        """The lines there are, that none is made a second time."""
        self.tasks: dict[str, list[str]] = defaultdict(list)
        self._placed: dict[str, list[str]] = defaultdict(list)
        for statement in proposal.statements:
            if isinstance(statement, m.Placement):
                self._placed[statement.unit].append(statement.parent)
            elif isinstance(statement, m.Task):
                self.tasks[statement.unit].append(statement.matter)
        self.all: list[Item] = []
        self._by_unit: dict[str, list[Item]] | None = None
        self._by_row: dict[tuple[str, int], list[Item]] | None = None
        self._by_workflow: dict[int, list[Item]] = defaultdict(list)
        self._facts: dict[int, tuple[str, ...]] = {}
        for span, statements in _by_sentence(proposal.statements).items():
            self._add(span, statements)
        for line in proposal.chart:
            self._add(line.span, (line,), chart=True)
        for workflow in proposal.workflows:
            for attribute in workflow.attributes:
                self._add(attribute.span, (attribute,), workflow.id)
            for span, steps in _by_sentence(workflow.steps).items():
                self._add(span, steps, workflow.id)

    def _add(
        self,
        span: Span,
        nodes: tuple[Node, ...],
        workflow: int | None = None,
        chart: bool = False,
    ) -> None:
        units = frozenset(name for node in nodes for name in units_of(node))
        item = Item(len(self.all), span, nodes, units, workflow, chart)
        self.all.append(item)
        if workflow is not None:
            self._by_workflow[workflow].append(item)

    def facts(self, item: Item) -> tuple[str, ...]:
        """The facts that hold as long as the item stands."""
        if item.number not in self._facts:
            every = (self.facts_of(n, item.workflow, chart=item.chart) for n in item.nodes)
            self._facts[item.number] = tuple(dict.fromkeys(chain.from_iterable(every)))
        return self._facts[item.number]

    def facts_of(
        self,
        node: Node,
        workflow: int | None = None,
        *,
        chart: bool = False,
        scaled: bool = False,
    ) -> Iterator[str]:
        """The facts of a statement, step or attribute, with those of the units it mentions.

        `scaled` says that the number of a step already counts in hundreds.
        """
        if isinstance(node, m.Step) and not scaled:
            node = replace(node, number=node.number * STEP_GAP)
        yield from (fact for fact, _ in node_facts(node, workflow or 0, chart=chart))
        for name in units_of(node):
            yield from self.unit_facts(name)

    def as_classed(self, facts: Iterable[str], named: Iterable[Node]) -> Iterator[str]:
        """The facts as they are once units are called bodies outside, and no longer agencies."""
        other = {
            atom("unit", key(node.unit), self.units[node.unit].sort): atom(
                "unit", key(node.unit), node.unsur
            )
            for node in named
            if isinstance(node, m.Classification)
            and node.unsur in kinds().outside
            and node.unit in self.units
        }
        return (other.get(fact, fact) for fact in facts)

    def unit_facts(self, name: str) -> Iterator[str]:
        """`unit/2` and `pada/2` of a unit; nothing for a name that has no sort."""
        unit = self.units.get(name)
        if unit is None and name in self.offices:
            yield atom("unit", key(name), self.offices[name])
        if unit is not None:
            yield atom("unit", key(unit.key), unit.sort)
            if unit.parent is not None:
                # what a sentence places stands or falls with that sentence
                if unit.parent not in self._placed.get(name, ()):
                    yield atom("pada", key(unit.key), key(unit.parent))
                yield from self.unit_facts(unit.parent)

    def mentioning(self, names: frozenset[str]) -> list[Item]:
        """The items that mention one of the units, in the order of the text."""
        by_unit = self._index()
        found = {item.number: item for name in names for item in by_unit.get(name, ())}
        return [found[number] for number in sorted(found)]

    def at(self, places: Iterable[Place]) -> list[Item]:
        """The items that stand on the lines of the places, in the order of the text."""
        if self._by_row is None:
            self._by_row = defaultdict(list)
            for item in self.all:
                for row in self._rows(item.span):
                    self._by_row[row].append(item)
        found = {
            item.number: item
            for place in places
            for row in self._rows(place.span, place.path)
            for item in self._by_row.get(row, ())
        }
        return [found[number] for number in sorted(found)]

    def shares_a_line(self, item: Item) -> bool:
        """Whether another sentence stands on one of its lines."""
        return any(other.span != item.span for other in self.at([Place(self.path, item.span)]))

    def workflows_at(self, places: Iterable[Place], *, steps: bool) -> list[m.Workflow]:
        """The workflows whose heading stands there; with `steps` also those of a step."""
        rows = {row for place in places for row in self._rows(place.span, place.path)}
        return [
            flow
            for flow in self.proposal.workflows
            if (flow.span.file or self.path, flow.span.line) in rows
            or (steps and any((s.span.file or self.path, s.span.line) in rows for s in flow.steps))
        ]

    def _rows(self, span: Span, path: str | None = None) -> Iterator[tuple[str, int]]:
        file = path or span.file or self.path
        return ((file, row) for row in range(span.line, span.end_line + 1))

    def workflow(self, number: int) -> m.Workflow:
        """A workflow by its number."""
        return self.proposal.workflows[number - 1]

    def of_workflow(self, number: int) -> list[Item]:
        """The attributes and steps of a workflow."""
        return self._by_workflow.get(number, [])

    def parent(self, name: str) -> str | None:
        """The unit that a unit lies in."""
        unit = self.units.get(name)
        if unit is not None and unit.parent:
            return unit.parent
        return next(iter(self._placed.get(name, ())), None)

    def unmentioned(self) -> tuple[m.Unit, ...]:
        """The units of which no item says anything, nor of a unit inside them."""
        return unmentioned(self.proposal.units, self._index())

    def _index(self) -> dict[str, list[Item]]:
        """The items that mention a unit, or one inside it."""
        if self._by_unit is None:
            self._by_unit = defaultdict(list)
            for item in self.all:
                for name in item.units:
                    self._by_unit[name].append(item)
        return self._by_unit


def unmentioned(units: Iterable[m.Unit], named: Iterable[str]) -> tuple[m.Unit, ...]:
    """The units that are not among the named ones, nor is any that lies in them."""
    parents = {unit.key: unit.parent for unit in units}
    said: set[str | None] = {None}
    for name in named:
        above: str | None = name
        while above not in said:
            said.add(above)
            above = parents.get(above or "")
    return tuple(unit for unit in units if unit.key not in said)


def _by_sentence(nodes: Iterable[NodeT]) -> dict[Span, tuple[NodeT, ...]]:
    found: dict[Span, list[NodeT]] = defaultdict(list)
    for node in nodes:
        found[node.span].append(node)
    return {span: tuple(group) for span, group in found.items()}
