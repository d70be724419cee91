"""The table of forms: each statement, step and attribute, and what it gives, side by side.

A class is a node of the model; its row `form` says which fields name units and what its facts are.
"""

import datetime
import re
from collections.abc import Iterator
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
Modality = Literal["wajib", "perlu", "dapat", "tidak_wajib", "tidak_dapat", "dilarang"]
ToldKind = Literal["definisi", "asas", "tujuan", "teks"]
"""What a sentence is that states no relation: the parts of told.toml."""

_PASSIVE = {
    "mengoordinasikan": "dikoordinasikan",
    "mengoordinasikan_administratif": "dikoordinasikan_administratif",
    "membawahi": "dibawahi",
    "membina": "dibina",
}


_NO_PERIOD = frozenset({"tidak", "peristiwa", "pilihan"})
"""What lexing/periods.py gives beside periods."""

_ECHELON = re.compile(r"\b(I{1,3}|IV|i{1,3}|iv) ?[./-]? ?([a-eA-E])\b")
_WORDS = r"([A-Z_]+)\[([^]]*)\]"  # compiled only where the grammar is made


def modal_words(modality: Modality | None, negated: bool) -> str:
    """Return a modal as it is written, with a blank after it, or nothing."""
    word = modality.replace("_", " ") if modality else "tidak" if negated else ""
    return f"{word} " if word else ""


def echelon_of(words: str) -> str | None:
    """The one echelon that the words of a rank begin with, None if they give none or more."""
    found = {f"{roman.upper()}.{letter.lower()}" for roman, letter in _ECHELON.findall(words)}
    return found.pop() if len(found) == 1 and _ECHELON.match(words) else None


class Predicate(Struct):
    """A predicate of STRUKTUR that says a node, and the rows `says`, `takes` and `text` of it.

    `rule` is its right side in sentences.lark; `[phrase|phrase]` stands after a terminal that only
    it has. `takes` says what the fields of the node hold: the `subject`, an `object`, the `text`,
    the `task` that a text is, what is `known` of it, whether it is `common`, the `name` of the
    predicate, whether an object is marked as `leader`, its `role`, or `nothing`. `text` is the
    canonical sentence, without its full stop.
    """

    name: str
    rule: str
    takes: dict[str, str] = {}
    text: str = ""

    @property
    def grammar(self) -> str:
        """The rule without its words."""
        return re.sub(_WORDS, r"\1", self.rule)

    @property
    def words(self) -> dict[str, list[str]]:
        """Terminal → its phrases."""
        return {terminal: words.split("|") for terminal, words in re.findall(_WORDS, self.rule)}


class Form(Struct):
    """A row of the table.

    `units` are the fields that hold keys of units, stations, or nodes that name units. Each of
    `facts` is a predicate with its arguments, and when it holds: `if` or `unless` a field is given
    or has a value. An argument is a field (`"field"` as text, `+field` as number, `!field` as a
    term), `#` the place of a value among several, `w` the number of the workflow. `~` marks what a
    node says at all, also in a chart and also if it denies it, `^` what counts in a chart too.
    Without a value for each argument there is no fact; `@sort` stands for the units of a sort that
    verbs.toml lists.
    """

    units: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    says: tuple[Predicate, ...] = ()


def row(text: str) -> Form:
    """Return a row as written at its node; a line that begins with `|` goes on with a rule."""
    form = Form()
    for line in text.strip().splitlines():
        word, said = line.split(None, 1)
        if word == "units":
            form.units = tuple(said.split(", "))
        elif word == "fact":
            form.facts += (said,)
        elif word == "says":
            name, rule = said.split(": ", 1)
            form.says += (Predicate(name, rule),)
        elif word == "|":
            form.says[-1].rule += f" | {said}"
        elif word == "takes":
            fields = (one.partition("=") for one in said.split(", "))
            form.says[-1].takes = {field: value for field, _, value in fields}
        else:
            form.says[-1].text = said
    return form


