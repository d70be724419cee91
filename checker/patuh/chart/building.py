"""From a proposal to what its chart shows: which unit hangs below which, and the lines between."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from patuh.amending.mentioned import in_structure
from patuh.chart.arrangement import arrangement
from patuh.chart.hanging import hung
from patuh.chart.model import Kind, Note, Structure, Tie, Unit
from patuh.checking import Reading
from patuh.finding import place_of
from patuh.knowledge.names import display_names, kinds
from patuh.knowledge.norms import sorts
from patuh.knowledge.root import kb_root
from patuh_parser.sotk import model as m
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.span import Span

_KINDS: dict[m.LineKind, Kind] = {
    "bertanggung_jawab": "accountability",
    "membawahi": "command",
    "membina": "command",
    "mengoordinasikan": "coordination",
    "mengoordinasikan_administratif": "coordination",
    "berhubungan_kerja": "work",
}


def structure_of(reading: Reading, path: str, notes: Sequence[Note] = ()) -> Structure:
    """The structure of a proposal at `path`, each finding at its units and lines.

    Without any unit if the proposal has no structure.
    """
    return _Building(reading, path, notes).build()


class _Building:
    def __init__(self, reading: Reading, path: str, notes: Sequence[Note]) -> None:
        proposal = reading.proposal
        self._title = proposal.header.title
        self._path = path
        self._units = in_structure(proposal)
        self._statements = proposal.statements
        self._names = display_names(kb_root(), [law.id for law in reading.laws])
        self._notes = notes
        self._lines = [line for line in self._drawn() if line.kind in _KINDS]
        self._assistants = dict(self._assigned())

    def _drawn(self) -> Iterator[m.Line]:
        """The lines that hold, one for each unit of a group that a sentence speaks of."""
        for one in self._statements:
            if not isinstance(one, m.Line) or one.denied:
                continue
            if one.modality in ("dilarang", "tidak_dapat"):
                continue
            if one.group is None:
                yield one
                continue
            for key in self._members(one.group):
                if key in one.besides or key in (one.source, one.target):
                    continue
                if one.source is None:
                    yield replace(one, source=key)
                else:  # what commands the group
                    yield replace(one, target=key)

    def _members(self, group: str) -> Iterator[str]:
        table = tables().sorts
        every = group in table["agencies"]
        wanted = kinds().agencies if every else {group}
        for key, unit in self._units.items():
            if unit.sort in wanted and not (every and key in table["passed_by"]):
                yield key

    def _assigned(self) -> Iterator[tuple[str, str]]:
        """Each unit with the Asisten that co-ordinates or leads it, the first that is named."""
        heads = arrangement().top.assistants
        for line in reversed(self._lines):
            if line.source is not None and line.target is not None:
                unit = self._units.get(line.source)
                if unit is not None and unit.sort in heads and line.kind != "berhubungan_kerja":
                    yield line.target, line.source

    def build(self) -> Structure:
        ties = self._with_notes(self._ties())
        parents = self._parents(ties)
        below: dict[str, list[str]] = {}
        for key, parent in parents.items():
            below.setdefault(parent, []).append(key)
        marked: dict[str, set[int]] = {}
        for note in self._notes:
            for key in note.units & self._units.keys():
                marked.setdefault(key, set()).add(note.number)
        units = {
            key: Unit(
                key,
                name := self._name(key),
                unit.name if unit.parent is not None and parents.get(key) else name,
                unit.sort,
                parents.get(key),
                tuple(below.get(key, ())),
                tuple(sorted(marked.get(key, ()))),
            )
            for key, unit in self._units.items()
        }
        return Structure(self._title, units, tuple(ties), tuple(self._notes))

    def _name(self, key: str) -> str:
        return key if " " in key else self._names.get(key, self._units[key].name)

    def _ties(self) -> Iterator[tuple[Tie, Span]]:
        for line in self._lines:
            if line.source not in self._units:
                continue
            kind = _KINDS[line.kind]
            if kind == "accountability":
                low, high = line.source, self._first_above(line)
            elif line.target is None:
                continue
            else:
                low, high = line.target, line.source
            if low != high and low in self._units and high in self._units:
                yield Tie(kind, low, high), line.span

    def _first_above(self, line: m.Line) -> str | None:
        """To whom one answers first: the first through whom the line goes, else its target."""
        mine = self._assistants.get(line.source or "")
        for key in (*(station.key for station in line.via), line.target):
            key = mine if key is None else key
            if key is not None and key != line.source:
                return key
        return None

    def _with_notes(self, ties: Iterable[tuple[Tie, Span]]) -> list[Tie]:
        """Each line once, with the findings on its sentence that are about one of its ends."""
        found: dict[tuple[Kind, str, str], Tie] = {}
        at: dict[tuple[str, Span], list[Note]] = {}
        for note in self._notes:
            for spot in note.places:
                at.setdefault(spot, []).append(note)
        for tie, span in ties:
            place = place_of(self._path, span)
            numbers = {
                note.number
                for note in at.get((place.path, place.span), ())
                if note.units & {tie.low, tie.high}
            }
            key = (tie.kind, tie.low, tie.high)
            had = found.get(key)
            numbers.update(had.notes if had else ())
            found[key] = replace(tie, notes=tuple(sorted(numbers)))
        return list(found.values())

    def _parents(self, ties: Iterable[Tie]) -> dict[str, str]:
        """What each unit hangs below: what it lies in, or within that the unit it answers to."""
        lies = {key: unit.parent for key, unit in self._units.items() if unit.parent}
        for one in self._statements:
            if isinstance(one, m.Placement) and one.unit in self._units:
                lies[one.unit] = one.parent
        inside = sorts(()).inside
        answers: dict[str, list[str]] = {}
        for tie in ties:
            if tie.kind in ("accountability", "command"):
                answers.setdefault(tie.low, []).append(tie.high)
        parents: dict[str, str] = {}
        for key, unit in self._units.items():
            home = lies.get(key)
            if unit.sort not in inside and home is None:
                continue
            above = [
                high
                for high in answers.get(key, ())
                if home is None or lies.get(high) == home or high == home
            ]
            led = key in self._assistants and (home is None or self._is_body(home))
            near = [self._assistants[key]] if led else []
            chosen = next((one for one in (*near, *above, home) if one in self._units), None)
            if chosen is not None:
                parents[key] = chosen
        return hung(parents)

    def _is_body(self, key: str) -> bool:
        """Whether it is the body of which the Asisten lead the parts."""
        unit = self._units.get(key)
        return unit is not None and unit.sort in arrangement().top.body
