"""Where to look for a repair: the units, offices and sentences near a finding."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from patuh.finding import Finding, Proof, Value
from patuh.repair.candidates.law import MEMBERSHIP, Law
from patuh.repair.items import Item, Items
from patuh_parser.sotk import model as m
from patuh_parser.sotk.lexing.gazetteer import Gazetteer

MOST_UNITS = 8
MOST_ITEMS = 40
"""So many sentences near a finding may change: what a search costs grows faster than they do."""
FEW_ITEMS = 12
"""In a proposal of so few sentences every one is near."""


class Focus:
    """What a finding is about, and what a change may name besides."""

    def __init__(self, finding: Finding, items: Items, gazetteer: Gazetteer, law: Law) -> None:
        self._items = items
        self.law = law
        self.path = items.path
        self.lines = items.lines
        self._known = {name.key: name.sort for name in gazetteer.names}
        named = list(dict.fromkeys(_names(finding)))
        self.units = [name for name in named if self.sort(name)][:MOST_UNITS]
        norms = _norms(finding)
        said = (value for norm in norms for value in norm.arguments[1:-1])
        self.roles = list(dict.fromkeys(str(value) for value in said if value in law.unique))
        """The offices that the norms of the proof name: who the law wants to act."""
        self.blamed = {finding.terms.get("pelaku"), finding.terms.get("pemberi")}
        """Who, as the finding says, should not have acted."""
        self.people = [unit for unit in self._acting(finding) if self.sort(unit)]
        self._texts = {
            name: [value] for name, value in finding.terms.items() if isinstance(value, str)
        }
        self.asisten = [name for name in law.asisten if name in items.units or name in self._known]
        parents = [items.parent(name) for name in self.units]
        self.agencies = list(
            dict.fromkeys(
                name
                for name in (*parents, *self.units, *self._some_agencies())
                if name and self.is_agency(name)
            )
        )[:MOST_UNITS]
        self.parents = [name for name in parents if name]
        self.targets = list(
            dict.fromkeys((*law.superiors, *self.units, *self.parents, *self.asisten))
        )
        meant = finding.terms.get("seharusnya")
        among = [value for value in finding.terms.values() if value in self.asisten]
        wanted = among if meant is None else [meant]
        self.rightful = [name for name in self.asisten if name in wanted]
        """The Asisten that the finding says it should be, or between whom it stands."""
        listed_class = finding.terms.get("menurut_daftar", finding.terms.get("kelompok"))
        self.listed_class = listed_class if isinstance(listed_class, str) else None
        self.tasks = {unit: items.tasks[unit] for unit in self.units if unit in items.tasks}
        self.listed = self._close_listed()
        heads = [str(value) for value in (*among, meant) if value is not None]
        self.missing_listed = [
            (asisten, name)
            for name in self.units
            if name not in items.units
            for asisten in heads[:1] or self.asisten
        ]
        closed = any(norm.predicate == MEMBERSHIP for norm in norms)
        self.missing_members = law.members if closed else ()

    def sort(self, name: str) -> str | None:
        """The sort of a unit of the proposal, or of a known name."""
        unit = self._items.units.get(name)
        return unit.sort if unit else self._known.get(name)

    def is_agency(self, name: str) -> bool:
        """Whether the unit is a Perangkat Daerah other than the Sekretariat Daerah."""
        return self.sort(name) in self.law.agencies

    def may_be_abolished(self, name: str) -> bool:
        """Whether a proposal may do without the unit if it says so."""
        return self.is_agency(name) or self.sort(name) in self.law.guided or self.is_outer(name)

    def is_inner(self, name: str) -> bool:
        """Whether the unit lies in an agency, wherever the proposal puts it."""
        return self.sort(name) in self.law.inner

    def is_outer(self, name: str) -> bool:
        """Whether the unit is of the state, not of the regency."""
        return self.sort(name) in self.law.outside

    def outside(self, step: m.Step) -> bool:
        """Whether a party of the step is of the state."""
        return any(map(self.is_outer, (step.actor, *step.targets)))

    def texts_for(self, keyword: str) -> list[str]:
        """What an attribute may say: the field that the finding names, the tasks of its units."""
        fields = self._texts.get("bidang", []) if keyword == "bahasan" else []
        tasks = [task for unit in self.units for task in self.tasks.get(unit, ())]
        return fields + (tasks if keyword == "urusan" else [])

    def matters(self) -> list[str]:
        """The matters that the finding says a unit lacks as its task."""
        return self._texts.get("urusan", [])

    def actors_for(self, actor: str) -> list[str]:
        """Who may do a step instead: whom the norm names, and the agency of a unit inside one."""
        parent = self._items.parent(actor)
        return [*self.roles, *([parent] if parent and self.is_inner(actor) else [])]

    def receivers_for(self, actor: str) -> list[str]:
        """To whom a step may go instead: the agency of a unit inside one, else the offices."""
        parent = self._items.parent(actor)
        if parent and self.is_inner(actor):
            return [parent]
        return list(dict.fromkeys((*self.roles, *self.law.superiors, *self.asisten)))

    def _acting(self, finding: Finding) -> Iterator[str]:
        for workflow in self._items.workflows_at(finding.places, steps=True):
            for step in workflow.steps:
                yield from (step.actor, *step.targets)

    def superiors_of(self, name: str) -> Iterator[str]:
        """To whom an office or unit may be made to answer by a new sentence."""
        law = self.law
        lies_elsewhere = self._items.parent(name) not in {None, *law.unit_of.values()}
        if not lies_elsewhere:
            yield from law.above(self.sort(name) or "")
        yield from (head for head, unit in law.unit_of.items() if unit == name)
        parent = self._items.parent(name)
        if parent:
            yield parent

    def items(self) -> list[Item]:
        """The sentences that mention what the finding is about, nearest first."""
        wanted = frozenset(name for name in self.units if not self.law.is_office(name))
        near = self._items.mentioning(wanted or frozenset(self.units))
        if not near or len(self._items.all) <= FEW_ITEMS:
            near = self._items.all
        return near[:MOST_ITEMS]

    def _some_agencies(self) -> list[str]:
        found = (unit.key for unit in self._items.proposal.units if self.is_agency(unit.key))
        return [name for name, _ in zip(found, range(MOST_UNITS), strict=False)]

    def _close_listed(self) -> list[str]:
        listed = [
            name
            for name, sort in self._known.items()
            if sort in self.law.agencies and name not in self._items.units
        ]
        close = (get_close_matches(unit, listed, n=2, cutoff=0.6) for unit in self.units)
        return list(dict.fromkeys(name for names in close for name in names))


def _names(finding: Finding) -> Iterator[str]:
    """What the finding and the sentences in its proof name."""
    for value in finding.terms.values():
        yield from _strings(value)
    for node in finding.nodes():
        for value in node.arguments if node.kind == "sentence" else ():
            yield from _strings(value)


def _norms(finding: Finding) -> list[Proof]:
    """The norms that the finding rests on."""
    return [node for node in finding.nodes() if node.citation is not None]


def _strings(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in value[1]:
            yield from _strings(inner)


def workflows_of(items: Iterable[Item]) -> set[int]:
    """The workflows that the items belong to."""
    return {item.workflow for item in items if item.workflow is not None}
