"""What the checks look at: a proposal, its lines one by one, and who stands where."""

from dataclasses import dataclass, field

from oracle.roster import AST1, AST2, AST3, THREE, roster
from patuh_parser.sotk.model import (
    Change,
    Classification,
    Delegation,
    Exemption,
    Field,
    Head,
    Kinship,
    Line,
    Membership,
    Placement,
    Proposal,
    Step,
    Task,
    Workflow,
)

P, B, W, C = "pelanggaran", "belum_lengkap", "peringatan", "catatan"
BUPATI, WABUP, DPRD = "bupati", "wakil_bupati", "dprd"
SEKDA, SETDA, FORUM = "sekretaris_daerah", "sekretariat_daerah", "forkopimda"
ALL_ASISTEN, ALL_STAF_AHLI = "asisten_sekretaris_daerah", "staf_ahli_bupati"
SEKDA_SETDA = (SEKDA, SETDA)
COORDINATING = ("mengoordinasikan", "mengoordinasikan_administratif")
ANY_ASISTEN = "asisten yang membidangi"
"""The bound variable, where a sentence does not name the Asisten."""

OUTSIDE = {
    "vertikal", "lainnya", "pihak_luar", "cabang_dinas", "desa", "badan_usaha_milik_daerah",
}  # fmt: skip
STAND_INS = {
    "perangkat_daerah": ("setiap_perangkat_daerah", "dinas"),
    "dinas": ("setiap_dinas", "dinas"),
    "badan": ("setiap_badan", "badan"),
    "kecamatan": ("setiap_kecamatan", "kecamatan"),
    "kelurahan": ("setiap_kelurahan", "kelurahan"),
    "bagian": ("setiap_bagian", "bagian"),
    "unit_pelaksana_teknis": ("setiap_unit_pelaksana_teknis", "unit_pelaksana_teknis"),
    "staf_ahli": (ALL_STAF_AHLI, "staf_ahli"),
    "asisten": (ALL_ASISTEN, "asisten"),
}
"""Who is judged for a group of which nobody is named."""
ALL = {one for one, _ in STAND_INS.values()} - {ALL_STAF_AHLI, ALL_ASISTEN}
"""Who stands for each agency, or those whom it concerns, in a step that names none."""
WITHIN = {"bagian", "subunit", "unit_pelaksana_teknis", "kelurahan", "kelompok_jabatan_fungsional"}
BOTH_PD = {
    "sekretariat_daerah",
    "sekretariat_dprd",
    "inspektorat",
    "dinas",
    "badan",
    "satuan_polisi_pamong_praja",
    "kecamatan",
}
FIVE = {"konsultatif", "kolegial", "fungsional", "struktural", "koordinatif"}
Found = tuple[str, str, object]


@dataclass(frozen=True)
class Edge:
    """One line between two named units (`y` may be ANY_ASISTEN); groups are spelt out."""

    x: str
    y: str
    line: Line
    whole_group: bool

    @property
    def kind(self) -> str:
        return self.line.kind

    @property
    def via(self) -> tuple[str, ...]:
        return tuple(station.key or ANY_ASISTEN for station in self.line.via)

    @property
    def weak(self) -> bool:
        """With "dapat": asserted, but satisfies nothing (ruling 16)."""
        return self.line.modality == "dapat"


