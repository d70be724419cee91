"""The structure of a base while it is changed, sentence by sentence."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from patuh.amending.nodes import named, renamed, transformed, without
from patuh.knowledge.names import kinds, offices
from patuh.knowledge.norms import constants, sorts
from patuh.knowledge.regulations import regulations
from patuh_parser.sotk import model as m
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.text.span import Span

_OFFICE = re.compile(r"[a-z][a-z0-9_]*")
_RELATION = "berhubungan_kerja"
StatementT = TypeVar("StatementT", bound=m.Statement)


class _Law(Struct, frozen=True):
    """Which sorts the knowledge base lets stand where, under any of its regulations."""

    given: frozenset[str]
    """Offices and bodies that higher law gives every regency."""
    agencies: frozenset[str]
    nested: frozenset[str]
    """Agencies that may lie in another one."""
    asisten: frozenset[str]
    coordinators: frozenset[str]
    coordinated: frozenset[str]


@cache
def _law() -> _Law:
    ids = tuple(law.id for law in regulations())
    known, every = sorts(ids), offices()
    given = frozenset(office.key for office in every.values() if office.unique)
    agencies = known.agencies - given
    return _Law(
        given,
        agencies,
        agencies - known.always_agencies,
        frozenset(every[key].sort for key in constants(ids, "asisten_resmi", 1)),
        frozenset(office.sort for office in every.values() if office.kind == "jabatan"),
        agencies | known.inside.intersection(constants(ids, "tugas_asisten", 3)),
    )


class Structure:
    """What stands; `apply` changes it, or notes why a sentence cannot be applied."""

    def __init__(
        self,
        base: m.Proposal,
        change: m.Proposal,
        base_path: str,
        path: str,
        errors: Diagnostics,
    ) -> None:
        self.base = base
        self.statements: list[m.Statement] = list(base.statements)
        self.chart = list(base.chart)
        self.workflows = list(base.workflows)
        self.complete_for = list(base.header.scope.complete_for)
        self.gone: dict[str, str] = {}
        """What stands no more → where that is said."""
        for statement in ended(base.statements):
            self.gone[statement.old] = f"{statement.span.file}:{statement.span.line}"
        self.aliases: dict[str, str] = {}
        """Key that a unit had before it or its place was renamed → its key now."""
        self.units = {unit.key: unit for unit in base.units if unit.key not in self.gone}
        self._left: dict[str, tuple[set[str], list[m.Statement]]] = {}
        """Unit → where it lay that is no more, and what was said between the two."""
        self._own = {unit.key: unit for unit in change.units}
        self._base_path = base_path
        self._path = path
        self._errors = errors

    def apply(self, amendment: m.Amendment) -> None:
        """Make one change; an error leaves the structure as it is."""
        before = len(self._errors.items) + self._errors.dropped
        amendment = replace(
            amendment,
            units=tuple(map(self.current, amendment.units)),
            to=amendment.to and self.current(amendment.to),
        )
        for key in amendment.units:
            self._require(key, amendment.span)
        if amendment.kind != "alih":
            for key in sorted({*amendment.units} & _law().given):
                self._errors.add("E614", amendment.span, self._name_of(key))
        for key in amendment.result:
            if key not in amendment.units or amendment.kind == "ganti":
                self._require_new(key, amendment.span)
        if amendment.to is not None and not _OFFICE.fullmatch(amendment.to):
            self._require(amendment.to, amendment.span)
        if len(self._errors.items) + self._errors.dropped > before:
            return
        if amendment.kind == "ganti":
            self._rename(amendment)
        elif amendment.kind == "alih":
            for key in amendment.units:
                self._move(key, amendment.to or "", amendment.span)
        else:
            self._replace(amendment)

    def current(self, key: str) -> str:
        """The key that a unit has by now."""
        while key in self.aliases:
            key = self.aliases[key]
        return key

    def refuse_gone(self, keys: Iterable[str], span: Span) -> None:
        """Note what is named although it stands no more."""
        for key in sorted(keys):
            if key in self.gone and key not in self.units:
                self._errors.add("E604", span, key, self.gone[key])

    def further_units(self) -> Iterator[m.Unit]:
        """Units that the change names and the base does not have."""
        for key, unit in self._own.items():
            if not {key, self.current(key)} & (self.units.keys() | self.gone.keys()):
                yield unit

    def _require(self, key: str, span: Span) -> None:
        if key in self.units:
            return
        if key in self.gone:
            self._errors.add("E604", span, key, self.gone[key])
            return
        own = self._own.get(key)
        if own is not None and span.line <= own.span.line <= span.end_line:
            span = own.span
        names = {self._shown(unit): None for unit in self.units.values()}
        inside = [name for name in names if name.startswith(f"{key} pada ")]
        close = inside[:3] or get_close_matches(key, names, 1, 0.7)
        hint = "H_INSIDE" if inside else None
        self._errors.add("E603", span, key, self._base_path, suggestions=tuple(close), hint=hint)

    def _require_new(self, key: str, span: Span) -> None:
        parent = self._own[key].parent
        if key in self.units:
            self._errors.add("E605", span, key, self._base_path)
        elif self.gone.get(key, "").startswith(f"{self._path}:"):
            self._errors.add("E604", span, key, self.gone[key])
        elif parent is not None and not _OFFICE.fullmatch(parent):
            self._require(parent, span)

    def _shown(self, unit: m.Unit) -> str:
        return unit.name if _OFFICE.fullmatch(unit.key) else unit.key

    def _replace(self, amendment: m.Amendment) -> None:
        """Form, abolish, merge and split: what is not among the results ends."""
        for key in amendment.result:
            if key not in self.units:
                self._form(key)
        ends = [key for key in amendment.units if key not in amendment.result]
        self._remove(self._with_inner(ends), amendment.span)
        kind = amendment.kind
        if kind == "hapus":
            for key in ends:
                self._say_change("hapus", None, key, amendment.span)
        elif kind in ("gabung", "pecah"):
            for new in amendment.result:
                for old in amendment.units:
                    if new != old:
                        self._say_change(kind, new, old, amendment.span)

    def _form(self, key: str) -> None:
        self.gone.pop(key, None)
        self.aliases.pop(key, None)
        self.units[key] = self._own[key]
        self.statements = [
            s for s in self.statements if not (isinstance(s, m.Change) and s.old == key)
        ]

    def _say_change(self, kind: str, new: str | None, old: str, span: Span) -> None:
        self.statements.append(m.Change(0, kind, new, old, span))  # type: ignore[arg-type]

    def _remove(self, keys: set[str], span: Span) -> None:
        """Units with all that is said of them; what lay in them keeps no place.

        A later sentence may move that elsewhere, and then what was said leads there.
        """
        for key in self.units.keys() - keys:
            if lost := self._parents(key) & keys:
                between: list[m.Statement] = [
                    s
                    for s in self.statements
                    if isinstance(s, m.Line | m.Delegation) and key in named(s) and lost & named(s)
                ]
                self._left[key] = lost, between
        for key in keys:
            del self.units[key]
            self._end(key, span)
        for key, unit in self.units.items():
            if unit.parent in keys:
                self.units[key] = replace(unit, parent=None)
        self.statements = transformed(self.statements, lambda node: without(node, keys))
        self.chart = transformed(self.chart, lambda node: without(node, keys))
        self.workflows = transformed(self.workflows, lambda node: without(node, keys))
        self.complete_for = [key for key in self.complete_for if key not in keys]

    def _end(self, key: str, span: Span) -> None:
        self.gone[key] = f"{self._path}:{span.line}"

    def _with_inner(self, keys: Iterable[str]) -> set[str]:
        """The units and those inside them that are nothing without them (Bidang, Seksi, …)."""
        found = set(keys)
        while True:
            inner = {
                unit.key
                for unit in self.units.values()
                if unit.sort in kinds().nested and self._parents(unit.key) & found
            }
            if inner <= found:
                return found
            found |= inner

    def _parents(self, key: str) -> set[str]:
        found = {s.parent for s in self.statements if isinstance(s, m.Placement) and s.unit == key}
        parent = self.units[key].parent
        return found | {parent} if parent is not None else found

    def _rename(self, amendment: m.Amendment) -> None:
        old, new = self.units[amendment.units[0]], self._own[amendment.result[0]]
        if old.sort in kinds().nested and new.key == new.name and " pada " in old.key:
            key = new.name + old.key[len(old.name) :]
            if key in self.units:
                self._errors.add("E605", amendment.span, key, self._base_path)
                return
            self.aliases[new.key] = key
            new = replace(new, key=key)
        self._rekey(old, replace(new, parent=old.parent))
        self._end(old.key, amendment.span)
        self._say_change("ganti", new.key, old.key, amendment.span)

    def _rekey(self, old: m.Unit, new: m.Unit) -> None:
        """Put a unit in the place of another; units inside it get the keys that follow."""
        keys = {old.key: new}
        waiting = [old]
        while waiting:
            outer = waiting.pop()
            for unit in self.units.values():
                if unit.parent == outer.key and unit.key not in keys:
                    above = keys[outer.key]
                    key = unit.key
                    if key.startswith(f"{unit.name} pada "):
                        part = above.key if " pada " in above.key else above.name
                        key = f"{unit.name} pada {part}"
                    keys[unit.key] = replace(unit, key=key, parent=above.key)
                    waiting.append(unit)
        self.units = {unit.key: unit for unit in (keys.get(u.key, u) for u in self.units.values())}
        names = {key: unit.key for key, unit in keys.items() if key != unit.key}
        self.aliases.update({key: now for key, now in names.items() if key != old.key})
        for key in names.values():
            self.gone.pop(key, None)
            self.aliases.pop(key, None)
        self.statements = [renamed(node, names) for node in self.statements]
        self.chart = [renamed(node, names) for node in self.chart]
        self.workflows = [renamed(node, names) for node in self.workflows]
        self.complete_for = [names.get(key, key) for key in self.complete_for]

    def _move(self, key: str, to: str, span: Span) -> None:
        law, sort, above = _law(), self.units[key].sort, self._sort_of(to)
        if sort in law.coordinated and above in law.coordinators:
            self._coordinate(key, to, span)
        elif (
            to in self._with_inner([key])
            or above in law.coordinators
            or (sort in law.agencies and (sort not in law.nested or above not in law.agencies))
        ):
            self._errors.add("E606", span, key, self._name_of(to), hint="H_AGENCY")
        else:
            self._place(key, to, span)

    def _sort_of(self, key: str) -> str:
        return (self.units.get(key) or self._own[key]).sort

    def _name_of(self, key: str) -> str:
        return (self.units.get(key) or self._own[key]).name

    def _coordinate(self, key: str, to: str, span: Span) -> None:
        """Every line between the unit and an Asisten leads to the new co-ordinator."""
        old = {u.key for u in self.units.values() if u.sort in _law().asisten and u.key != to}
        self.statements = _redirected(self.statements, key, old, to, span)
        self.chart = _redirected(self.chart, key, old, to, span)
        said = any(
            isinstance(s, m.Line)
            and s.kind in ("mengoordinasikan", "membina", "membawahi")
            and (s.source, s.target, s.negated) == (to, key, False)
            for s in self.statements
        )
        if not said:
            self.statements.append(m.Line(0, "mengoordinasikan", to, key, span))

    def _place(self, key: str, to: str, span: Span) -> None:
        """The unit lies in another one, and every line between it and the old one leads there."""
        lost, between = self._left.pop(key, (set(), []))
        old = (self._parents(key) | lost) - {to}
        unit = self.units[key]
        self.statements = [
            s for s in self.statements if not (isinstance(s, m.Placement) and s.unit == key)
        ]
        self.statements = _redirected([*self.statements, *between], key, old, to, span)
        self.chart = _redirected(self.chart, key, old, to, span)
        if key.startswith(f"{unit.name} pada "):
            part = to if " pada " in to else self._name_of(to)
            moved = replace(unit, key=f"{unit.name} pada {part}", parent=to, span=span)
            if moved.key in self.units and moved.key != key:
                self._errors.add("E605", span, moved.key, self._base_path)
                return
            self._rekey(unit, moved)
            if moved.key != key:
                self.aliases[key] = moved.key
            key = moved.key
        else:
            self.units[key] = replace(unit, parent=None, span=span)
        self.statements.append(m.Placement(0, key, to, span))


def _redirected(
    nodes: list[StatementT], key: str, old: set[str], to: str, span: Span
) -> list[StatementT]:
    found: list[StatementT] = []
    for node in nodes:
        new = _redirect(node, key, old, to, span)
        if new is node or not any(_same(new, other) for other in found):
            found.append(new)
    return found


def ended(statements: Iterable[m.Statement]) -> Iterator[m.Change]:
    """The changes that leave no unit under the old name."""
    changes = [s for s in statements if isinstance(s, m.Change)]
    new = {change.new for change in changes}
    for change in changes:
        if change.kind == "hapus" or (change.kind != "pecah" and change.old not in new):
            yield change


def _redirect(node: StatementT, key: str, old: set[str], to: str, span: Span) -> StatementT:
    """A line or delegation between the unit and one of `old`, now between it and `to`."""
    if isinstance(node, m.Delegation):
        if node.unit == key and node.parent in old:
            return replace(node, parent=to, span=span)
        return node
    if not isinstance(node, m.Line) or node.kind == _RELATION:
        return node
    if node.source == key:
        target = to if node.target in old else node.target
        via = tuple(m.Station(to, span) if p.key in old else p for p in node.via)
        if (target, via) != (node.target, node.via):
            return replace(node, target=target, via=via, span=span)
    elif node.target == key and node.source in old:
        return replace(node, source=to, span=span)
    return node


def _same(one: m.Statement, other: m.Statement) -> bool:
    return type(one) is type(other) and replace(one, id=other.id, span=other.span) == other
