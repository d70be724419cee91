"""The table of forms: each statement, step and attribute, and what it gives, side by side.

A class is a node of the model; its row `form` says which fields name units and what its facts are.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal, get_args

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
Group = str
"""Units of which a sentence speaks together, after `seluruh`: a value of [groups] in verbs.toml."""
Modality = Literal["wajib", "dapat", "tidak_wajib"]

_PASSIVE = {
    "mengoordinasikan": "dikoordinasikan",
    "mengoordinasikan_administratif": "dikoordinasikan_administratif",
    "membawahi": "dibawahi",
    "membina": "dibina",
}


class Predicate(Struct, frozen=True):
    """A predicate of STRUKTUR that says a node.

    `rule` is its right side in sentences.lark, `words` the phrases of terminals that only it has.
    `takes` says what the fields of the node hold: the `subject`, an `object`, the `text`, the
    `task` that a text is, the `name` of the predicate, a `class`, whether an object is marked as
    `leader`. `text` is the canonical sentence, without its full stop.
    """

    name: str
    rule: str
    words: Mapping[str, tuple[str, ...]] = {}
    takes: Mapping[str, str] = {}
    text: str = ""


class Form(Struct, frozen=True):
    """A row of the table.

    `units` are the fields that hold keys of units, stations, or nodes that name units. Each of
    `facts` is a predicate with its arguments, and when it holds: `if` or `unless` a field is given
    or has a value. An argument is a field (`"field"` as text, `+field` as number, `!field` as a
    term), `#` the place of a value among several, `w` the number of the workflow. `~` marks what a
    node says at all, also in a chart and also if it denies it. Without a value for each argument
    there is no fact; `@sort` stands for the units of a sort that verbs.toml lists.
    """

    units: tuple[str, ...]
    facts: tuple[str, ...]
    says: tuple[Predicate, ...] = ()


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

    form: ClassVar = Form(
        units=("source", "target", "via"),
        facts=(
            "garis~(id,kind,source,toward) unless group",
            "garis_seluruh~(id,group,kind,toward) if group unless source",
            "garis_seluruh~(id,group,passive,source) if group if source",
            "melalui(id,#,via)",
            "berurutan(id) if ordered",
            "langsung(id) if direct",
            "sifat(id,nature)",
            "pola(id,pattern)",
            "subpola(id,subpattern)",
            "istilah_sektoral(id,sectoral_term)",
            "aspek(id,aspects)",
            "modal(id,modality)",
        ),
    )

    @property
    def denied(self) -> bool:
        """Whether it says that there is no such line."""
        return self.negated or self.modality == "tidak_wajib"

    @property
    def toward(self) -> str:
        """Its target, the Asisten of each unit too."""
        return BOUND_ASISTEN if self.target is None else self.target

    @property
    def passive(self) -> str:
        """Its kind, said of those whom `source` commands."""
        return _PASSIVE.get(self.kind, self.kind)


class Placement(Struct, frozen=True):
    """`unit` stands inside `parent` ("UPT X pada Dinas Y", "Dinas Y terdiri atas: …")."""

    id: int
    unit: str
    parent: str
    span: Span

    form: ClassVar = Form(
        units=("unit", "parent"),
        facts=("pada(unit,parent)",),
        says=(
            Predicate(
                "contains",
                "TERDIRI (names DOT | listing)",
                {"TERDIRI": ("terdiri atas", "terdiri dari")},
            ),
        ),
    )


class Classification(Struct, frozen=True):
    """`unit` is said to be of a class: pelaksana, penunjang, pengawas, vertikal, lainnya, …"""

    id: int
    unit: str
    unsur: str
    span: Span

    form: ClassVar = Form(
        units=("unit",),
        facts=("unsur(id,unit,unsur)",),
        says=(Predicate("classified", "MERUPAKAN CLASS DOT"),),
    )


class Task(Struct, frozen=True):
    """`unit` (or every unit of `group`) has a task; known tasks by constant, others as text."""

    id: int
    unit: str
    task: str
    span: Span

    form: ClassVar = Form(
        units=("unit",),
        facts=("tugas(id,unit,task)",),
        says=(
            Predicate(
                "task",
                "BERTUGAS (TEXT DOT | listing)",
                {"BERTUGAS": ("bertugas", "bertugas untuk", "mempunyai tugas", "memiliki tugas")},
                {"unit": "subject", "task": "task"},
            ),
        ),
    )


class Delegation(Struct, frozen=True):
    """`parent` delegates the task to `unit`."""

    id: int
    parent: str
    unit: str
    task: str
    span: Span

    form: ClassVar = Form(
        units=("parent", "unit"),
        facts=("dilimpahkan(id,parent,unit,task)",),
        says=(
            Predicate(
                "delegation",
                "MELIMPAHKAN TEXT KEPADA names DOT",
                {"MELIMPAHKAN": ("melimpahkan tugas",)},
                {"parent": "subject", "unit": "object", "task": "text"},
                "{parent} melimpahkan tugas {task} kepada {unit}",
            ),
        ),
    )


class Kinship(Struct, frozen=True):
    """The drafter declares two agencies serumpun or not."""

    id: int
    left: str
    right: str
    related: bool
    span: Span

    form: ClassVar = Form(
        units=("left", "right"),
        facts=(
            "serumpun(id,left,right) if related",
            "tidak_serumpun(id,left,right) unless related",
        ),
        says=(
            Predicate(
                "kinship",
                "SERUMPUN (KARENA TEXT)? DOT",
                {"SERUMPUN": ("serumpun",), "KARENA": ("karena", "sebab")},
                text="{left} dan {right} {denial}serumpun",
            ),
        ),
    )

    @property
    def denial(self) -> str:
        """`tidak` with a blank after it, or nothing."""
        return "" if self.related else "tidak "


_FROM = {"kind": "name", "new": "subject", "old": "object"}


class Change(Struct, frozen=True):
    """`new` comes from `old`; for `hapus` there is no new unit."""

    id: int
    kind: Literal["ganti", "gabung", "pecah", "hapus"]
    new: str | None
    old: str
    span: Span

    form: ClassVar = Form(
        units=("new", "old"),
        facts=("perubahan(id,kind,new,old) if new", "dihapus(id,old) unless new"),
        says=(
            Predicate(
                "ganti",
                "MERUPAKAN NAMA_BARU names DOT",
                {"NAMA_BARU": ("nama baru dari", "perubahan nama dari")},
                _FROM,
                "{new} merupakan nama baru dari {old}",
            ),
            Predicate(
                "gabung",
                "MERUPAKAN PENGGABUNGAN names DOT",
                {"PENGGABUNGAN": ("penggabungan dari", "gabungan dari")},
                _FROM,
                "{new} merupakan penggabungan dari {old}",
            ),
            Predicate(
                "pecah",
                "MERUPAKAN PECAHAN names DOT",
                {"PECAHAN": ("pecahan dari", "pemecahan dari")},
                _FROM,
                "{new} merupakan pecahan dari {old}",
            ),
            Predicate(
                "hapus",
                "DIHAPUS DOT",
                {"DIHAPUS": ("dihapus", "dihapuskan")},
                {"kind": "name", "new": "nothing", "old": "subject"},
                "{old} dihapus",
            ),
        ),
    )


class Head(Struct, frozen=True):
    """`unit` is headed by the office `head` ex officio ("dikepalai oleh", "diketuai oleh")."""

    id: int
    unit: str
    head: str
    span: Span

    form: ClassVar = Form(
        units=("unit", "head"),
        facts=(
            "ketua(id,unit,head) if unit=@forum",
            "kepala_ex_officio(id,unit,head) unless unit=@forum",
        ),
        says=(
            Predicate(
                "headed",
                "(DIKEPALAI | DIKETUAI) names DOT",
                {
                    "DIKEPALAI": ("dikepalai oleh", "dijabat oleh"),
                    "DIKETUAI": ("diketuai oleh", "dipimpin oleh"),
                },
                {"unit": "subject", "head": "object"},
                "{unit} dikepalai oleh {head}",
            ),
        ),
    )


class Membership(Struct, frozen=True):
    """`member` belongs to the forum; `leader` if flagged "(pimpinan lembaga)"."""

    id: int
    forum: str
    member: str
    leader: bool
    span: Span

    form: ClassVar = Form(
        units=("forum", "member"),
        facts=("anggota(id,forum,member)", "pimpinan_lembaga(id) if leader"),
        says=(
            Predicate(
                "members",
                "BERANGGOTAKAN (names DOT | listing)",
                {"BERANGGOTAKAN": ("beranggotakan",)},
                {"forum": "subject", "member": "object", "leader": "leader"},
            ),
        ),
    )


class Field(Struct, frozen=True):
    """The field ("bidang") of an outside agency, for invitations."""

    id: int
    unit: str
    field: str
    span: Span

    form: ClassVar = Form(
        units=("unit",),
        facts=('bidang(id,unit,"field")',),
        says=(
            Predicate(
                "field",
                "MEMBIDANGI TEXT DOT",
                {"MEMBIDANGI": ("membidangi",)},
                {"unit": "subject", "field": "text"},
                "{unit} membidangi {field}",
            ),
        ),
    )


class Exemption(Struct, frozen=True):
    """`unit` is exempted from a duty ("dikecualikan dari …", as text)."""

    id: int
    unit: str
    duty: str
    span: Span

    form: ClassVar = Form(
        units=("unit",),
        facts=("dikecualikan(id,unit,duty)",),
        says=(
            Predicate(
                "exempted",
                "DIKECUALIKAN TEXT DOT",
                {"DIKECUALIKAN": ("dikecualikan dari",)},
                {"unit": "subject", "duty": "text"},
                "{unit} dikecualikan dari {duty}",
            ),
        ),
    )


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

    form: ClassVar = Form(
        units=("actor", "targets", "via", "coordinated_by"),
        facts=(
            "langkah~(w,number,actor,act)",
            "objek(w,number,object)",
            "kepada(w,number,targets)",
            "langkah_melalui(w,number,#,via)",
            "langkah_berurutan(w,number) if ordered",
            "langkah_langsung(w,number) if direct",
            "langkah_dikoordinasikan(w,number,coordinated_by)",
            "sarana(w,number,means)",
            "langkah_modal(w,number,modality)",
            "langkah_tanggal(w,number,date)",
        ),
    )

    @property
    def denied(self) -> bool:
        """Whether it says that the act is not done."""
        return self.negated or self.modality == "tidak_wajib"


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

    form: ClassVar = Form(
        units=("units",),
        facts=(
            "subjek(w,units) if keyword=subjek",
            "pihak(w,units) if keyword=pihak",
            "terkait(w,units) if keyword=terkait",
            "jatuh_tempo(w,+values) if keyword=jatuh_tempo",
            "disampaikan(w,+values) if keyword=disampaikan",
            "tidak_berkala(w) if keyword=berkala if values=tidak",
            "berkala(w,values) if keyword=berkala unless values=tidak",
            "waktu(w,!values) if keyword=waktu",
            'tenggat(w,"values") if keyword=tenggat',
            'bahasan(w,"values") if keyword=bahasan',
            "merujuk(w,values) if keyword=rujukan",
            "muatan(w,values) if keyword=muatan",
            "bentuk(w,values) if keyword=bentuk",
            "pola_alur(w,values) if keyword=pola",
            "urusan(w,values) if keyword=urusan",
        ),
    )


class Workflow(Struct, frozen=True):
    """An ALUR part; `kind` canonical ("kerja_sama"), `scope` its qualifier ("antar_daerah")."""

    id: int
    kind: str
    scope: str | None
    title: str
    attributes: tuple[Attribute, ...]
    steps: tuple[Step, ...]
    span: Span
    form: ClassVar = Form(units=("attributes", "steps"), facts=("alur(id,kind,sort)",))

    @property
    def sort(self) -> str:
        """Its scope, also where its heading gives none."""
        return self.scope or "umum"


Node = Statement | Step | Attribute | Workflow

SAID: dict[str, tuple[type[Any], Predicate]] = {
    predicate.name: (node, predicate)
    for node in get_args(Statement)
    for predicate in node.form.says
}
"""The node that each predicate says."""


def units_of(node: Node) -> Iterator[str]:
    """Yield the keys of the units that a node names."""
    for name in node.form.units:
        value = getattr(node, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Step | Attribute):
                yield from units_of(one)
            else:
                key = one.key if isinstance(one, Station) else one
                if key is not None:
                    yield key