class Station(Struct, frozen=True):
    """Who a line or step goes through; `key` is None for "Asisten yang membidangi"."""

    key: str | None
    span: Span


class Said(Struct, frozen=True, kw_only=True):
    """What every statement and step keeps: the neutral words beside what it says ([adverbials])."""

    adverbials: tuple[str, ...] = ()


class Line(Said, frozen=True):
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
    besides: tuple[str, ...] = ()
    """Those of the group who are left out ("kecuali")."""
    via: tuple[Station, ...] = ()
    ordered: bool = False
    direct: bool = False
    without: tuple[str, ...] = ()
    nature: Literal["teknis", "administratif"] | None = None
    nature_as: str = ""
    """The words of the nature, if they are other than the usual ("secara teknis operasional")."""
    pattern: str | None = None
    subpattern: str | None = None
    sectoral_term: str | None = None
    only: bool = False
    aspects: tuple[str, ...] = ()
    modality: Modality | None = None
    negated: bool = False
    form: ClassVar = row("""
        units  source, target, via, without, besides
        fact   garis~(id,kind,source,toward) unless group
        fact   garis_seluruh~(id,group,kind,toward) if group unless source
        fact   garis_seluruh~(id,group,passive,source) if group if source
        fact   kecuali(id,besides)
        fact   melalui^(id,#,via)
        fact   berurutan(id) if ordered
        fact   langsung^(id) if direct
        fact   langsung^(id) unless direct if without=@passed_by
        fact   tanpa_melalui(id,without)
        fact   sifat(id,nature)
        fact   pola(id,pattern)
        fact   subpola(id,subpattern)
        fact   istilah_sektoral(id,sectoral_term)
        fact   hanya(id) if only
        fact   aspek(id,aspects)
        fact   modal(id,modality)
    """)

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


class Placement(Said, frozen=True):
    """`unit` stands inside `parent` ("UPT X pada Dinas Y", "Dinas Y terdiri atas: …").

    `possible` where it only may be formed there.
    """

    id: int
    unit: str
    parent: str
    span: Span
    possible: bool = False
    form: ClassVar = row("""
        units  unit, parent
        fact   pada(unit,parent)
        says   contains: TERDIRI (names DOT | listing)
    """)


class Classification(Said, frozen=True):
    """`unit` is said to be of a class: pelaksana, penunjang, pengawas, vertikal, lainnya, …"""

    id: int
    unit: str
    unsur: str
    span: Span
    field: str = ""
    form: ClassVar = row("""
        units  unit
        fact   unsur(id,unit,unsur)
        says   classified: MERUPAKAN CLASS (BIDANG TEXT)? DOT
    """)


class Task(Said, frozen=True):
    """`unit` has a task: a constant, or a text; `known` is the task that a longer text gives.

    What every unit of its sort has by the same words is `common`: it sets nobody apart.
    """

    id: int
    unit: str
    task: str
    span: Span
    known: str | None = None
    common: bool = False
    form: ClassVar = row("""
        units  unit
        fact   tugas(id,unit,matter)
        fact   tugas_umum(id) if common
        says   task: BERTUGAS[bertugas|bertugas untuk|mempunyai tugas|memiliki tugas] (TEXT DOT
               | listing)
        takes  unit=subject, task=task, known=known, common=common
    """)

    @property
    def matter(self) -> str:
        """The task by its constant, or in its words."""
        return self.known or self.task


class Function(Said, frozen=True):
    """`unit` has a function, which is no task and no line: text."""

    id: int
    unit: str
    function: str
    span: Span
    form: ClassVar = row("""
        units  unit
        says   function: BERFUNGSI[menyelenggarakan fungsi|mempunyai fungsi] (TEXT DOT
               | listing)
        takes  unit=subject, function=text
    """)


class Delegation(Said, frozen=True):
    """`parent` delegates the task to `unit`."""

    id: int
    parent: str
    unit: str
    task: str
    span: Span
    form: ClassVar = row("""
        units  parent, unit
        fact   dilimpahkan(id,parent,unit,task)
        says   delegation: MELIMPAHKAN[melimpahkan tugas] TEXT KEPADA names DOT
        takes  parent=subject, unit=object, task=text
        text   {parent} melimpahkan tugas {task} kepada {unit}
    """)


