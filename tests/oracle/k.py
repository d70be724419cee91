"""K: co-operation and disputes."""

from oracle.duty import HEEDING, done
from oracle.l import dated, subjects
from oracle.r import MEETINGS
from oracle.view import (
    SEKDA_SETDA,
    WITHIN,
    B,
    Found,
    P,
    Task,
    View,
    W,
    has,
    lack,
    steps,
    units_of,
    unread_numbers,
    values_of,
)
from patuh_parser.sotk.model import Workflow

STAGES = {
    "observasi": {"melakukan_observasi", "menempuh_tahap"},
    "kelayakan": {"meninjau_kelayakan", "menempuh_tahap"},
    "konsultasi": {"berkonsultasi", "menempuh_tahap"},
    "koordinasi": {
        *("berkoordinasi", "mengoordinasikan", "mengadakan_rapat", "memimpin_rapat"),
        "menempuh_tahap",
    },
}
HEARD = {"mendengar", "mengundang", "membahas_bersama", "bermusyawarah", "mengadakan_rapat"}
HEARD |= {"memediasi", "mendamaikan", "menengahi"}
SETTLING = {"menyelesaikan", "memutus", "memutuskan", "memediasi", "mendamaikan", "menengahi"}
SPEAKING = {"menyampaikan", "mengoordinasikan_penyelesaian"}

FREE = ("ketentuan", "kegiatan")
"""Workflows that are no procedure with norms of its own."""
DENIED = {"tidak_cepat", "tidak_transparan", "tidak_adil", "memihak"}


def cooperation(v: View) -> list[Workflow]:
    """The flows that the stages bind: in Kutai Timur only between regencies (Pasal 14)."""
    return [
        w
        for w in v.proposal.workflows
        if w.kind == "kerja_sama" and (v.paser or w.scope == "antar_daerah")
    ]


def taken(v: View, w: Workflow, stage: str) -> list[int]:
    """The steps of a stage; a meeting or consultation as means is co-ordination, consultation."""
    means = {"koordinasi": MEETINGS, "konsultasi": {"konsultasi"}}.get(stage, set())
    return [
        s.number for s in done(v, w) if {s.act, *s.stages} & STAGES[stage] or means & set(s.means)
    ]


def only_standards(v: View, w: Workflow) -> bool:
    """Whether the flow does no more than heed the standards, and so is a rule on them."""
    heeded = any(s.references for s in done(v, w))
    return heeded and all(s.act in HEEDING for s in w.steps)


def k1(v: View) -> set[Found]:
    """One of the four stages is absent, or a rule or activity is said to go without it."""
    forgone = {one for stage in STAGES.values() for one in stage} - {"menempuh_tahap"}
    return {
        (P, "K1", w.id)
        for w in v.proposal.workflows
        if w.kind in FREE
        for s in steps(w)
        if forgone & {*s.forgone}
        and "kerja_sama" in s.matters
        and (v.paser or "antar_daerah" in s.matters)
    } | {
        (lack(w), "K1", w.id)
        for w in cooperation(v)
        if any(not taken(v, w, stage) for stage in STAGES) and not only_standards(v, w)
    }


def k2(v: View) -> set[Found]:
    """A stage comes only after the signing."""
    found: set[Found] = set()
    for w in cooperation(v):
        unread = unread_numbers(w)
        signed = [
            s.number
            for s in steps(w)
            if s.act in ("menandatangani", "menyepakati") and s.number not in unread
        ]
        for stage in STAGES:
            when = taken(v, w, stage)
            if signed and when and min(when) > min(signed):
                found.add((W, "K2", w.id))
    return found


def k3(v: View) -> set[Found]:
    """No reference to SOP or SPM, nor a step that heeds it: Paser B, Kutai Timur W."""
    found: set[Found] = set()
    for w in v.proposal.workflows:
        if w.kind in FREE:
            rules = [
                s for s in w.steps if s.unheeded and not s.negated and "kerja_sama" in s.matters
            ]
            found |= {(P if v.paser else W, "K3", w.id) for _ in rules}
        if w.kind != "kerja_sama":
            continue
        ignored = {r for s in w.steps if not s.negated for r in s.unheeded}
        heeded = {*values_of(w, "rujukan"), *(r for s in done(v, w) for r in s.references)}
        if ignored:
            found.add((P if v.paser else W, "K3", w.id))
        if {"sop", "spm"} - heeded - ignored:
            found.add((B if v.paser else W, "K3", w.id))
    return found


