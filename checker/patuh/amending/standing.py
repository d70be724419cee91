"""What stands of a base while it is changed, and what a sentence may not name."""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from patuh.amending.nodes import NodeT, ended, transformed
from patuh.knowledge.names import gazetteer, kinds
from patuh.knowledge.regulations import standing
from patuh.knowledge.root import kb_root, of_kb
from patuh_parser.sotk import model as m
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.text.span import Span

_OFFICE = re.compile(r"[a-z][a-z0-9_]*")


def is_office(key: str) -> bool:
    """Whether a key is that of an office or body that the law itself names."""
    return _OFFICE.fullmatch(key) is not None


@of_kb
def _listed(root: Path, laws: tuple[str, ...]) -> frozenset[str]:
    """The keys of the units that the regulations of a knowledge base name."""
    names = gazetteer(root, list(laws)).names
    return frozenset(known.key for known in names)


class Standing:
    """Units, sentences, chart and workflows of the base as they stand by now."""

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
        self.left: dict[str, tuple[set[str], list[m.Statement]]] = {}
        """Unit → where it lay that is no more, and what was said between the two."""
        self.own = {unit.key: unit for unit in change.units}
        self.base_path = base_path
        self.path = path
        self.errors = errors

    def current(self, key: str) -> str:
        """The key that a unit has by now."""
        while key in self.aliases:
            key = self.aliases[key]
        return key

    def refuse_gone(self, keys: Iterable[str], span: Span) -> None:
        """Note what is named although it stands no more."""
        for key in sorted(keys):
            if key in self.gone and key not in self.units:
                self.errors.add("E604", span, key, self.gone[key])

    def further_units(self) -> Iterator[m.Unit]:
        """Units that the change names and the base does not have."""
        for key, unit in self.own.items():
            if not {key, self.current(key)} & (self.units.keys() | self.gone.keys()):
                yield unit

    def require(self, key: str, span: Span) -> None:
        """Note a unit that does not stand, with what may be meant."""
        if key in self.units:
            return
        if key in self.gone:
            self.errors.add("E604", span, key, self.gone[key])
            return
        own = self.own.get(key)
        if own is not None and span.line <= own.span.line <= span.end_line:
            span = own.span
        names = {self._shown(unit): None for unit in self.units.values()}
        inside = [name for name in names if name.startswith(f"{key} pada ")]
        close = inside[:3] or get_close_matches(key, names, 1, 0.7)
        hint = "H_INSIDE" if inside else None
        self.errors.add("E603", span, key, self.base_path, suggestions=tuple(close), hint=hint)

    def require_new(self, key: str, span: Span) -> None:
        """Note a unit that stands already, or whose superior does not."""
        parent = self.own[key].parent
        if key in self.units:
            self.errors.add("E605", span, key, self.base_path)
        elif self.gone.get(key, "").startswith(f"{self.path}:"):
            self.errors.add("E604", span, key, self.gone[key])
        elif parent is not None and not is_office(parent):
            self.require(parent, span)

    def is_elsewhere(self, key: str) -> bool:
        """Whether a unit need not stand in the base: the law has it, and the base is a part."""
        if is_office(key):
            return True
        scope, region = self.base.header.scope, self.base.header.region
        part = not (scope.complete or scope.complete_for)
        laws = tuple(regulation.id for regulation in standing(region))
        own = key in self.own and key not in self.gone
        return part and own and key in _listed(kb_root(), laws)

    def _shown(self, unit: m.Unit) -> str:
        return unit.name if is_office(unit.key) else unit.key

    def parents(self) -> dict[str, set[str]]:
        """Where each unit lies."""
        found = {unit.key: {unit.parent} - {None} for unit in self.units.values()}
        for one in self.statements:
            if isinstance(one, m.Placement) and one.unit in found:
                found[one.unit].add(one.parent)
        return found  # type: ignore[return-value]

    def with_inner(self, keys: Iterable[str]) -> set[str]:
        """The units and those inside them that are nothing without them (Bidang, Seksi, …)."""
        found = set(keys)
        nested = kinds().nested
        inside: dict[str, list[str]] = {}
        for key, parents in self.parents().items():
            for parent in parents if self.units[key].sort in nested else ():
                inside.setdefault(parent, []).append(key)
        waiting = [*found]
        while waiting:
            inner = {*inside.get(waiting.pop(), ())} - found
            found |= inner
            waiting += inner
        return found

    def sort_of(self, key: str) -> str:
        """The sort of a unit of either proposal."""
        return (self.units.get(key) or self.own[key]).sort

    def name_of(self, key: str) -> str:
        """The name of a unit of either proposal."""
        return (self.units.get(key) or self.own[key]).name

    def rewrite(self, change: Callable[[NodeT], NodeT | None]) -> None:
        """Change every sentence, line of the chart and workflow; what gives `None` goes."""
        self.statements = transformed(self.statements, change)  # type: ignore[arg-type]
        self.chart = transformed(self.chart, change)  # type: ignore[arg-type]
        self.workflows = transformed(self.workflows, change)  # type: ignore[arg-type]
