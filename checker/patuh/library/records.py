"""What a report says, as plain values: no knowledge of the engine is needed to use them."""

from typing import Literal

from msgspec import Struct

from patuh.finding import Citation as _Citation
from patuh.finding import Finding as _Finding
from patuh.finding import Place as _Place
from patuh.finding import Repair as _Repair
from patuh.report.wording import Wording

LevelName = Literal["pelanggaran", "belum_lengkap", "peringatan", "catatan"]
"""The levels of findings, the gravest first."""


class Place(Struct, frozen=True):
    """Where a finding stands; lines and columns count from 1, the end is exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    cell: str | None
    """The cell of a table that the line is taken from, as `UNOR!C7`."""
    label: str
    """The place for people: `baris 12 (halaman 3, alinea 5)`."""


class Citation(Struct, frozen=True):
    """A provision that a finding rests on: `pasal-14.ayat-2.huruf-e`, its label and its text."""

    regulation: str
    provision: str
    label: str
    text: str


class Finding(Struct, frozen=True):
    """One departure from a regulation, in words."""

    level: LevelName
    check: str
    """The id of the check, `H7`; `patuh explain H7` has its page."""
    case: str
    title: str
    subject: str
    message: str
    advice: str | None
    place: Place
    places: tuple[Place, ...]
    """All places, the first is `place`."""
    citations: tuple[Citation, ...]
    readings: tuple[str, ...]
    """The readings of unclear norms that it rests on."""
    fingerprint: str
    """Stable across edits that leave the matter of the finding alone."""
    accepted: str | None
    """Why it is accepted and decides nothing: a dispensation, a baseline; else None."""

    @property
    def line(self) -> int:
        """The line that it is shown at."""
        return self.place.line


class Edit(Struct, frozen=True):
    """Lines `first` to `last` (none if last < first) become `new`."""

    first: int
    last: int
    old: tuple[str, ...]
    new: tuple[str, ...]


class Repair(Struct, frozen=True):
    """Changes that make a finding go away; checked again, nothing as grave is new."""

    edits: tuple[Edit, ...]
    cost: int
    choice: bool
    """Whether the regency has to choose: other names would do as well."""
    text: str
    """The whole proposal with the changes."""


def finding_of(found: _Finding, wording: Wording) -> Finding:
    """A finding in the words of one language."""
    places = tuple(_place(place, wording) for place in found.places)
    return Finding(
        level=found.level.name,  # type: ignore[arg-type]
        check=found.check,
        case=found.case,
        title=wording.title(found),
        subject=wording.subject(found),
        message=wording.sentence(found),
        advice=wording.advice(found),
        place=places[0],
        places=places,
        citations=tuple(map(_citation, found.citations)),
        readings=tuple(map(wording.interpretation, found.interpretations)),
        fingerprint=found.fingerprint,
        accepted=wording.accepted(found),
    )


def repair_of(found: _Repair) -> Repair:
    """A repair as plain values."""
    edits = tuple(Edit(edit.first, edit.last, edit.old, edit.lines) for edit in found.edits)
    return Repair(edits, found.cost, found.choice, found.text)


def _citation(found: _Citation) -> Citation:
    return Citation(found.regulation, found.provision, found.label, found.text)


def _place(place: _Place, wording: Wording) -> Place:
    span = place.span
    return Place(
        place.path,
        span.line,
        span.column,
        span.end_line,
        span.end_column,
        wording.cell(place),
        wording.line(place),
    )