class Kinship(Said, frozen=True):
    """The drafter declares two agencies serumpun or not."""

    id: int
    left: str
    right: str
    related: bool
    span: Span
    reason: str = ""
    form: ClassVar = row("""
        units  left, right
        fact   serumpun(id,left,right) if related
        fact   tidak_serumpun(id,left,right) unless related
        says   kinship: SERUMPUN[serumpun] (KARENA[karena|sebab] TEXT)? DOT
        text   {left} dan {right} {denial}serumpun{because}
    """)

    @property
    def because(self) -> str:
        """The reason with a blank before it, or nothing."""
        return f" karena {self.reason}" if self.reason else ""

    @property
    def denial(self) -> str:
        """`tidak` with a blank after it, or nothing."""
        return "" if self.related else "tidak "


class Change(Said, frozen=True):
    """`new` comes from `old`; for `hapus` there is no new unit."""

    id: int
    kind: Literal["ganti", "gabung", "pecah", "hapus"]
    new: str | None
    old: str
    span: Span
    form: ClassVar = row("""
        units  new, old
        fact   perubahan(id,kind,new,old) if new
        fact   dihapus(id,old) unless new
        says   ganti: MERUPAKAN NAMA_BARU[nama baru dari|perubahan nama dari] names DOT
        takes  kind=name, new=subject, old=object
        text   {new} merupakan nama baru dari {old}
        says   gabung: MERUPAKAN PENGGABUNGAN[penggabungan dari|gabungan dari] names DOT
        takes  kind=name, new=subject, old=object
        text   {new} merupakan penggabungan dari {old}
        says   pecah: MERUPAKAN PECAHAN[pecahan dari|pemecahan dari] names DOT
        takes  kind=name, new=subject, old=object
        text   {new} merupakan pecahan dari {old}
        says   hapus: DIHAPUS[dihapus|dihapuskan] DOT
        takes  kind=name, new=nothing, old=subject
        text   {old} dihapus
    """)


class Head(Said, frozen=True):
    """`unit` is headed by the office `head` ex officio ("dikepalai oleh", "diketuai oleh")."""

    id: int
    unit: str
    head: str
    span: Span
    modality: Modality | None = None
    negated: bool = False
    form: ClassVar = row("""
        units  unit, head
        fact   ketua(id,unit,head) if unit=@forum unless negated
        fact   ketua_ingkar(id,unit,head) if unit=@forum if negated
        fact   kepala_ex_officio(id,unit,office) unless unit=@forum unless negated
        fact   modal(id,modality)
        says   headed: (DIKEPALAI[dikepalai oleh|dikepalai oleh seorang|dijabat oleh]
               | DIKETUAI[diketuai oleh|dipimpin oleh|dipimpin oleh seorang]) names DOT
        takes  unit=subject, head=object, modality=modality, negated=negated
        text   {unit} {modal}dikepalai oleh {own}{head}
    """)

    @property
    def modal(self) -> str:
        """Its modal with a blank after it, or nothing."""
        return modal_words(self.modality, self.negated)

    @property
    def office(self) -> str | None:
        """The office that heads it; of its own head there is nothing to tell."""
        return None if self.head == self.unit else self.head

    @property
    def own(self) -> str:
        """What comes before the name of a unit to name its head."""
        return "Kepala " if self.head == self.unit else ""


class Secretary(Said, frozen=True):
    """`secretary` keeps the secretariat of the forum, and is no member for that."""

    id: int
    forum: str
    secretary: str
    span: Span
    form: ClassVar = row("""
        units  forum, secretary
        fact   sekretaris_forum(id,forum,secretary)
        says   secretary: DISEKRETARISI[disekretarisi oleh|bersekretaris] names DOT
        takes  forum=subject, secretary=object
        text   {forum} disekretarisi oleh {secretary}
    """)


