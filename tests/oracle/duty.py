"""Which steps the regulation commands, lays down, lets or advises, so that "dapat" or "tidak" is a
finding (T6).

What T6 already finds is not found a second time as missing: such a step counts as done.
"""

from collections.abc import Iterator, Sequence

from oracle.denial import (
    ADVICE,
    BOUND,
    DUTY,
    FACT,
    LEAVE,
    POWER,
    READING,
    commanding,
    coordinating,
    guiding,
    level,
    manner,
)
from oracle.homes import may_be_its_agency
from oracle.view import (
    ALL,
    ALL_ASISTEN,
    ANY_ASISTEN,
    BUPATI,
    DPRD,
    FORUM,
    SEKDA_SETDA,
    WITHIN,
    C,
    P,
    View,
    soft,
    steps,
    units_of,
    unread_numbers,
    values_of,
)
from patuh_parser.sotk.model import Step, Workflow

ORDERS = ("perintah", "petunjuk", "pengarahan", "arahan", "bimbingan", "instruksi")
OBEYING = ("melaksanakan", "memperhatikan", "mematuhi", "mengikuti", "menaati", "mentaati")
MATERIAL = ("bahan", "masukan", "data", "informasi", "pendapat", "telaahan")
REPORTS = ("laporan", "laporan_pertanggungjawaban", "laporan pertanggungjawaban")
STUDIES = ("telaahan", "telaahan_staf", "telaahan staf")
DATA = (
    *("bahan", "masukan", "data", "informasi", "pendapat"),
    *("bahan dan masukan", "bahan masukan", "data dan informasi"),
)
ASPECTS = {
    "membina": "pembinaan",
    "mengarahkan": "pengarahan",
    "mengawasi": "pengawasan",
    "mengendalikan": "pengendalian",
    "mengevaluasi": "evaluasi",
}
GUIDANCE = ("petunjuk", "bimbingan", "kepercayaan")
HEEDING = (
    *("memperhatikan", "memenuhi", "menerapkan", "mematuhi", "mengikuti"),
    *("berpedoman", "menggunakan"),
)
ABROAD = (
    "kerja_sama_internasional",
    "rencana_kerja_sama_internasional",
    "perjanjian_internasional",
)
STAGES = (
    "melakukan_observasi",
    "meninjau_kelayakan",
    "berkonsultasi",
    "berkoordinasi",
    "mengoordinasikan",
    "mengadakan_rapat",
    "memimpin_rapat",
)


def concerned(w: Workflow, units: Sequence[str]) -> bool:
    """Whether some are among those whom the workflow says that it concerns, or are all of them."""
    told = {u for s in w.steps if s.concerned for u in s.lacking}
    return not {*ALL, *told, *units_of(w, "terkait")}.isdisjoint(units)


def step_level(v: View, w: Workflow, s: Step) -> str | None:
    """The level of a weakened or denied step; on a step of a hospital a mere note."""
    if not soft(s):
        return None
    found = level(set(step_kinds(v, w, s)), manner(s), in_flow=w.kind != "ketentuan")
    return C if found and v.sort.get(s.actor) == "rumah_sakit_umum_daerah" else found


