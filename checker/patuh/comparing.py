"""Two proposals side by side: findings, units, and what was and is to be (semula – menjadi)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from patuh.amending.nodes import renamed
from patuh.amending.structure import ended
from patuh.checking import Reading
from patuh.explain.findings import ContentKey, content_key
from patuh.finding import Finding, Result, Value
from patuh.knowledge.names import gazetteer, kinds
from patuh.knowledge.norms import sorts
from patuh.knowledge.root import kb_root
from patuh_parser.sotk import model as m
from patuh_parser.sotk.printing.phrases import Phrases
from patuh_parser.sotk.printing.proposal import statement_text
from patuh_parser.text.span import Span

UnitChangeKind = Literal[
    "dibentuk", "digabung", "dipecah", "diganti", "dihapus", "dialihkan", "tidak_disebut"
]
Aspect = Literal["satuan", "kedudukan"] | m.LineKind
ORDER: tuple[UnitChangeKind, ...] = (
    "dibentuk", "digabung", "dipecah", "diganti", "dihapus", "dialihkan", "tidak_disebut",
)  # fmt: skip
_FROM_ABOVE = frozenset(
    {"membawahi", "membina", "mengoordinasikan", "mengoordinasikan_administratif"}
)
_KINDS: tuple[m.LineKind, ...] = (
    "bertanggung_jawab", "membawahi", "membina", "mengoordinasikan",
    "mengoordinasikan_administratif", "berhubungan_kerja",
)  # fmt: skip
_NOWHERE = Span(1, 1, 1, 1)


class Checked(Struct, frozen=True):
    """A proposal and what its check brought."""

    result: Result
    reading: Reading


class UnitChange(Struct, frozen=True):
    """What became of units, by their names: of a move, from where to where."""

    kind: UnitChangeKind
    units: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Row(Struct, frozen=True):
    """A row of the matrix: what both proposals say of one aspect of a unit, as sentences."""

    unit: str
    aspect: Aspect
    before: tuple[str, ...]
    after: tuple[str, ...]


class Comparison(Struct, frozen=True):
    """A base and a proposal; findings with equal content are the same finding."""

    base: Result
    proposal: Result
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    unchanged: tuple[Finding, ...]
    units: tuple[UnitChange, ...]
    matrix: tuple[Row, ...]

    @property
    def findings(self) -> tuple[tuple[str, tuple[Finding, ...], Result], ...]:
        """The findings by what became of them, each group with the result that they stand in."""
        return (
            ("new", self.new, self.proposal),
            ("gone", self.gone, self.base),
            ("unchanged", self.unchanged, self.proposal),
        )


def compare(base: Checked, proposal: Checked) -> Comparison:
    """The differences of a proposal from a base, in the order of the base."""
    sides = _Sides(base.reading, proposal.reading)
    old = [
        (_said(finding, base.result, sides.renamed), finding) for finding in base.result.findings
    ]
    new = [(_said(finding, proposal.result, {}), finding) for finding in proposal.result.findings]
    known, now = {key for key, _ in old}, {key for key, _ in new}
    return Comparison(
        base.result,
        proposal.result,
        tuple(finding for key, finding in new if key not in known),
        tuple(finding for key, finding in old if key not in now),
        tuple(finding for key, finding in new if key in known),
        tuple(sorted(sides.units(), key=lambda change: ORDER.index(change.kind))),
        tuple(sides.rows()),
    )


def _said(finding: Finding, result: Result, names: Mapping[str, str]) -> ContentKey:
    """What a finding says, with units by their new names and workflows by their titles."""

    def now(value: Value) -> Value:
        if isinstance(value, tuple):
            return value[0], tuple(map(now, value[1]))
        return names.get(value, value) if isinstance(value, str) else value

    terms = {name: now(value) for name, value in finding.terms.items()}
    number = terms.get("alur")
    if isinstance(number, int):
        terms["alur"] = result.input.workflows.get(number, number)
    return content_key(replace(finding, terms=terms))


class _Side:
    """One of the two structures, by unit."""

    def __init__(self, reading: Reading) -> None:
        proposal = reading.proposal
        self.proposal = proposal
        gone = {change.old for change in ended(proposal.statements)}
        self.units = {u.key: u for u in proposal.units if u.key not in gone}
        self.changes = {
            (s.kind, s.new, s.old): s for s in proposal.statements if isinstance(s, m.Change)
        }
        names = gazetteer(kb_root(), [law.id for law in reading.laws])
        self._phrases = Phrases(proposal, {name.key: name.display for name in names.names})
        self.lines: dict[tuple[str, m.LineKind], list[m.Line]] = {}
        self.parents: dict[str, list[str]] = {}
        for unit in self.units.values():
            if unit.parent is not None:
                self._lie(unit.key, unit.parent)
        for statement in proposal.statements:
            if isinstance(statement, m.Placement):
                self._lie(statement.unit, statement.parent)
            elif isinstance(statement, m.Line):
                key = statement.target if statement.kind in _FROM_ABOVE else statement.source
                if key is not None and statement.group is None:
                    self.lines.setdefault((key, statement.kind), []).append(statement)

    def _lie(self, key: str, parent: str) -> None:
        found = self.parents.setdefault(key, [])
        if parent not in found:
            found.append(parent)

    def name(self, key: str) -> str:
        """The name of a unit, with its agency where it is no unit without it."""
        return key if " " in key else self._phrases.name(key)

    def text(self, line: m.Line) -> str:
        """The line as a sentence."""
        return statement_text(line, self._phrases)

    def coordinators(self, key: str) -> list[str]:
        """Who co-ordinates a unit, by the lines that say so."""
        lines = self.lines.get((key, "mengoordinasikan"), ())
        return [line.source for line in lines if line.source is not None and not line.negated]


class _Sides:
    """Both structures, and which unit of one is which of the other."""

    def __init__(self, base: Reading, proposal: Reading) -> None:
        self.old, self.new = _Side(base), _Side(proposal)
        header = proposal.proposal.header
        self.complete = bool(header.base) or (
            header.scope.complete and proposal.proposal.has_structure
        )
        fresh = self.new.changes.keys() - self.old.changes.keys()
        self.changes = [change for key, change in self.new.changes.items() if key in fresh]
        self.renamed = {
            c.old: c.new for c in self.changes if c.kind == "ganti" and c.new is not None
        }
        for key, unit in self.old.units.items():
            parent = self.renamed.get(unit.parent or "")
            if parent is not None and key.startswith(f"{unit.name} pada "):
                self.renamed.setdefault(key, f"{unit.name} pada {parent}")
        self.renamed.update(self._moved_inside())

    def _moved_inside(self) -> Iterator[tuple[str, str]]:
        """Units that are known by their agency, and lie in another one now."""
        old = [
            u
            for u in self.old.units.values()
            if self.renamed.get(u.key, u.key) not in self.new.units
        ]
        known = {*self.old.units, *self.renamed.values()}
        new = [u for u in self.new.units.values() if u.key not in known]
        for unit in old:
            same = [u.key for u in new if u.name == unit.name and u.sort == unit.sort]
            alike = [u for u in old if u.name == unit.name]
            if len(same) == len(alike) == 1 and unit.sort in kinds().nested:
                yield unit.key, same[0]

    def units(self) -> Iterator[UnitChange]:
        """What became of every unit that is not as it was."""
        explained = set(self.renamed) | set(self.renamed.values())
        grouped: dict[tuple[UnitChangeKind, str], list[str]] = {}
        absent: UnitChangeKind = "dihapus" if self.complete else "tidak_disebut"
        for change in self.changes:
            explained |= {change.old, change.new or change.old}
            old, new = change.old, change.new or ""
            if change.kind == "gabung":
                grouped.setdefault(("digabung", new), []).append(old)
            elif change.kind == "pecah":
                grouped.setdefault(("dipecah", old), []).append(new)
            elif change.kind == "ganti":
                yield UnitChange(
                    "diganti", (self._name(new),), (self._name(old),), (self._name(new),)
                )
            else:
                yield UnitChange("dihapus", (self._name(old),), (self._name(old),))
        for (kind, key), others in grouped.items():
            goes_on = [key] if key in self.old.units and key in self.new.units else []
            names = tuple(map(self._name, [*goes_on, *others]))
            one = (self._name(key),)
            yield UnitChange(kind, one, *((names, one) if kind == "digabung" else (one, names)))
        for key, unit in self.new.units.items():
            if key not in explained and key not in self.old.units and _own(unit):
                yield UnitChange("dibentuk", (self._name(key),), (), (self._name(key),))
        for key, unit in self.old.units.items():
            now = self.renamed.get(key, key)
            if now in self.new.units:
                yield from self._moves(key, now)
            elif key not in explained and _own(unit):
                yield UnitChange(absent, (self._name(key),), (self._name(key),))

    def _moves(self, key: str, now: str) -> Iterator[UnitChange]:
        for before, after in (
            (self.old.parents.get(key, []), self.new.parents.get(now, [])),
            (self.old.coordinators(key), self.new.coordinators(now)),
        ):
            was = [self.renamed.get(name, name) for name in before]
            if before and after and set(was) != set(after):
                yield UnitChange(
                    "dialihkan", (self._name(now),),
                    tuple(map(self._name, before)), tuple(map(self._name, after)),
                )  # fmt: skip

    def rows(self) -> Iterator[Row]:
        """The matrix: the units of the base in their order, then those that are new."""
        old, new = self.old, self.new
        became = {now: key for key, now in self.renamed.items()}
        for key in old.units:
            yield from self._rows(key, self.renamed.get(key, key))
        for key in new.units:
            if key not in old.units and key not in became:
                yield from self._rows(key, key)

    def _rows(self, key: str, now: str) -> Iterator[Row]:
        unit = self._name(key if key in self.old.units else now)
        yield from self._named(key, now, unit)
        before = tuple(f"pada {self._name(p)}" for p in self.old.parents.get(key, ()))
        after = tuple(f"pada {self._name(p)}" for p in self.new.parents.get(now, ()))
        was = {self.renamed.get(p, p) for p in self.old.parents.get(key, ())}
        ends = now not in self.new.units and f" {' '.join(before)}" in unit
        if was != set(self.new.parents.get(now, ())) and (after or self.complete) and not ends:
            yield Row(unit, "kedudukan", before, after)
        for kind in _KINDS:
            old = self.old.lines.get((key, kind), [])
            new = self.new.lines.get((now, kind), [])
            if not new and not self.complete:
                continue
            had = {_bare(renamed(line, self.renamed)) for line in old}
            has = {_bare(line) for line in new}
            left = [line for line in old if _bare(renamed(line, self.renamed)) not in has]
            came = [line for line in new if _bare(line) not in had]
            if left or came:
                yield Row(
                    unit, kind,
                    tuple(map(self.old.text, left)), tuple(map(self.new.text, came)),
                )  # fmt: skip

    def _named(self, key: str, now: str, unit: str) -> Iterator[Row]:
        """The row on the unit itself, if it comes, goes, or is called otherwise."""
        there, here = key in self.old.units, now in self.new.units
        if there and here and self.old.units[key].name != self.new.units[now].name:
            yield Row(unit, "satuan", (unit,), (self._name(now),))
        elif there and not here:
            into = tuple(
                self._name(c.new) for c in self.changes if c.old == key and c.new is not None
            )
            if into or self.complete:
                yield Row(unit, "satuan", (unit,), into)
        elif here and not there and _own(self.new.units[now]):
            yield Row(
                unit, "satuan",
                tuple(self._name(c.old) for c in self.changes if c.new == now), (unit,),
            )  # fmt: skip

    def _name(self, key: str) -> str:
        return self.new.name(key) if key in self.new.units else self.old.name(key)


def _own(unit: m.Unit) -> bool:
    """Whether a proposal can form or abolish the unit: no office of the law, nothing outside."""
    office = unit.key.islower() and " " not in unit.key
    return not office and unit.sort not in sorts(()).outside


def _bare(line: m.Line) -> m.Line:
    """A line without its number and places."""
    via: Iterable[m.Station] = (m.Station(place.key, _NOWHERE) for place in line.via)
    return replace(line, id=0, span=_NOWHERE, via=tuple(via))
