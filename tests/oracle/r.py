"""R: means and manners of co-ordination."""

from oracle.duty import done
from oracle.view import (
    ALL,
    SEKDA,
    SETDA,
    C,
    Found,
    P,
    View,
    W,
    lack,
    steps,
    units_of,
    unread_numbers,
    values_of,
)

MEETINGS = {"rapat", "rapat_koordinasi", "forkopimda", "musyawarah", "konferensi video"}
"""A meeting in any form (ruling 18), that of a forum or one at a distance."""
MEETINGS |= {"pertemuan"}
MATTERS = {"data", "informasi", "keterangan", "pendapat", "bahan", "dokumen", "saran", "masukan"}
MATTERS |= {"tanggapan"}
COORDINATING = ("berkoordinasi", "mengoordinasikan", "mengoordinasikan_penyelesaian")
FOREIGN = {"instruksi", "perintah", "komando", "teguran"}
"""Means of command, which are none of 18(6); what merely carries a message 9(2) leaves free."""


def is_listed(means: str) -> bool:
    """What 18(6) lists: a meeting, the request or delivery of what is known, consultation."""
    words = means.replace("_", " ").lower().split()
    exchange = words[0] in ("permintaan", "penyampaian", "pertukaran") and words[-1] in MATTERS
    return exchange or means in MEETINGS | {"konsultasi"}


def r1(v: View) -> set[Found]:
    """Means that are known and none of those that 18(6) lists."""
    return {
        (P, "R1", w.id)
        for w in v.proposal.workflows
        for s in steps(w)
        if w.kind == "koordinasi" or s.act in COORDINATING
        for means in s.means
        if means in FOREIGN and s.number not in unread_numbers(w)
    }


def r2(v: View) -> set[Found]:
    """Programmes are synchronised without a meeting, whatever it is called."""
    return {
        (lack(w), "R2", w.id)
        for w in v.proposal.workflows
        if w.kind == "sinkronisasi_program"
        and not any(
            MEETINGS & set(s.means)
            or s.act in ("mengadakan_rapat", "memimpin_rapat", "bermusyawarah")
            for s in done(v, w)
        )
    }


FREE = ("ketentuan", "kegiatan")
"""Workflows that are no procedure with norms of its own."""


def r3(v: View) -> set[Found]:
    """An agency that is concerned has no part in the strategic plan."""
    found: set[Found] = set()
    for w in v.proposal.workflows:
        if w.kind == "renstra":
            present = {u for s in done(v, w) for u in (s.actor, *s.targets)}
            present |= {z.key for s in done(v, w) for z in s.via}
            told = [
                *units_of(w, "terkait"),
                *(u for s in w.steps if s.concerned for u in s.lacking),
            ]
            for u in told:
                if not any(v.acts_for(one, u) for one in present):
                    found.add((lack(w), "R3", w.id))
            if not told and any(ALL & {*s.lacking} for s in w.steps):
                found.add((lack(w), "R3", w.id))
        if w.kind in FREE:
            for s in steps(w):
                left_out = ALL & {*s.lacking} or (s.concerned and s.lacking)
                if s.object == "rencana_strategis" and left_out:
                    found.add((P, "R3", w.id))
    return found


def r4(v: View) -> set[Found]:
    """A policy is sent neither to an agency that is concerned nor to a unit of it; who sets it has
    it."""
    found: set[Found] = set()
    for w in v.proposal.workflows:
        if w.kind == "kebijakan_koordinatif":
            sent = {
                u for s in done(v, w) if s.act in ("menyampaikan", "meneruskan") for u in s.targets
            }
            sent |= {s.actor for s in done(v, w) if s.act == "menetapkan"}
            for u in units_of(w, "terkait"):
                if not any(v.acts_for(receiver, u) for receiver in sent):
                    found.add((W, "R4", w.id))
            unserved = {u for s in w.steps for u in s.unserved if v.is_pd(u)}
            if unserved - set(units_of(w, "terkait")):
                found.add((W, "R4", w.id))
        if w.kind in FREE:
            for s in steps(w):
                if s.object == "kebijakan" and any(v.is_pd(u) for u in s.unserved):
                    found.add((W, "R4", w.id))
    return found


def r5(v: View) -> set[Found]:
    """In a collegial flow someone orders or decides alone: Paser W, Kutai Timur C."""
    return {
        (W if v.paser else C, "R5", w.id)
        for w in v.proposal.workflows
        if "kolegial" in values_of(w, "pola")
        and any(s.act in ("memerintah", "memutuskan_sepihak") for s in steps(w))
    }


JOINT = {
    "berkoordinasi",
    "mengoordinasikan",
    "mengadakan_rapat",
    "memimpin_rapat",
    "menyampaikan",
    "berkonsultasi",
    "bermusyawarah",
    "membahas_bersama",
}


def nearest(v: View, u: str) -> set[str]:
    """The agency U is or heads, else the one it lies in; a Dinas that holds an RSUD does not act by
    it."""
    if u == SEKDA:
        return {SETDA}
    if v.is_pd(u):
        return {u}
    around = {a for a in v.inside(u) if v.is_pd(a)}
    return {a for a in around if not any(a in v.inside(b) for b in around)}


def r6(v: View) -> set[Found]:
    """Two agencies act in one activity and nothing joins them."""
    found: set[Found] = set()
    for w in v.proposal.workflows:
        agencies = {a for s in steps(w) for a in nearest(v, s.actor)}
        joined = any(s.act in JOINT or any(map(is_listed, s.means)) for s in done(v, w))
        if w.kind == "kegiatan" and len(agencies) > 1 and not joined:
            found.add((W, "R6", w.id))
    return found


CHECKS = {"kutim": (r1, r2, r3, r4, r5, r6), "paser": (r5, r6)}
