"""PP 18/2016 on agencies where it stands alone, a second time: M3, M5, M8, M10 and M11.

Read from the text and the tables of `m.py`. A proposal is that of a region without a Perbup here.
"""

from collections.abc import Callable, Iterator

from oracle import m
from oracle.echelons import m11
from oracle.view import ALL_ASISTEN, DPRD, SETDA, C, Found, P, View, W
from patuh_parser.sotk.model import Proposal

SAMPLES = {
    "dinas": m.DINAS, "satuan_polisi_pamong_praja": m.DINAS, "badan": m.BADAN,
    "inspektorat": m.INSPEKTORAT, "sekretariat_dprd": m.SETWAN, "kecamatan": m.CAMAT,
}  # fmt: skip
"""The agencies of `m.py` by their sorts."""
INDEPENDENT = ("Bencana", "Kesatuan Bangsa")
"""Pasal 117 and 122: their agencies follow other law."""
SCHOOLS = ("SD Negeri", "SMP Negeri", "TK Negeri", "Satuan Pendidikan", "Sanggar Kegiatan Belajar")
HEALTH = ("Puskesmas", "Rumah Sakit")
FUNCTIONS = (
    "Perencanaan", "Keuangan", "Pendapatan", "Aset", "Kepegawaian", "Pelatihan", "Penelitian",
)  # fmt: skip
"""What a Badan is for: Pasal 46 ayat (5)."""
AFFAIRS = (
    *(one for group in m.GROUPS for one in group), "Perizinan", "Pelayanan Terpadu",
    "Perlindungan Anak", "Keluarga Berencana", "Kependudukan", "Ketertiban Umum", "Perikanan",
)  # fmt: skip
"""What a Dinas is for: Pasal 37, and the permits of Pasal 39 ayat (1)."""


def says(name: str, words: tuple[str, ...]) -> bool:
    """Whether a name has one of these in it."""
    return any(word in name for word in words)