def disputes(v: View) -> list[Workflow]:
    """Disputes of co-operation between agencies; with an outsider Pasal 16 says nothing."""
    return [
        w
        for w in v.proposal.workflows
        if w.kind == "perselisihan"
        and w.scope == "kerja_sama"
        and all(_agency(v, party) for party in units_of(w, "pihak"))
    ]


def _agency(v: View, u: str) -> bool:
    """An agency, a part of one, or who heads or assists in the Sekretariat Daerah."""
    sort = v.sort.get(u)
    return bool(
        v.is_pd(u)
        or v.agencies(u)
        or sort in WITHIN | {"bagian", "kelurahan", "kelompok_jabatan_fungsional", "asisten"}
        or u in SEKDA_SETDA
    )


def k4(v: View) -> set[Found]:
    """The Sekda does not co-ordinate the settlement."""
    found: set[Found] = set()
    for w in disputes(v):
        settling = {s.actor for s in done(v, w) if s.act == "mengoordinasikan_penyelesaian"}
        himself = {s.actor for s in done(v, w) if s.act in SETTLING}
        if not (settling | himself) & set(SEKDA_SETDA):
            found.add((P if settling else lack(w), "K4", w.id))
    for w in v.proposal.workflows if v.kutim else ():
        joint = [s for s in w.steps if s.act == "mengoordinasikan_penyelesaian"]
        if w.kind in FREE and not any(s.actor in SEKDA_SETDA for s in joint):
            found |= {
                (P, "K4", s.actor)
                for s in joint
                if not s.negated and s.modality != "dapat" and "kerja_sama" in s.matters
            }
    return found


def k5(v: View) -> set[Found]:
    """No time limit; a party that whoever settles does not hear, or that a step excludes; the Sekda
    or Setda itself is a party; it is decided one-sidedly. Denied in the words of 16(2): P."""
    found: set[Found] = set()
    for w in v.proposal.workflows:
        for s in w.steps if w.kind == "ketentuan" else ():
            decides = s.act in SETTLING and s.object == "perselisihan" and "kerja_sama" in s.matters
            decides = decides or s.act == "mengoordinasikan_penyelesaian"
            heard = not any(v.is_pd(u) for u in (*s.lacking, *s.past))
            if decides and not heard and not s.negated and s.actor in SEKDA_SETDA:
                found.add((W, "K5", s.actor))
            joint = s.act == "mengoordinasikan_penyelesaian" and "kerja_sama" in s.matters
            if joint and not s.negated and v.kutim and DENIED & {*s.manners}:
                found.add((P, "K5", w.id))
    for w in disputes(v):
        voices = {y for s in done(v, w) if s.act in HEARD for y in s.targets}
        voices |= {s.actor for s in done(v, w) if s.act in HEARD | SPEAKING}
        voices |= {y for s in done(v, w) for y in s.hearing}
        excluded = {y for s in steps(w) for y in (*s.lacking, *s.past)}
        settled = any(s.act == "mengoordinasikan_penyelesaian" for s in done(v, w))
        if any(DENIED & set(s.manners) for s in steps(w)):
            found.add((P, "K5", w.id))
        parties = units_of(w, "pihak")
        unheard = [party for party in parties if party not in SEKDA_SETDA]
        if (
            not (has(w, "tenggat") or has(w, "jatuh tempo") or any(dated(s) for s in w.steps))
            or any(
                not any(v.acts_for(voice, party) for voice in voices)
                and (settled or any(v.acts_for(one, party) for one in excluded))
                for party in unheard
            )
            or any(party in SEKDA_SETDA for party in parties)
            or any(s.act == "memutuskan_sepihak" or "sepihak" in s.manners for s in steps(w))
        ):
            found.add((W, "K5", w.id))
    return found


def k6(v: View) -> set[Found]:
    """An agency co-operates in a matter that is none of its declared tasks."""
    found: set[Found] = set()
    for w in v.proposal.workflows:
        if w.kind != "kerja_sama":
            continue
        for u in subjects(w):
            tasks = {t.matter for t in v.all(Task) if t.unit == u}
            if tasks and any(matter not in tasks for matter in values_of(w, "urusan")):
                found.add((W, "K6", w.id))
    return found


CHECKS = {"kutim": (k1, k2, k3, k4, k5), "paser": (k1, k2, k3, k6)}