class Membership(Said, frozen=True):
    """`member` stands in the list of the forum; `leader` if flagged "(pimpinan lembaga)".

    The list may say his `role`; who keeps the secretariat is no member for that.
    """

    id: int
    forum: str
    member: str
    leader: bool
    span: Span
    role: Literal["", "ketua", "sekretaris", "anggota"] = ""
    form: ClassVar = row("""
        units  forum, member
        fact   anggota(id,forum,member) unless role=ketua unless role=sekretaris
        fact   ketua(id,forum,member) if role=ketua
        fact   sekretaris_forum(id,forum,member) if role=sekretaris
        fact   pimpinan_lembaga(id) if leader
        says   members: BERANGGOTAKAN[beranggotakan] (names DOT | listing)
        takes  forum=subject, member=object, leader=leader, role=role
    """)


class Field(Said, frozen=True):
    """The field ("bidang") of an outside agency, for invitations."""

    id: int
    unit: str
    field: str
    span: Span
    form: ClassVar = row("""
        units  unit
        fact   bidang(id,unit,"field")
        says   field: MEMBIDANGI[membidangi] TEXT DOT
        takes  unit=subject, field=text
        text   {unit} membidangi {field}
    """)


class Exemption(Said, frozen=True):
    """`unit` is exempted from a duty ("dikecualikan dari …", as text).

    `act` is the duty if its words are known, `provision` where it is named by its number, of the
    regulation with number and year `law`; `basis` the kind of higher law that it relies on.
    """

    id: int
    unit: str
    duty: str
    span: Span
    act: str | None = None
    provision: str | None = None
    law: tuple[int, int] | None = None
    basis: str | None = None
    form: ClassVar = row("""
        units  unit
        fact   dikecualikan(id,unit,duty)
        fact   dikecualikan_perbuatan(id,act)
        fact   dikecualikan_ketentuan(id,"provision")
        fact   berdasar_hukum_lain(id,"basis")
        says   exempted: DIKECUALIKAN[dikecualikan dari] TEXT DOT
        takes  unit=subject, duty=text, act=act, provision=provision, law=law, basis=basis
        text   {unit} dikecualikan dari {duty}
    """)


class Rank(Said, frozen=True):
    """The head of `unit` is said to hold a post of an echelon, in `rank` as it is written."""

    id: int
    unit: str
    rank: str
    span: Span
    form: ClassVar = row("""
        units  unit
        fact   eselon(id,unit,"echelon")
        says   ranked: MERUPAKAN ESELON[jabatan eselon|pejabat eselon|eselon] TEXT DOT
        takes  unit=subject, rank=text
        text   {unit} merupakan jabatan eselon {rank}
    """)

    @property
    def echelon(self) -> str | None:
        """The echelon that the words give."""
        return echelon_of(self.rank)


class Told(Said, frozen=True):
    """A sentence that states no relation, as it stands: a definition, principle, purpose, or text.

    `units` are those that it begins with, `items` the entries of its list.
    """

    id: int
    kind: ToldKind
    text: str
    units: tuple[str, ...]
    items: tuple[str, ...]
    span: Span
    form: ClassVar = row("""
        units  units
    """)


Statement = (
    Line
    | Placement
    | Classification
    | Task
    | Function
    | Delegation
    | Kinship
    | Change
    | Head
    | Secretary
    | Membership
    | Field
    | Exemption
    | Rank
    | Told
)


