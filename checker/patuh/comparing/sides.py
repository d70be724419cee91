"""The two structures of a comparison, and which unit of one is which of the other."""

from collections.abc import Iterator

from patuh.amending.nodes import ended
from patuh.checking import Reading
from patuh.knowledge.names import kinds, known_under
from patuh.knowledge.norms import sorts
from patuh_parser.sotk import model as m
from patuh_parser.sotk.printing.phrases import Phrases
from patuh_parser.sotk.printing.proposal import statement_text

_FROM_ABOVE = frozenset(
    {"membawahi", "membina", "mengoordinasikan", "mengoordinasikan_administratif"}
)


class Side:
    """One of the two structures, by unit."""

    def __init__(self, reading: Reading) -> None:
        proposal = reading.proposal
        self.proposal = proposal
        gone = {change.old for change in ended(proposal.statements)}
        self.units = {u.key: u for u in proposal.units if u.key not in gone}
        self.changes = {
            (s.kind, s.new, s.old): s for s in proposal.statements if isinstance(s, m.Change)
        }
        names = known_under(reading.laws)
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


class Sides:
    """Both structures, and which unit of one is which of the other."""

    def __init__(self, base: Reading, proposal: Reading) -> None:
        self.old, self.new = Side(base), Side(proposal)
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

    def name(self, key: str) -> str:
        """The name of a unit, as the proposal has it, else as the base has."""
        return self.new.name(key) if key in self.new.units else self.old.name(key)


def can_be_formed(unit: m.Unit) -> bool:
    """Whether a proposal can form or abolish the unit: no office of the law, nothing outside."""
    office = unit.key.islower() and " " not in unit.key
    return not office and unit.sort not in sorts(()).outside