def step_kinds(v: View, w: Workflow, s: Step) -> Iterator[str]:
    """The kinds of the norms whose act it is."""
    if commanded_step(v, w, s):
        yield DUTY
    others = s.targets
    if s.act == "memerintah":
        for y in others:
            yield from commanding(v, s.actor, y)
    yield from _as_line(v, s)
    weighed = v.paser and s.act == "mengutamakan" and {"kolegial", "musyawarah"} <= {*s.matters}
    if weighed:
        yield ADVICE
    if s.act == "berkonsultasi" and "lepas_jenjang" in s.matters:
        yield LEAVE
    if s.act == "bermusyawarah" and "kolegial" in values_of(w, "pola"):
        yield ADVICE if v.paser else LEAVE
    about = set(s.matters) if w.kind in ("ketentuan", "kegiatan") else {"lain"}
    if (
        (w.kind == "kerja_sama" or "kerja_sama" in about)
        and s.act in HEEDING
        and {"sop", "spm"} & set(s.references)
    ):
        yield DUTY if v.paser else ADVICE
    if v.kutim and {"kerja_sama", "antar_daerah"} <= about and s.act in STAGES:
        yield FACT
    if v.paser and "kerja_sama" in about and s.act in STAGES:
        yield DUTY
    settles = s.act == "mengoordinasikan_penyelesaian" and s.actor in SEKDA_SETDA
    of_it = "perselisihan" in about or (s.object == "perselisihan" and "kerja_sama" in about)
    if v.kutim and settles and (not about or of_it):
        yield FACT
    to_dprd = DPRD in s.targets or not s.targets
    asks = s.act == "meminta" and s.object == "persetujuan" and s.actor == BUPATI
    if v.paser and asks and to_dprd and (not about or "pinjaman" in about):
        yield FACT
    if s.act in ("memenuhi", "menanggapi") and s.object == "permintaan" and v.is_pd(s.actor):
        yield READING
    if (
        w.kind == "permintaan"
        and s.act == "menyampaikan"
        and v.is_pd(s.actor)
        and s.object in (*DATA, *REPORTS, *STUDIES, "keterangan", "penjelasan")
    ):
        yield READING
    staf_ahli = v.is_staf_ahli(s.actor)
    advises = s.act == "menyampaikan" and staf_ahli and s.object == "rekomendasi"
    if advises and w.kind != "rekomendasi_staf_ahli" and (BUPATI in others or not others):
        yield FACT  # in Paser by Pasal 103 ayat (1) PP 18/2016
    if v.paser:
        yield from _of_paser(v, w, s)
        return
    yield from _of_kutim_9_11(v, w, s)
    leads = v.is_pd(s.actor) or v.sort.get(s.actor) in WITHIN
    if s.act in ("membina", "mengawasi") and s.object == "bawahan" and leads:
        yield DUTY
    if (
        s.act == "mengundang"
        and s.actor == FORUM
        and (
            any(v.sort.get(y) == "vertikal" for y in others)
            or (w.kind == "ketentuan" and not others)
        )
    ):
        yield LEAVE
    if _assists(v, s) or _keeps_policy(v, s):
        yield FACT
    if s.act == "mengumpulkan_data" and staf_ahli:
        yield FACT
    if s.act == "berkoordinasi" and staf_ahli and concerned(w, s.targets):
        yield FACT
    if s.act == "membuat_telaahan" and staf_ahli:
        yield FACT
    if "keempat_prinsip" in s.matters and s.act == "menerapkan" and s.object == "prinsip" and leads:
        yield FACT


def _as_line(v: View, s: Step) -> Iterator[str]:
    """A denied step that guides or co-ordinates somebody denies what a line says."""
    if not s.negated:
        return
    noun = s.act == "melaksanakan" and s.object in ASPECTS.values()
    aspect = s.object if noun else ASPECTS.get(s.act)
    for y in s.targets:
        if {s.actor, y} & set(v.gone):
            continue
        if aspect:
            yield from guiding(v, s.actor, y, {aspect})
        if s.act == "mengoordinasikan":
            yield from coordinating(v, s.actor, y, plain=True)
    every = not (s.targets or s.object or s.detail)
    every = every or s.object == "tugas_perangkat_daerah"
    if s.act == "mengoordinasikan" and s.actor in SEKDA_SETDA and every:
        yield FACT if v.kutim else READING


def _of_kutim_9_11(v: View, w: Workflow, s: Step) -> Iterator[str]:
    """Kutai Timur 9(3), 11 a, c and d, 17(1)."""
    free = w.kind in ("ketentuan", "kegiatan")
    agencies = any(v.is_pd(y) for y in s.targets)
    leads = v.is_pd(s.actor) or v.sort.get(s.actor) in WITHIN
    if "bawahan" in s.matters and leads:
        if s.act == "menetapkan" and s.object == "kebijakan":
            yield DUTY
        if s.act in ("mengembangkan", "memberdayakan"):
            yield DUTY
        if s.act in ("memerintah", "menyampaikan") and s.object in GUIDANCE:
            yield POWER
    met = {"rapat_koordinasi", "rapat", "pertemuan", "forkopimda", "musyawarah", "konferensi video"}
    joins = s.act in ("menyinkronkan", "mengintegrasikan", "menyelaraskan")
    if free and joins and s.object == "rencana_program" and met & set(s.means):
        yield FACT
    involves = s.act in ("melibatkan", "mengikutsertakan") and agencies
    if involves and (w.kind == "renstra" or (free and "renstra" in s.matters)):
        yield FACT
    if s.act == "menyampaikan" and s.object == "kebijakan" and agencies:
        yield READING
    if (
        s.act == "berkoordinasi"
        and v.is_internal(s.actor)
        and any(v.sort.get(y) == "vertikal" for y in s.targets)
        and any(z.key == FORUM for z in s.via)
    ):
        yield READING


def _assists(v: View, s: Step) -> bool:
    """Kutai Timur 18(1)a, d: whom the Sekretaris Daerah and the Asisten assist."""
    if s.act != "membantu":
        return False
    if s.actor in SEKDA_SETDA:
        return BUPATI in s.targets
    return v.sort.get(s.actor) == "asisten" and any(y in SEKDA_SETDA for y in s.targets)


