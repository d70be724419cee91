"""Where to look for a repair: the units, offices and sentences near a finding."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from patuh.finding import Finding, Proof, Value
from patuh.repair.items import Item, Items
from patuh_parser.sotk import model as m
from patuh_parser.sotk.gazetteer import Gazetteer

MOST_UNITS = 8
MOST_ITEMS = 400
_AGENCIES = {
    "sekretariat_dprd", "inspektorat", "dinas", "badan", "satuan_polisi_pamong_praja",
    "kecamatan", "rumah_sakit_umum_daerah",
}  # fmt: skip
_OFFICES = ("bupati", "sekretaris_daerah", "sekretariat_daerah", "dprd")
_ASISTEN = (
    "asisten_pemerintahan_dan_kesejahteraan_rakyat",
    "asisten_perekonomian_dan_pembangunan",
    "asisten_administrasi_umum",
)
_MEMBERS = ("dprd", "Kepolisian Resort", "Kejaksaan Negeri", "Komando Distrik Militer")


class Focus:
    """What a finding is about, and what a change may name besides."""

    def __init__(self, finding: Finding, items: Items, gazetteer: Gazetteer) -> None:
        self._items = items
        self.lines = {
            (line.kind, line.source, line.target)
            for line in items.proposal.statements
            if isinstance(line, m.Line)
        }
        """The lines there are, that none is made a second time."""
        self._known = {name.key: name.sort for name in gazetteer.names}
        self.offices = frozenset((*_OFFICES, *_ASISTEN, "wakil_bupati", "forkopimda"))
        named = list(dict.fromkeys(_names(finding)))
        self.units = [name for name in named if self.sort(name)][:MOST_UNITS]
        self.asisten = [name for name in _ASISTEN if name in items.units or name in self._known]
        parents = [self._parent(name) for name in self.units]
        self.agencies = list(
            dict.fromkeys(
                name
                for name in (*parents, *self.units, *self._some_agencies())
                if name and self.is_agency(name)
            )
        )[:MOST_UNITS]
        self.targets = list(
            dict.fromkeys((*_OFFICES[:2], *self.units, *filter(None, parents), *self.asisten))
        )
        self.tasks = self._tasks()
        self.listed = self._close_listed()
        listed = finding.terms.get("asisten") or finding.terms.get("seharusnya")
        self.missing_listed = [
            (asisten, name)
            for name in self.units
            if name not in items.units
            for asisten in ([listed] if isinstance(listed, str) else self.asisten)
        ]
        self.missing_members = [
            name.key
            for name in gazetteer.names
            if name.key == name.display or name.key == "dprd"
            if name.key.startswith(_MEMBERS) and finding.check == "V5"
        ]

    def sort(self, name: str) -> str | None:
        """The sort of a unit of the proposal, or of a known name."""
        unit = self._items.units.get(name)
        return unit.sort if unit else self._known.get(name)

    def is_agency(self, name: str) -> bool:
        """Whether the unit is a Perangkat Daerah other than the Sekretariat Daerah."""
        return self.sort(name) in _AGENCIES

    def superiors_of(self, name: str) -> Iterator[str]:
        """To whom an office or unit may be made to answer by a new sentence."""
        sort = self.sort(name)
        if sort in {"sekretaris_daerah", "staf_ahli"}:
            yield "bupati"
        elif sort in {"asisten", "sekretariat_daerah"}:
            yield "sekretaris_daerah"
        parent = self._parent(name)
        if parent:
            yield parent

    def items(self) -> list[Item]:
        """The sentences that mention what the finding is about, nearest first."""
        wanted = frozenset(name for name in self.units if name not in self.offices)
        near = self._items.mentioning(wanted or frozenset(self.units))
        return near[:MOST_ITEMS]

    def _parent(self, name: str) -> str | None:
        unit = self._items.units.get(name)
        if unit is not None and unit.parent:
            return unit.parent
        for statement in self._items.proposal.statements:
            if isinstance(statement, m.Placement) and statement.unit == name:
                return statement.parent
        return None

    def _some_agencies(self) -> list[str]:
        found = (unit.key for unit in self._items.proposal.units if self.is_agency(unit.key))
        return [name for name, _ in zip(found, range(MOST_UNITS), strict=False)]

    def _tasks(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for statement in self._items.proposal.statements:
            if isinstance(statement, m.Task) and statement.unit in self.units:
                found.setdefault(statement.unit, []).append(statement.task)
        return found

    def _close_listed(self) -> list[str]:
        listed = [
            name
            for name, sort in self._known.items()
            if sort in _AGENCIES and name not in self._items.units
        ]
        close = (get_close_matches(unit, listed, n=2, cutoff=0.6) for unit in self.units)
        return list(dict.fromkeys(name for names in close for name in names))


def _names(finding: Finding) -> Iterator[str]:
    for value in finding.terms.values():
        yield from _strings(value)
    if finding.proof is not None:
        yield from _proof_names(finding.proof)


def _proof_names(proof: Proof) -> Iterator[str]:
    stack = [proof]
    while stack:
        node = stack.pop()
        if node.kind == "sentence":
            for value in node.arguments:
                yield from _strings(value)
        stack.extend(reversed(node.children))


def _strings(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in value[1]:
            yield from _strings(inner)


def workflows_of(items: Iterable[Item]) -> set[int]:
    """The workflows that the items belong to."""
    return {item.workflow for item in items if item.workflow is not None}
