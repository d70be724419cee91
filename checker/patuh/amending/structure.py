"""The sentences of PERUBAHAN, each applied to what stands."""

from collections.abc import Iterable

from msgspec.structs import replace

from patuh.amending.nodes import named, renamed, without
from patuh.amending.redirecting import redirected
from patuh.amending.sorts_in_law import placing
from patuh.amending.standing import Standing
from patuh.knowledge.names import kinds
from patuh_parser.sotk import model as m
from patuh_parser.text.span import Span


class Structure(Standing):
    """What stands; `apply` changes it, or notes why a sentence cannot be applied."""

    def apply(self, amendment: m.Amendment) -> None:
        """Make one change; an error leaves the structure as it is."""
        before = len(self.errors.items) + self.errors.dropped
        amendment = replace(
            amendment,
            units=tuple(map(self.current, amendment.units)),
            to=amendment.to and self.current(amendment.to),
        )
        for key in amendment.units:
            self.require(key, amendment.span)
        if amendment.kind != "alih":
            for key in sorted({*amendment.units} & placing().given):
                self.errors.add("E614", amendment.span, self.name_of(key))
        for key in amendment.result:
            if key not in amendment.units or amendment.kind == "ganti":
                self.require_new(key, amendment.span)
        if amendment.to is not None and not self.is_elsewhere(amendment.to):
            self.require(amendment.to, amendment.span)
        if len(self.errors.items) + self.errors.dropped > before:
            return
        if amendment.kind == "ganti":
            self._rename(amendment)
        elif amendment.kind == "alih":
            for key in amendment.units:
                self._move(key, amendment.to or "", amendment.span)
        else:
            self._replace(amendment)

    def formed(self, amendments: Iterable[m.Amendment]) -> tuple[str, ...]:
        """Units that were formed, and stand."""
        keys = [key for a in amendments if a.kind == "bentuk" for key in a.result]
        return tuple(dict.fromkeys(key for key in map(self.current, keys) if key in self.units))

    def unplaced(self) -> tuple[str, ...]:
        """Units that lost the place they had, and got no other."""
        parents = self.parents()
        return tuple(key for key in self.left if key in parents and not parents[key])

    def _replace(self, amendment: m.Amendment) -> None:
        """Form, abolish, merge and split: what is not among the results ends."""
        for key in amendment.result:
            if key not in self.units:
                self._form(key)
        ends = [key for key in amendment.units if key not in amendment.result]
        self._remove(self.with_inner(ends), amendment.span)
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
        self.units[key] = self.own[key]
        self.statements = [
            s for s in self.statements if not (isinstance(s, m.Change) and s.old == key)
        ]

    def _say_change(self, kind: str, new: str | None, old: str, span: Span) -> None:
        self.statements.append(m.Change(0, kind, new, old, span))  # type: ignore[arg-type]

    def _remove(self, keys: set[str], span: Span) -> None:
        """Units with all that is said of them; what lay in them keeps no place.

        A later sentence may move that elsewhere, and then what was said leads there.
        """
        for key, parents in self.parents().items():
            if key not in keys and (lost := parents & keys):
                between: list[m.Statement] = [
                    s
                    for s in self.statements
                    if isinstance(s, m.Line | m.Delegation) and key in named(s) and lost & named(s)
                ]
                self.left[key] = lost, between
        for key in keys:
            del self.units[key]
            self._end(key, span)
        for key, unit in self.units.items():
            if unit.parent in keys:
                self.units[key] = replace(unit, parent=None)
        self.rewrite(lambda node: without(node, keys))
        self.complete_for = [key for key in self.complete_for if key not in keys]

    def _end(self, key: str, span: Span) -> None:
        self.gone[key] = f"{self.path}:{span.line}"

    def _rename(self, amendment: m.Amendment) -> None:
        old, new = self.units[amendment.units[0]], self.own[amendment.result[0]]
        if old.sort in kinds().nested and new.key == new.name and " pada " in old.key:
            key = new.name + old.key[len(old.name) :]
            if key in self.units:
                self.errors.add("E605", amendment.span, key, self.base_path)
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
        self.rewrite(lambda node: renamed(node, names))
        self.complete_for = [names.get(key, key) for key in self.complete_for]

    def _move(self, key: str, to: str, span: Span) -> None:
        law, sort, above = placing(), self.units[key].sort, self.sort_of(to)
        if sort in law.coordinated and above in law.coordinators:
            self._coordinate(key, to, span)
        elif (
            to in self.with_inner([key])
            or above in law.coordinators
            or (sort in law.agencies and (sort not in law.nested or above not in law.agencies))
        ):
            self.errors.add("E606", span, key, self.name_of(to), hint="H_AGENCY")
        else:
            self._place(key, to, span)

    def _coordinate(self, key: str, to: str, span: Span) -> None:
        """Every line between the unit and an Asisten leads to the new co-ordinator."""
        old = {u.key for u in self.units.values() if u.sort in placing().asisten and u.key != to}
        self.statements = redirected(self.statements, key, old, to, span)
        self.chart = redirected(self.chart, key, old, to, span)
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
        lost, between = self.left.pop(key, (set(), []))
        old = (self.parents()[key] | lost) - {to}
        unit = self.units[key]
        self.statements = [
            s for s in self.statements if not (isinstance(s, m.Placement) and s.unit == key)
        ]
        self.statements = redirected([*self.statements, *between], key, old, to, span)
        self.chart = redirected(self.chart, key, old, to, span)
        if key.startswith(f"{unit.name} pada "):
            part = to if " pada " in to else self.name_of(to)
            moved = replace(unit, key=f"{unit.name} pada {part}", parent=to, span=span)
            if moved.key in self.units and moved.key != key:
                self.errors.add("E605", span, moved.key, self.base_path)
                return
            self._rekey(unit, moved)
            if moved.key != key:
                self.aliases[key] = moved.key
            key = moved.key
        else:
            self.units[key] = replace(unit, parent=None, span=span)
        self.statements.append(m.Placement(0, key, to, span))