class Agencies(View):
    """What stands in what, of those that are there after the proposal."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(proposal, "pp_18_2016")
        self.name = {unit.key: unit.name for unit in proposal.units}
        self.type = {unit.key: (unit.type or "")[-1:] for unit in proposal.units}
        self.score = {key: float(n.replace(",", ".")) for key, n, _ in proposal.header.scores}

    def within(self, holder: str, called: str) -> list[str]:
        """The units so called that stand right in another, or that it commands."""
        return [
            u
            for u in self.units
            if self.name[u].startswith(f"{called} ") or self.name[u] == called
            if holder in self.in_parent.get(u, ())
            or (not self.in_parent.get(u) and u in self.under(holder))
        ]

    def under(self, holder: str) -> set[str]:
        """Whom a holder commands; an Asisten has his Bagian by any line between them."""
        bagian = {u for u in self.units if self.sort[u] == "bagian"}
        found = {e.y for e in self.of("membawahi") if e.x == holder and not e.weak}
        if self.is_asisten(holder):
            kinds = ("membina", "mengoordinasikan")
            found |= {e.y for e in self.of(*kinds) if e.x == holder and not e.weak} & bagian
            found |= {e.x for e in self.of("bertanggung_jawab")
                      if e.y == holder and not e.weak} & bagian  # fmt: skip
        return found

    def free(self, u: str) -> bool:
        """No limits: other law, a school, a Puskesmas (Pasal 84 ayat (3), 117, 122)."""
        return says(self.name[u], (*INDEPENDENT, *SCHOOLS, "Puskesmas"))


def more(view: Agencies, agency: str, kind: str, called: str) -> int:
    """How many units more an agency of a type may have, if it meets every condition there is.

    Pasal 39 ayat (5), 40 ayat (6), 48 ayat (5) (two that are merged have eight) and 89.
    """
    name, found = view.name[agency], 0
    if called != "Bidang":
        return 0
    if view.sort[agency] == "badan":
        found += 2 * says(name, ("Keuangan",)) + 2 * says(name, ("Pendapatan",))
        return found + 4 * (kind == "A" and says(name, ("Kepegawaian", "Perencanaan")))
    found += 2 * says(name, ("Pekerjaan Umum", "Pertanian"))
    low = view.score.get(agency, 0) < 401
    found += kind == "C" and "Penanaman Modal" in name and low
    return found + (kind == "A")


def exceeded(view: Agencies, agency: str, sample: str) -> set[str]:
    """The types that an agency cannot have: one of its limits is exceeded, on any condition."""
    gone: set[str] = set()
    rows = [(kind, holder, called, most) for _, who, kind, holder, called, most in m.LIMITS
            if who == sample]  # fmt: skip
    rows += [(kind, "", "Sekretariat", 1) for _, who, kind in m.ONE_SECRETARIAT if who == sample]
    for kind, holder, called, most in rows:
        word = " ".join(holder.split()[: 2 if holder.startswith("Inspektur") else 1])
        for one in view.within(agency, word) if word else [agency]:
            if len(view.within(one, called)) > most + more(view, agency, kind, called):
                gone.add(kind)
    return gone


def exceeded_by_setda(view: Agencies) -> set[str]:
    """The same of the Sekretariat Daerah: Pasal 74 to 76, 40 ayat (10) and 103 ayat (2)."""
    asisten = [u for u in view.units if view.is_asisten(u) and u != ALL_ASISTEN]
    bagian = [u for u in view.units if view.sort[u] == "bagian"]
    counts = {
        "Asisten": [len(asisten)],
        "Bagian": [len(view.within(one, "Bagian")) for one in asisten],
        "Subbagian": [len(view.within(one, "Subbagian")) - 1 - ("Umum" in view.name[one])
                      for one in bagian],
    }  # fmt: skip
    return {kind for _, kind, called, most in m.SETDA_LIMITS if max([0, *counts[called]]) > most}


def m3(view: Agencies) -> Iterator[Found]:
    """The structure leaves some types and not all, and the proposal states none."""
    for u in view.units:
        sample = SAMPLES.get(view.sort[u])
        if view.sort[u] == "unit_pelaksana_teknis":
            homes = {view.sort.get(p) for p in view.in_parent.get(u, ())}
            sample = m.UPTB if "badan" in homes else m.UPT
        if sample is None or view.type[u] or view.free(u):
            continue
        gone = exceeded(view, u, sample)
        if gone and gone < set(m.TYPES[sample]):
            yield C, "M3", u
    gone = exceeded_by_setda(view)
    if gone and gone < set(m.TYPES[m.SETDA]) and not view.type.get(SETDA):
        yield C, "M3", SETDA


def m5(view: Agencies) -> Iterator[Found]:
    """A lurah answers to his camat (Pasal 52 ayat (3)), a hospital to a Dinas (44 ayat (1)).

    In technical matters the Sekretariat DPRD answers to the leaders of the DPRD (31 ayat (2)).
    """
    lines = [e for e in view.of("bertanggung_jawab") if e.line.nature != "teknis"]
    every = view.of("bertanggung_jawab")
    for e in lines:
        if view.sort[e.x] == "kelurahan":
            home = {p for p in view.in_parent.get(e.x, ()) if view.sort[p] == "kecamatan"}
            if view.sort.get(e.y) != "kecamatan" or home - {e.y}:
                yield P, "M5", e.x
        elif view.sort[e.x] == "rumah_sakit_umum_daerah":
            reached = {one for each in every if each.x == e.x for one in (each.y, *each.via)}
            if not any(view.sort.get(one) == "dinas" for one in reached):
                yield P, "M5", e.x
    for e in every:
        if view.sort[e.x] == "sekretariat_dprd" and e.line.nature == "teknis" and e.y != DPRD:
            yield P, "M5", e.x


def named(view: Agencies, u: str) -> bool:
    """A Dinas or Badan of today whose name tells what it is for."""
    name = view.name[u]
    called = view.sort[u] in ("dinas", "badan") and u in view.units
    return called and says(name, (*AFFAIRS, *FUNCTIONS)) and not says(name, INDEPENDENT)


def m8(view: Agencies) -> Iterator[Found]:
    """A Badan for an affair of government, which is that of a Dinas (Pasal 37 ayat (6))."""
    for u in view.units:
        if view.sort[u] == "badan" and named(view, u) and not says(view.name[u], FUNCTIONS):
            yield W, "M8", u


def m10(view: Agencies) -> Iterator[Found]:
    """Schools lie in the Dinas for education, health services in that for health (42, 43)."""
    for u in view.units:
        for words, affair in ((SCHOOLS, "Pendidikan"), (HEALTH, "Kesehatan")):
            homes = view.in_parent.get(u, ()) if says(view.name[u], words) else ()
            if any(named(view, home) and affair not in view.name[home] for home in homes):
                yield P, "M10", u


CHECKS: tuple[Callable[[Agencies], Iterator[Found]], ...] = (m3, m5, m8, m10, m11)


def findings(proposal: Proposal) -> set[Found]:
    """What a proposal must be told of these five."""
    view = Agencies(proposal)
    return {hit for check in CHECKS for hit in check(view)}
