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

from patuh_parser.text.span import Span

BOUND_ASISTEN = "asisten_yang_membidangi"
"""The source of a line that the Asisten of each unit draws ("dikoordinasikan oleh …")."""

LineKind = Literal[
    "bertanggung_jawab",
    "membawahi",
    "membina",
    "mengoordinasikan",
    "mengoordinasikan_administratif",
    "berhubungan_kerja",
]
Group = Literal["perangkat_daerah", "bagian", "unit_pelaksana_teknis", "staf_ahli", "asisten"]
Modality = Literal["wajib", "dapat", "tidak_wajib"]
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


class Unit(Struct, frozen=True):
    """A unit the file mentions; `span` is the first mention, `parent` the key of what it is in."""

    key: str
    name: str
    sort: str
    parent: str | None
    span: Span


class Station(Struct, frozen=True):
    """Who a line or step goes through; `key` is None for "Asisten yang membidangi"."""

    key: str | None
    span: Span


class Line(Struct, frozen=True):
    """One edge of the structure; a list gives one line for each item.

    `source` is a unit key, or None where `group` quantifies ("Seluruh Perangkat Daerah …").
    `target` is None for "Asisten yang membidangi" / "Asisten yang membina".
    """

    id: int
    kind: LineKind
    source: str | None
    target: str | None
    span: Span
    group: Group | None = None
    via: tuple[Station, ...] = ()
    ordered: bool = False
    direct: bool = False
    nature: Literal["teknis", "administratif"] | None = None
    pattern: str | None = None
    subpattern: str | None = None
    sectoral_term: str | None = None
    aspects: tuple[str, ...] = ()
    modality: Modality | None = None
    negated: bool = False


class Placement(Struct, frozen=True):
    """`unit` stands inside `parent` ("UPT X pada Dinas Y", "Dinas Y terdiri atas: …")."""

    id: int
    unit: str
    parent: str
    span: Span


class Classification(Struct, frozen=True):
    """`unit` is said to be of a class: pelaksana, penunjang, pengawas, vertikal, lainnya, …"""

    id: int
    unit: str
    unsur: str
    span: Span


class Task(Struct, frozen=True):
    """`unit` (or every unit of `group`) has a task; known tasks by constant, others as text."""

    id: int
    unit: str
    task: str
    span: Span


class Delegation(Struct, frozen=True):
    """`parent` delegates the task to `unit`."""

    id: int
    parent: str
    unit: str
    task: str
    span: Span


class Kinship(Struct, frozen=True):
    """The drafter declares two agencies serumpun or not."""

    id: int
    left: str
    right: str
    related: bool
    span: Span


class Change(Struct, frozen=True):
    """`new` comes from `old`; for `hapus` there is no new unit."""

    id: int
    kind: Literal["ganti", "gabung", "pecah", "hapus"]
    new: str | None
    old: str
    span: Span


class Head(Struct, frozen=True):
    """`unit` is headed by the office `head` ex officio ("dikepalai oleh", "diketuai oleh")."""

    id: int
    unit: str
    head: str
    span: Span


class Membership(Struct, frozen=True):
    """`member` belongs to the forum; `leader` if flagged "(pimpinan lembaga)"."""

    id: int
    forum: str
    member: str
    leader: bool
    span: Span


class Field(Struct, frozen=True):
    """The field ("bidang") of an outside agency, for invitations."""

    id: int
    unit: str
    field: str
    span: Span


class Exemption(Struct, frozen=True):
    """`unit` is exempted from a duty ("dikecualikan dari …", as text)."""

    id: int
    unit: str
    duty: str
    span: Span


Statement = (
    Line
    | Placement
    | Classification
    | Task
    | Delegation
    | Kinship
    | Change
    | Head
    | Membership
    | Field
    | Exemption
)


class Step(Struct, frozen=True):
    """One numbered sentence of a workflow; `act` is a canonical verb, `object` its object."""

    number: int
    actor: str
    act: str
    span: Span
    object: str | None = None
    targets: tuple[str, ...] = ()
    via: tuple[Station, ...] = ()
    ordered: bool = False
    direct: bool = False
    coordinated_by: tuple[Station, ...] = ()
    means: tuple[str, ...] = ()
    modality: Modality | None = None
    negated: bool = False
    date: datetime.date | None = None


class Attribute(Struct, frozen=True):
    """One attribute line of a workflow: units or text, as its keyword asks.

    `values` are canonical where the keyword has a closed vocabulary ("sop", "akhir_tahun",
    dates as YYYYMMDD), else the words as written, one for each item.
    """

    keyword: str
    text: str
    values: tuple[str, ...]
    units: tuple[str, ...]
    span: Span


class Workflow(Struct, frozen=True):
    """An ALUR part; `kind` canonical ("kerja_sama"), `scope` its qualifier ("antar_daerah")."""

    id: int
    kind: str
    scope: str | None
    title: str
    attributes: tuple[Attribute, ...]
    steps: tuple[Step, ...]
    span: Span


class Term(Struct, frozen=True):
    """A word that the file spells otherwise than the law ("kolegal")."""

    written: str
    standard: str
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
