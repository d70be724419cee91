"""The typed model of a proposal: what a `.sotk` file says, nothing concluded.

Every node carries the span of the words it stands for. Units are named by their key: a
snake_case constant for the offices that the law itself names (`bupati`,
`sekretaris_daerah`), else the canonical name ("Dinas Kesehatan"); a unit inside an agency
is "Bidang Pelayanan pada Dinas Kesehatan". Keys are names to look up, never code.

Statement ids number the statements of a file from 1 in the order of the text.
"""

import datetime
from typing import Literal

from msgspec import Struct

from patuh_parser.sotk.forms import *  # noqa: F403 - a new form is a node of the model
from patuh_parser.sotk.forms import Line, Statement, Workflow
from patuh_parser.text.span import Span

AmendmentKind = Literal["bentuk", "hapus", "gabung", "pecah", "alih", "ganti"]


class Citation(Struct, frozen=True):
    """A regulation as the proposal cites it; `provision` is an id such as "pasal-18.ayat-5"."""

    kind: str
    region: str
    number: int
    year: int
    provision: str | None
    text: str
    span: Span


class Scope(Struct, frozen=True):
    """LINGKUP: `complete` for the whole regency, or only for the agencies in `complete_for`."""

    complete: bool = False
    complete_for: tuple[str, ...] = ()


class Header(Struct, frozen=True):
    """The lines above STRUKTUR."""

    kind: Literal["usulan", "rancangan"]
    title: str
    region: str
    bases: tuple[Citation, ...]
    references: tuple[Citation, ...]
    repeals: tuple[Citation, ...]
    date: datetime.date | None
    scope: Scope
    span: Span
    spans: dict[str, Span] = {}
    """Where each header line stands, by its keyword in capitals."""
    base: str | None = None
    """The path of the proposal that this one changes, as written after TERHADAP."""
    sorts: tuple[tuple[str, str, Span], ...] = ()
    """Words that begin names, with a first word of the same sort: the lines SATUAN."""
    scores: tuple[tuple[str, str, Span], ...] = ()
    """Units with their scores in the mapping of affairs, as written: the lines SKOR."""


class Unit(Struct, frozen=True):
    """A unit the file mentions; `span` is the first mention, `parent` the key of what it is in.

    `type` is what the file says of its size and load ("Tipe A"), `also` what it calls it besides.
    """

    key: str
    name: str
    sort: str
    parent: str | None
    span: Span
    type: str | None = None
    also: tuple[str, ...] = ()


class Term(Struct, frozen=True):
    """A word that the file spells otherwise than the law ("kolegal")."""

    written: str
    standard: str
    span: Span


class Reading(Struct, frozen=True):
    """A title without a name ("Kepala Dinas"), and the key of the unit that it was read as."""

    written: str
    unit: str
    span: Span


class Amendment(Struct, frozen=True):
    """A sentence of PERUBAHAN: what becomes of units of the base.

    `units` are those of the base that it concerns, `result` those that come to be (also a unit
    of `units` that goes on under its name), `to` is to whom units are moved (`alih`).
    """

    id: int
    kind: AmendmentKind
    units: tuple[str, ...]
    result: tuple[str, ...]
    to: str | None
    span: Span


class Dispensation(Struct, frozen=True):
    """Findings of `checks` at the lines `first` to `last` are accepted to the end of a day.

    `whole`: wherever they stand. `basis` is what allows it, `by` who says so.
    """

    checks: tuple[str, ...]
    until: datetime.date
    basis: str
    by: str
    first: int
    last: int
    whole: bool
    span: Span


class Proposal(Struct, frozen=True):
    """A whole `.sotk` file."""

    header: Header
    units: tuple[Unit, ...]
    statements: tuple[Statement, ...]
    chart: tuple[Line, ...]
    has_chart: bool
    workflows: tuple[Workflow, ...]
    terms: tuple[Term, ...]
    has_structure: bool = True
    amendments: tuple[Amendment, ...] = ()
    readings: tuple[Reading, ...] = ()
    formed: tuple[str, ...] = ()
    """Units that a change of another proposal forms."""
    unplaced: tuple[str, ...] = ()
    """Units that lay in one that a change of another proposal ends, and that it did not move."""
    pasted: tuple[int, ...] = ()
    """Lines from which characters that nobody sees were left out, as a paste brings them."""
    dispensations: tuple[Dispensation, ...] = ()