@dataclass
class View:
    """A proposal under one regulation, with the plain questions that the checks ask."""

    proposal: Proposal
    regulation: str
    faulty: set[Edge] = field(default_factory=set)
    """Lines with a finding of their own; they are no premise of another (no cascades)."""
    wrong: set[Edge] = field(default_factory=set)
    """Those of them that are against the regulation, not merely doubtful."""

    def __post_init__(self) -> None:
        p = self.proposal
        self.kutim = self.regulation.startswith("kutim")
        self.paser = not self.kutim
        self.sort = {unit.key: unit.sort for unit in p.units}
        self.in_parent: dict[str, set[str]] = {}
        for unit in p.units:
            if unit.parent:
                self.in_parent.setdefault(unit.key, set()).add(unit.parent)
        for place in self.all(Placement):
            self.in_parent.setdefault(place.unit, set()).add(place.parent)
        changes = self.all(Change)
        self.changes = [change for change in changes if change.new is not None]
        self.abolished = {change.old for change in changes if change.new is None}
        new = {change.new for change in self.changes}
        replaced = {c.old for c in self.changes if c.kind in ("ganti", "gabung")} - new
        self.gone = self.abolished | replaced
        self.units = [key for key in self.sort if key not in self.gone]
        self.sort |= self.standing_in()
        self.complete = p.header.scope.complete and p.has_structure
        self.edges = [e for line in self.all(Line) if not denied(line) for e in self.spread(line)]
        self.denied = [e for line in self.all(Line) if denied(line) for e in self.spread(line)]

    def standing_in(self) -> dict[str, str]:
        """Those who stand for a group in a step, with their sorts."""
        steps = [step for flow in self.proposal.workflows for step in flow.steps]
        said = {one for step in steps for one in (step.actor, *step.targets, *step.lacking)}
        return {one: sort for one, sort in STAND_INS.values() if one in said - set(self.sort)}

    def all(self, sort: type) -> list:
        return [s for s in self.proposal.statements if isinstance(s, sort)]

    # who is what

    def is_pd(self, u: str) -> bool:
        """Perangkat Daerah; an RSUD only in Kutai Timur, whose list names it (ruling 8)."""
        sort = self.sort.get(u)
        return sort in BOTH_PD or (self.kutim and sort == "rumah_sakit_umum_daerah")

    def is_pdx(self, u: str) -> bool:
        """Perangkat Daerah other than the Sekretariat Daerah."""
        return self.is_pd(u) and u != SETDA

    def is_office(self, u: str) -> bool:
        """Dinas or Badan; a Satuan Polisi Pamong Praja is a Dinas (PP 18/2016 Pasal 38)."""
        return self.sort.get(u) in ("dinas", "badan", "satuan_polisi_pamong_praja")

    def is_outside(self, u: str) -> bool:
        return self.sort.get(u) in OUTSIDE

    def said_by_v2(self, u: str) -> bool:
        """Whether a line of the regional government with U is a matter of V2."""
        return self.kutim and self.sort.get(u) in ("vertikal", "lainnya")

    def is_internal(self, u: str) -> bool:
        return u in self.sort and self.sort[u] not in OUTSIDE | {"dprd", "forkopimda"}

    def is_asisten(self, u: str) -> bool:
        return self.sort.get(u) == "asisten" and u != ALL_ASISTEN

    def is_staf_ahli(self, u: str) -> bool:
        return self.sort.get(u) == "staf_ahli"

    def members(self, group: str) -> list[str]:
        """The units that "Seluruh …" means; the Sekretariat Daerah is never one of them."""
        test = {
            "perangkat_daerah": self.is_pdx,
            "staf_ahli": lambda u: self.is_staf_ahli(u) and u != ALL_STAF_AHLI,
            "asisten": self.is_asisten,
        }.get(group, lambda u: self.sort[u] == group)
        return [u for u in self.units if test(u)]

    def spread(self, line: Line) -> list[Edge]:
        """The edges of a line: one, or one for every member of its group."""
        if line.group is None:
            return [Edge(line.source, line.target or ANY_ASISTEN, line, False)]
        members = self.members(line.group)
        if not members and line.group in STAND_INS:
            one, sort = STAND_INS[line.group]
            self.sort[one] = sort
            members = [one]
        members = [u for u in members if u not in line.besides]
        if line.source is None:
            return [Edge(u, line.target or ANY_ASISTEN, line, True) for u in members]
        members = [u for u in members if (line.kind, u) != ("membawahi", line.source)]
        return [Edge(line.source, u, line, True) for u in members]

    def of(self, *kinds: str) -> list[Edge]:
        return [edge for edge in self.edges if edge.kind in kinds]

    def commands(self) -> list[Edge]:
        """Lines of command: membawahi, memerintah, and guidance that includes "instruksi"."""
        return [
            e
            for e in self.edges
            if e.kind == "membawahi" or (e.kind == "membina" and "instruksi" in e.line.aspects)
        ]

    # where it stands

    def inside(self, u: str) -> set[str]:
        """Everything that U stands in, at any depth, without U."""
        found: set[str] = set()
        todo = [u]
        while todo:
            for parent in self.in_parent.get(todo.pop(), ()):
                if parent not in found:
                    found.add(parent)
                    todo.append(parent)
        return found

    def homes(self, u: str) -> set[str]:
        """The agencies of U, and in Paser the RSUD it lies in, which is itself in a Dinas."""
        hospitals = {p for p in self.inside(u) if self.sort.get(p) == "rumah_sakit_umum_daerah"}
        return self.agencies(u) | hospitals

    def agencies(self, u: str) -> set[str]:
        """The agencies that U is declared to belong to: placed in, else commanded by."""
        if self.sort.get(u) == "bagian":
            return {SETDA}
        placed = {p for p in self.inside(u) if self.is_pd(p)}
        if placed or self.in_parent.get(u):
            return placed
        if self.sort.get(u) not in WITHIN:
            return set()
        return {e.x for e in self.of("membawahi") if e.y == u and self.is_pd(e.x)}

    def homeless(self, u: str) -> bool:
        """Whether U belongs into an agency, and the proposal leaves open into which."""
        around = {self.sort.get(p) for p in (u, *self.inside(u))}
        return around <= WITHIN and self.sort[u] != "bagian" and not self.agencies(u)

    def closed(self, u: str) -> bool:
        """Whether silence about U in the structure counts: LINGKUP lengkap, or lengkap untuk."""
        if not self.proposal.has_structure:
            return False
        scope = self.proposal.header.scope
        around = {u} | self.inside(u)
        if self.is_asisten(u) or self.sort.get(u) == "bagian":
            around.add("sekretariat_daerah")
        return scope.complete or bool(around & set(scope.complete_for))

    # Asisten

    def ancestors(self, u: str) -> set[str]:
        """What U was made from, back to the oldest names."""
        found: set[str] = set()
        todo = [u]
        while todo:
            here = todo.pop()
            for change in self.changes:
                if change.new == here and change.old not in found:
                    found.add(change.old)
                    todo.append(change.old)
        return found

    def listed_asisten(self, u: str) -> set[str]:
        """The Asisten by the list, or by inheritance from what U was made from."""
        if not self.kutim:
            return set()
        if u in roster():
            return {self.entry(u)[0]} if self.entry(u) else set()
        return {roster()[old][0] for old in self.ancestors(u) if old in roster()}

    def entry(self, u: str) -> tuple[str, str] | None:
        """Asisten and group of U in the list, which has Bagian apart from all others."""
        found = roster().get(u)
        return found if found and (found[1] == "bagian") == (self.sort.get(u) == "bagian") else None

    def declared_asisten(self, u: str, *, firmly: bool = True) -> set[str]:
        """Who co-ordinates U, or is named after "melalui" on its line (rulings 1, 6); for a Bagian
        also who guides or commands it, or to whom it answers."""
        found = set()
        bagian = self.sort.get(u) == "bagian"
        kinds = ("mengoordinasikan", "membina", "membawahi") if bagian else COORDINATING
        for e in self.edges:
            if firmly and e.weak:
                continue
            if e.kind in kinds and e.y == u and self.is_asisten(e.x):
                found.add(e.x)
            if e.kind == "bertanggung_jawab" and e.x == u:
                found |= {z for z in (e.via, (*e.via, e.y))[bagian] if self.is_asisten(z)}
        return found

    # superiors

    def over(self, supplied: bool = False, without: set[Edge] | None = None) -> dict[str, set[str]]:
        """Unit → its superiors, as the proposal says; with what the law supplies if asked.

        A technical line makes no superior, nor does consultation; one with "dapat" is asserted.
        """
        up: dict[str, set[str]] = {}

        def add(u: str, y: str) -> None:
            if u == SETDA and y == BUPATI:
                u = SEKDA
            if u != y:
                up.setdefault(u, set()).add(y)

        commands = set(self.commands())
        for u, parents in self.in_parent.items():
            for parent in parents:
                add(u, parent)
        for e in self.edges:
            if e in (without or ()):
                continue
            if e.kind == "bertanggung_jawab" and e.line.nature != "teknis":
                for y in self.named(e.x, e.y):
                    add(e.x, y)
            if e in commands:
                add(e.y, e.x)
        if supplied:
            for u in {*self.sort, SEKDA}:
                for y in self.lawful(u):
                    add(u, y)
        up.setdefault(SETDA, set()).add(SEKDA)
        if SETDA in up.get(SEKDA, ()):
            up[SEKDA].discard(SETDA)
        return up

    def named(self, u: str, y: str) -> set[str]:
        """Y, or whom "Asisten yang membidangi" means for U."""
        if y != ANY_ASISTEN:
            return {y}
        return self.listed_asisten(u) or self.declared_asisten(u)

    def lawful(self, u: str) -> set[str]:
        """The superiors that the regulation itself gives U."""
        if u == SEKDA or self.is_pdx(u):
            return {BUPATI}
        if self.is_staf_ahli(u) and u != ALL_STAF_AHLI:
            return {BUPATI}
        if self.is_asisten(u):
            return set(SEKDA_SETDA)
        if self.sort.get(u) == "bagian":
            return self.listed_asisten(u) | set(SEKDA_SETDA)
        return set()

    def above(self, x: str, u: str, up: dict[str, set[str]] | None = None) -> bool:
        """Whether X is a superior of U, at any height."""
        up = self.over() if up is None else up
        seen: set[str] = set()
        todo = list(up.get(u, ()))
        while todo:
            y = todo.pop()
            if y == x:
                return True
            if y not in seen:
                seen.add(y)
                todo += up.get(y, ())
        return False

    def may_command(self, x: str, y: str) -> bool:
        """The closed table of competences to command (H6, I1; ruling 12)."""
        if x == BUPATI:
            return self.is_internal(y) and y != BUPATI
        if x in SEKDA_SETDA:
            if self.is_asisten(y) or y == ALL_ASISTEN or self.sort.get(y) == "bagian":
                return True
            if {x, y} == {SEKDA, SETDA}:
                return x == SEKDA
            if self.paser and self.is_pdx(y):
                return True
        if self.is_asisten(x) and self.sort.get(y) == "bagian":
            return True
        if self.sort.get(x) == "dinas" and self.sort.get(y) == "rumah_sakit_umum_daerah":
            return not self.in_parent.get(y) or x in self.inside(y)
        inner = WITHIN - {"bagian"}
        # how an agency orders its own units is its own matter, and X may be one of them
        together = self.same_pd(x, y) or self.homeless(x)
        if self.sort.get(x) == "subunit" and self.sort.get(y) in inner and together:
            return True
        if x in self.inside(y):
            return True
        return self.is_pd(x) and x in self.agencies(y)

    def acts_for(self, actor: str, u: str) -> bool:
        """Whether an act is one of U: its own, of a unit of it, of its head or of what U heads
        (ruling 11), or of those U is the name for; what all Staf Ahli, or all Asisten, do is done
        by each."""
        collective = {actor, u} & {ALL_ASISTEN, ALL_STAF_AHLI}
        return (
            actor == u
            or {actor, u} == {SEKDA, SETDA}
            or u in self.inside(actor) | self.agencies(actor)
            or (bool(collective) and self.sort.get(actor) == self.sort.get(u))
        )

    def kin(self, left: str, right: str) -> set[bool]:
        """What the proposal declares about two agencies: serumpun, not, or nothing."""
        return {k.related for k in self.all(Kinship) if {k.left, k.right} == {left, right}}

    def same_pd(self, u: str, v: str) -> bool:
        """Whether U and V lie in one agency, or one is the agency of the other."""
        return bool(({u} | self.agencies(u)) & ({v} | self.agencies(v)))