def _keeps_policy(v: View, s: Step) -> bool:
    """Kutai Timur 18(1)a, d: policy of the region is made, watched and evaluated."""
    if s.actor not in SEKDA_SETDA and v.sort.get(s.actor) != "asisten":
        return False
    made = s.act in ("menyusun", "merumuskan") and s.object == "kebijakan"
    kept = s.act in ("memantau", "mengevaluasi") and s.object == "pelaksanaan_kebijakan"
    staff = s.act in ("melaksanakan", "melakukan", "membina") and s.object == "pembinaan_aparatur"
    return ((made or kept) and not s.detail) or (staff and s.actor in SEKDA_SETDA)


def _of_paser(v: View, w: Workflow, s: Step) -> Iterator[str]:
    """What 13(2)b-d, 14(2)b-c, 12(5)b and 14(6)b say in the indicative, or let."""
    yield from _with_dprd(w, s)
    asked = [y for y in s.targets if v.is_pd(y)]
    open_to_all = w.kind == "ketentuan" and not s.targets
    if s.act == "meminta" and (asked or open_to_all):
        if s.actor == BUPATI and s.object in (*REPORTS, *STUDIES, *DATA):
            yield POWER
        if s.actor in SEKDA_SETDA and s.object in REPORTS:
            yield POWER
        if s.actor == BUPATI and s.object in ("keterangan", "penjelasan"):
            yield LEAVE
    if (
        s.act == "menanggapi"
        and s.actor == DPRD
        and (
            w.kind == "usulan"
            or (
                w.kind in ("ketentuan", "kegiatan")
                and (s.object == "usulan" or "usulan" in s.matters)
            )
        )
        and (BUPATI in s.targets or not s.targets)
    ):
        yield FACT
    upt = v.sort.get(s.actor) == "unit_pelaksana_teknis"
    given = s.object == "tugas" and any(y in v.agencies(s.actor) for y in s.targets)
    if s.act == "melaksanakan" and upt and (given or s.object == "tugas_dilimpahkan"):
        yield FACT
    support = s.object in ("dukungan", "dukungan_administratif_fasilitatif")
    if (
        s.act == "menyampaikan"
        and s.actor in SEKDA_SETDA
        and support
        and len(asked) == len(s.targets)
    ):
        yield FACT


def _with_dprd(w: Workflow, s: Step) -> Iterator[str]:
    """Paser 12(3)a-d: what the Bupati does with the approval of the DPRD, or together with it."""
    own = (o for o in w.steps if (o.number, o.actor, o.act) == (s.number, BUPATI, s.act))
    s = next(own, s) if s.actor == DPRD else s  # what both do is denied of both
    if s.actor != BUPATI:
        return
    common = s.act == "menyelenggarakan" and s.object == "pemerintahan daerah"
    if common and "kebijakan_bersama" in s.matters:
        yield FACT
    enacted = any(o.act == "menetapkan" and o.object == "perda" for o in w.steps if not o.negated)
    asks = s.act in ("meminta", "mengajukan_usulan") and s.object == "persetujuan"
    if asks and "perda" in s.matters and (DPRD in s.targets or not s.targets) and not enacted:
        yield FACT
    if s.negated and s.act == "menetapkan" and s.object == "perda" and DPRD in s.approved_by:
        yield FACT
    together = s.act in ("menetapkan", "membahas_bersama", "menandatangani", "menyepakati")
    involves = s.act in ("melibatkan", "mengikutsertakan") and DPRD in s.targets
    if involves and w.kind in ("ketentuan", "kegiatan"):
        if "kebijakan" in s.matters:
            yield READING
        if "kerja_sama_internasional" in s.matters:
            yield FACT
    beside = any(o.number == s.number and (o.actor, o.act) == (DPRD, s.act) for o in w.steps)
    if together and (beside or DPRD in s.targets) and w.kind in ("ketentuan", "kegiatan"):
        if s.object == "kebijakan":
            yield READING
        if s.object in ABROAD:
            yield FACT