class Step(Said, frozen=True):
    """One act of a numbered sentence of a workflow; `act` is a canonical verb, `object` its object.

    A sentence with several actors, acts or objects gives a step for each, with one number. What
    follows the object is `detail`, what stands behind the names `text`: free texts both.
    """

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
    detail: str = ""
    parties: str = ""
    """The words that stand for the targets ("para pihak"), those of the workflow's attribute."""
    approved_by: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    hearing: tuple[str, ...] = ()
    """Who is heard before ("setelah mendengar")."""
    hearing_parties: str = ""
    named: tuple[str, ...] = ()
    """The targets that are named beside `parties`."""
    hearing_named: tuple[str, ...] = ()
    manners: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    """What a staff study is said to hold, within `detail` or `text`."""
    time: str | None = None
    due: str = ""
    punctual: bool = False
    """Whether `due` says that it is in time, and not when that is."""
    text: str = ""
    means_as: tuple[str, ...] = ()
    """The words of the means."""
    choice: bool = False
    """The means are joined by `atau`."""
    act_as: str = ""
    """The verb, if it is another than the usual one of the act."""
    object_as: str = ""
    """The words of the object, if they are other than the usual."""
    toward: str = ""
    """The preposition before the targets, if it is other than that of the act."""
    actor_as: str = ""
    """The words that stand for the actors, those of an attribute of the workflow."""
    opening: str = ""
    """What stands before the actor, as text: in which case, when."""
    role: str = ""
    """What stands behind the actor, as text: as whom or for whom he acts."""
    past: tuple[str, ...] = ()
    """Who is passed by ("tanpa melalui")."""
    lacking: tuple[str, ...] = ()
    """Without whom it is said to be done ("tanpa persetujuan DPRD"), or not to whom."""
    lacking_as: tuple[str, ...] = ()
    """The words before each of these."""
    periods_as: str = ""
    """The words of the periods, if they are other than the usual."""
    reported: tuple[str, ...] = ()
    """The period that the name of a report gives ("laporan bulanan"), or `due`."""
    references: tuple[str, ...] = ()
    """The standards that the step is said to heed, within `detail` or `text`."""
    unheeded: tuple[str, ...] = ()
    """The standards that it is said not to heed, within `detail` or `text`."""
    only: bool = False
    """Whether it is said to be addressed to nobody else, within `detail` or `adverbials`."""
    stages: tuple[str, ...] = ()
    """The acts that are said to be done before or with it, within `opening` or `text`."""
    forgone: tuple[str, ...] = ()
    """The acts that it is said to be done without, within `opening`, `detail` or `text`."""
    concerned: bool = False
    """Whether those who are lacking are said to be concerned, within `text`."""
    shapes: tuple[str, ...] = ()
    """The forms that something is said to be given in, within `detail` or `text`."""
    requested: tuple[str, ...] = ()
    """At whose request it is said to be done, within `detail`, `text` or `periods_as`."""
    matters: tuple[str, ...] = ()
    """Of a step that is denied, weakened, leaves out a stage or standard, or settles something: the
    kinds of workflow that its texts speak of, else `lain`."""
    ordered_by: tuple[str, ...] = ()
    """Whose order is carried out, within `detail` or `text`: bupati, atasan."""
    unjudged: tuple[str, ...] = ()
    """What is not understood and therefore judged by no check: a verb, an object, means."""
    form: ClassVar = row("""
        units  actor, targets, via, coordinated_by, approved_by, copies, hearing, past, lacking
        fact   langkah~(w,number,actor,act)
        fact   objek(w,number,object)
        fact   objek_dirinci(w,number) if detail
        fact   kepada(w,number,targets)
        fact   langkah_melalui(w,number,#,via)
        fact   langkah_berurutan(w,number) if ordered
        fact   langkah_langsung(w,number) if skips
        fact   langkah_dikoordinasikan(w,number,coordinated_by)
        fact   langkah_disetujui(w,number,approved_by)
        fact   langkah_tanpa(w,number,lacking)
        fact   langkah_tanpa(w,number,past)
        fact   setelah_mendengar(w,number,hearing)
        fact   tembusan(w,number,copies)
        fact   sarana(w,number,means)
        fact   cara(w,number,manners)
        fact   langkah_muatan(w,number,contents)
        fact   langkah_merujuk(w,number,references)
        fact   langkah_setelah(w,number,stages)
        fact   langkah_tanpa_tahap(w,number,forgone)
        fact   terkait(w,lacking) if concerned
        fact   langkah_tanpa_koordinasi(w,number,uncoordinated)
        fact   langkah_tanpa_disampaikan(w,number,unserved)
        fact   langkah_tanpa_rujukan(w,number,unheeded)
        fact   langkah_hanya(w,number) if only
        fact   langkah_bentuk(w,number,shapes)
        fact   langkah_diminta(w,number,requested)
        fact   perihal(w,number,matters)
        fact   langkah_perintah_dari(w,number,ordered_by)
        fact   langkah_modal(w,number,modality)
        fact   langkah_tanggal(w,number,date)
        fact   langkah_berkala(w,number,real_periods)
        fact   langkah_tidak_berkala(w,number) if periods=tidak
        fact   langkah_hanya_tidak_berkala(w,number) if never_periodic
        fact   langkah_waktu(w,number,!time)
        fact   langkah_tenggat(w,number,"due")
        fact   langkah_tepat_waktu(w,number) if punctual
        fact   tidak_dinilai(w,number,"unjudged")
    """)

    @property
    def denied(self) -> bool:
        """Whether it says that the act is not done."""
        return self.negated or self.modality == "tidak_wajib"

    @property
    def unserved(self) -> tuple[str, ...]:
        """Those to whom it is said not to be handed over."""
        pairs = zip(self.lacking, self.lacking_as, strict=True)
        return tuple(unit for unit, words in pairs if "nya kepada" in words)

    @property
    def uncoordinated(self) -> tuple[str, ...]:
        """Those with whom it is said not to be co-ordinated."""
        pairs = zip(self.lacking, self.lacking_as, strict=True)
        return tuple(unit for unit, words in pairs if "koordinasi" in words)

    @property
    def skips(self) -> bool:
        """Whether it is said to go directly, or past somebody."""
        return self.direct or bool(self.past)

    @property
    def never_periodic(self) -> bool:
        """Whether it is said to be done without a period alone ("hanya apabila diminta")."""
        alone = self.only or self.periods_as.startswith(("hanya ", "tidak "))
        return alone and "tidak" in self.periods and not self.real_periods

    @property
    def real_periods(self) -> tuple[str, ...]:
        """Those of its periods that are one, that in the name of a report too."""
        real = (period for period in self.periods if period not in _NO_PERIOD)
        return tuple(dict.fromkeys((*real, *self.reported)))


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
    form: ClassVar = row("""
        units  units
        fact   subjek(w,units) if keyword=subjek
        fact   pihak(w,units) if keyword=pihak
        fact   terkait(w,units) if keyword=terkait
        fact   jatuh_tempo(w,+values) if keyword=jatuh_tempo
        fact   disampaikan(w,+values) if keyword=disampaikan
        fact   tidak_berkala(w) if keyword=berkala if values=tidak
        fact   berkala_peristiwa(w) if keyword=berkala if values=peristiwa
        fact   berkala_pilihan(w) if keyword=berkala if values=pilihan
        fact   berkala(w,real_values) if keyword=berkala
        fact   waktu(w,!values) if keyword=waktu
        fact   tenggat(w,"values") if keyword=tenggat
        fact   bahasan(w,"values") if keyword=bahasan
        fact   merujuk(w,values) if keyword=rujukan
        fact   muatan(w,values) if keyword=muatan
        fact   bentuk(w,values) if keyword=bentuk
        fact   pola_alur(w,values) if keyword=pola
        fact   urusan(w,values) if keyword=urusan
    """)

    @property
    def real_values(self) -> tuple[str, ...]:
        """Those of its periods that are one."""
        return tuple(value for value in self.values if value not in _NO_PERIOD)


RULES = "ketentuan"
"""The kind of the workflow that holds rules, such as STRUKTUR states: no procedure."""


class Workflow(Struct, frozen=True):
    """An ALUR part; `kind` canonical ("kerja_sama"), `scope` its qualifier ("antar_daerah")."""

    id: int
    kind: str
    scope: str | None
    title: str
    attributes: tuple[Attribute, ...]
    steps: tuple[Step, ...]
    span: Span
    form: ClassVar = row("""
        units  attributes, steps
        fact   alur(id,kind,sort)
    """)

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