def order(u: str) -> tuple[bool, str]:
    """Offices that the law names come before other units, then by the alphabet."""
    return (not u.islower(), u)


def denied(line: Line) -> bool:
    return line.negated or line.modality == "tidak_wajib"


def steps(w: Workflow) -> list[Step]:
    """The steps that are done: what is denied is not a step."""
    return [s for s in w.steps if not s.negated and s.modality != "tidak_wajib"]


def firm(w: Workflow) -> list[Step]:
    """The steps that satisfy: those without "dapat" (ruling 16)."""
    return [s for s in steps(w) if s.modality != "dapat"]


def soft(s: Step) -> bool:
    """Weakened to "dapat", or denied."""
    return s.negated or s.modality in ("dapat", "tidak_wajib")


def past_sekda(line: Line) -> bool:
    """ "langsung", or "tanpa melalui" the Sekda."""
    return line.direct or not set(line.without).isdisjoint(SEKDA_SETDA)


def unread_numbers(w: Workflow) -> set[int]:
    """The numbers of the steps in which a verb, an object or means are not known."""
    return {s.number for s in w.steps if s.unjudged}


def lack(w: Workflow) -> str:
    """How grave it is that something is missing: it may be what is not understood."""
    return B if unread_numbers(w) else P


def units_of(w: Workflow, keyword: str) -> list[str]:
    return [u for a in w.attributes if a.keyword == keyword for u in a.units]


def values_of(w: Workflow, keyword: str) -> list[str]:
    return [value for a in w.attributes if a.keyword == keyword for value in a.values]


def has(w: Workflow, keyword: str) -> bool:
    return any(a.keyword == keyword for a in w.attributes)


__all__ = [
    "ALL_ASISTEN",
    "ALL_STAF_AHLI",
    "ANY_ASISTEN",
    "AST1",
    "AST2",
    "AST3",
    "BUPATI",
    "DPRD",
    "FIVE",
    "FORUM",
    "SEKDA",
    "SEKDA_SETDA",
    "SETDA",
    "THREE",
    "WABUP",
    "B",
    "C",
    "Change",
    "Classification",
    "Delegation",
    "Edge",
    "Exemption",
    "Field",
    "Found",
    "Head",
    "Kinship",
    "Membership",
    "P",
    "Task",
    "View",
    "W",
    "firm",
    "has",
    "lack",
    "order",
    "roster",
    "soft",
    "steps",
    "units_of",
    "unread_numbers",
    "values_of",
]