def commanded_step(v: View, w: Workflow, s: Step) -> bool:
    """The acts that Paser 12(3)f, 13(2)e-i, 14(2)d-e, 14(4), 14(6)c, 15 and Kutai Timur 18(3)
    command."""
    pd = v.is_pd(s.actor)
    report = s.act == "menyampaikan" and (
        w.kind in ("laporan", "laporan_insidentil") or (s.object or "").startswith("laporan")
    )
    together = [o for o in w.steps if o.number == s.number]
    made = s.act in ("membuat", "menyusun") and (s.object or "").startswith("laporan")
    report = report or (made and (not s.detail or bool(s.reported or s.periods)))
    report = report and all(_on_its_way(v, o) for o in together)
    orders = [o for o in steps(w) if o.act == "memerintah" and s.actor in o.targets]
    ordered = any(
        (v.kutim or o.actor == BUPATI) and s.object in (None, "perintah", "petunjuk", o.object)
        for o in orders
    )
    ordered = ordered and s.act == "melaksanakan"
    named = s.object in ORDERS and s.act in OBEYING
    given = [y for y in s.targets if named and (y == BUPATI or (v.kutim and _above(v, s.actor, y)))]
    obeyed = s.act in OBEYING and ("bupati" in s.ordered_by or (v.kutim and bool(s.ordered_by)))
    ordered = ordered or obeyed or bool(given)
    if v.kutim:
        inner = v.sort.get(s.actor) in WITHIN
        return (pd or inner) and (report or ordered)
    lkpj = w.kind == "lkpj" or s.object == "lkpj"
    to_dprd = DPRD in s.targets or not s.targets
    if lkpj and s.act == "menyampaikan" and s.actor == BUPATI and to_dprd:
        return True
    if (w.kind == "kerja_sama" or "kerja_sama" in s.matters) and pd and s.act in STAGES:
        return True
    if pd and s.act == "membantu" and BUPATI in s.targets:
        return True
    if pd and report:
        return True
    material = any(word in (s.object or "") for word in MATERIAL)
    for_bupati = BUPATI in s.targets or BUPATI in s.requested
    if pd and s.act == "menyampaikan" and for_bupati and material:
        return True
    if pd and s.act in ("memenuhi", "menanggapi") and s.object == "permintaan" and for_bupati:
        return True
    related = s.act == "berhubungan_kerja" and not s.matters and all(map(v.is_pd, s.targets))
    if pd and related:
        return True
    if pd and (s.act == "membuat_telaahan" or ordered):
        return True
    others = [y for y in s.targets if y != s.actor]
    talks = s.act in ("membangun", "menjalin", "mengembangkan", "membina")
    talks = talks and s.object in ("komunikasi", "kerja_sama_informasi")
    if pd and talks and any(v.is_pdx(y) for y in others):
        return True
    if pd and s.act == "berkoordinasi" and any(v.is_pd(y) or y in SEKDA_SETDA for y in others):
        return True
    if s.act == "berkoordinasi" and s.actor in ALL and s.actor in s.targets:
        return True  # all agencies with each other
    return report and v.sort.get(s.actor) == "unit_pelaksana_teknis"


def _above(v: View, x: str, y: str) -> bool:
    """Whose petunjuk an agency, or a part of one, has to heed (Kutai Timur 18(3))."""
    lurah = v.sort.get(x) == "kelurahan" and v.sort.get(y) == "kecamatan" and v.homeless(x)
    own = v.sort.get(x) == "bagian" and y in {*SEKDA_SETDA, *v.named(x, ANY_ASISTEN)}
    own = own or (v.is_pd(x) and y in SEKDA_SETDA) or may_be_its_agency(v, x, y)
    return lurah or own or y in v.inside(x) | v.agencies(x)


def _on_its_way(v: View, s: Step) -> bool:
    """Whether the report goes where the law has it go: not past the Sekda, nor to strangers."""
    places = {*s.targets, *(z.key or ANY_ASISTEN for z in s.via)}
    return not s.skips and all(_receives(v, s.actor, y) for y in places)


def _receives(v: View, x: str, y: str) -> bool:
    pd = v.is_pd(x)
    if x == BUPATI or y in BOUND or y == ALL_ASISTEN or y in v.inside(x) | v.agencies(x):
        return True
    if pd and (y == BUPATI or y in SEKDA_SETDA):
        return True
    own = v.named(x, ANY_ASISTEN) if v.is_pdx(x) or v.sort.get(x) == "bagian" else set()
    if y in own or (pd and not own and v.sort.get(y) == "asisten"):
        return True
    may_house = v.is_pd(y) or v.sort.get(y) in (*WITHIN, "rumah_sakit_umum_daerah")
    return v.homeless(x) and may_house if v.sort.get(x) in WITHIN else False


def done(v: View, w: Workflow) -> list[Step]:
    """The steps that satisfy, with those that T6 already finds weakened."""
    unread = unread_numbers(w)
    return [
        s for s in w.steps if (step_level(v, w, s) in (P, C) if soft(s) else s.number not in unread)
    ]
