"""From what a unit is exempted, and whether the regulation lays that down (T6)."""

from collections.abc import Iterator

from oracle.denial import ADVICE, DUTY, FACT, READING
from oracle.duty import step_level
from oracle.texts import text_of
from oracle.view import BUPATI, SEKDA_SETDA, WITHIN, C, Exemption, P, View, W

PRINCIPLE = "principle"
OF_PASER = (
    "menyampaikan_laporan_pertanggungjawaban",
    "menyampaikan_bahan",
    "membantu_bupati",
    "membuat_telaahan",
    "berkoordinasi",
    "berkoordinasi_dengan_sekretariat_daerah",
    "saling_berkoordinasi",
    "membina_kerja_sama",
)
"""What only Paser calls a duty of every agency."""
TO_UPT = ("pembinaan", "pengendalian", "evaluasi")


def exemption_level(v: View, x: Exemption) -> str | None:
    """The level of an exemption: of a hospital a note, on the strength of higher law W."""
    u, hospital = x.unit, v.sort.get(x.unit) == "rumah_sakit_umum_daerah"
    kinds = set(_numbered(v, x) if x.provision else _in_words(v, x))
    if kinds & {DUTY, FACT, READING, ADVICE, PRINCIPLE}:
        if hospital:
            return C
        if x.basis:
            return W
        return P if kinds & {DUTY, FACT} else W if kinds & {READING, ADVICE} else C
    if _known(v, x.act) or (x.provision and _exists(v, x)):
        return None
    inner = v.sort.get(u) in WITHIN
    upt = v.sort.get(u) == "unit_pelaksana_teknis"
    bound = v.is_pd(u) or (inner if v.kutim else upt or u == BUPATI)
    denied = [
        (w, s)
        for w in v.proposal.workflows
        for s in w.steps
        if w.kind == "ketentuan" and s.actor == u and s.negated
    ]
    if any(step_level(v, w, s) for w, s in denied):
        return None  # that is what the exemption says, and the norm tells what it weighs
    office = u in SEKDA_SETDA or v.sort.get(u) in ("asisten", "staf_ahli")
    return W if bound or (office and denied) else None


def _known(v: View, act: str | None) -> bool:
    """Whether the words mean what the regulation itself lays down, be it for others."""
    if act in ("menyampaikan_lkpj", *OF_PASER):
        return v.paser or act == "menyampaikan_laporan_pertanggungjawaban"
    return act in (
        "menyampaikan_laporan",
        "melaksanakan_perintah",
        "bertanggung_jawab",
        "melalui_sekretaris_daerah",
        "melalui_asisten",
    )


def _in_words(v: View, x: Exemption) -> Iterator[str]:
    u, act, sort = x.unit, x.act, v.sort.get(x.unit)
    pd, inner, upt = v.is_pd(u), sort in WITHIN, sort == "unit_pelaksana_teknis"
    if act == "menyampaikan_laporan" and (pd or (inner if v.kutim else upt)):
        yield DUTY
    if act == "menyampaikan_laporan_pertanggungjawaban" and ((pd or inner) if v.kutim else upt):
        yield DUTY
    if act == "melaksanakan_perintah" and (pd or (inner and v.kutim)):
        yield DUTY
    if act in OF_PASER and v.paser and pd:
        yield DUTY
    if act == "menyampaikan_lkpj" and v.paser and u == BUPATI:
        yield DUTY
    if act == "bertanggung_jawab":
        if pd or (inner and v.kutim) or upt:
            yield DUTY
        elif u in SEKDA_SETDA or sort == "asisten" or (v.kutim and sort == "staf_ahli"):
            yield FACT
        elif inner or sort == "staf_ahli":
            yield READING
    if act in (
        "melalui_sekretaris_daerah",
        "melalui_asisten",
        "dikoordinasikan_asisten",
    ) and v.is_pdx(u):
        yield FACT
    if act == "menerapkan_prinsip" and v.kutim and (pd or inner):
        yield FACT
    if act == "membantu_bupati" and v.kutim and u in SEKDA_SETDA:
        yield FACT
    if act in ("observasi", "kelayakan") and pd:
        yield FACT
    if act in TO_UPT and v.paser and upt:
        yield FACT


def _exists(v: View, x: Exemption) -> bool:
    number = (41, 2023) if v.kutim else (56, 2020)
    return x.law in (None, number) and text_of(v.regulation).find(x.provision or "") is not None


PRINCIPLES = {True: ("pasal-8.ayat-1", "pasal-9.ayat-1.huruf-b"), False: ("pasal-10.ayat-3",)}
OF_UPT = "pasal-14.ayat-6.huruf-c"
LEAVES = {
    True: {
        "pasal-18.ayat-2": FACT,
        "pasal-18.ayat-3": DUTY,
        "pasal-18.ayat-4": FACT,
        "pasal-18.ayat-5": FACT,
    },
    False: {
        "pasal-13.ayat-2.huruf-i": DUTY,
        "pasal-14.ayat-2.huruf-d": DUTY,
        "pasal-14.ayat-2.huruf-e": DUTY,
        "pasal-14.ayat-6.huruf-a": FACT,
        OF_UPT: DUTY,
    },
}


def _numbered(v: View, x: Exemption) -> Iterator[str]:
    """By number: a leaf, or all leaves below; only of the articles that the cases name."""
    provision, pd = x.provision or "", v.is_pd(x.unit)
    if x.law not in (None, (41, 2023) if v.kutim else (56, 2020)):
        return
    inner, upt = v.sort.get(x.unit) in WITHIN, v.sort.get(x.unit) == "unit_pelaksana_teknis"
    if provision in PRINCIPLES[v.kutim]:
        yield PRINCIPLE
    for leaf, kind in LEAVES[v.kutim].items():
        bound = kind != DUTY or pd or (inner if v.kutim else upt and leaf == OF_UPT)
        bound = bound and not (kind == DUTY and pd and leaf == OF_UPT and provision == leaf)
        if bound and (leaf == provision or leaf.startswith(f"{provision}.")):
            yield kind
