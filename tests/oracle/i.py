"""I: orders, requests, studies."""

from oracle.duty import done
from oracle.l import Path, subjects
from oracle.view import (
    BUPATI,
    SEKDA,
    SEKDA_SETDA,
    SETDA,
    WABUP,
    B,
    Found,
    P,
    View,
    W,
    has,
    steps,
    values_of,
)


def i1(v: View) -> set[Found]:
    """An order by one who neither is a superior nor may command; by the Wakil Bupati, or in
    Kutai Timur by the Sekda to an agency, W."""
    up = v.over()
    found: set[Found] = set()
    for w in v.proposal.workflows:
        for s in steps(w):
            if s.act != "memerintah":
                continue
            for y in s.targets:
                if v.may_command(s.actor, y) or v.above(s.actor, y, up):
                    continue
                soft = s.actor == WABUP or (v.kutim and s.actor in SEKDA_SETDA and v.is_pd(y))
                found.add((W if soft else P, "I1", s.actor))
    return found


ANSWERS = {
    "memerintah": ("melaksanakan",),
    "meminta": ("menyampaikan", "menyetujui", "menanggapi"),
}


def i2(v: View) -> set[Found]:
    """A lawful order that is not carried out later; a request that is not answered later by the
    unit or one inside it. Paser commands answers only to Bupati and Sekda, by agencies; a request
    for approval is no request for data."""
    up = v.over()
    found: set[Found] = set()
    for w in v.proposal.workflows:
        for s in steps(w):
            for y in s.targets if s.act in ANSWERS else ():
                if s.act == "memerintah":
                    if not (v.may_command(s.actor, y) or v.above(s.actor, y, up)):
                        continue
                    if v.paser and not (s.actor == BUPATI and v.is_pd(y)):
                        continue
                elif (
                    (s.object or "").startswith("persetujuan")
                    or not v.is_internal(y)
                    or (v.paser and not (s.actor in (BUPATI, *SEKDA_SETDA) and v.is_pd(y)))
                ):
                    continue
                if not any(
                    o.act in ANSWERS[s.act]
                    and o.number > s.number
                    and (o.actor == y or y in v.agencies(o.actor) or {o.actor, y} == {SEKDA, SETDA})
                    for o in done(v, w)
                ):
                    found.add((B, "I2", w.id))
    return found


def i3(v: View) -> set[Found]:
    """A staff study without explanation or without alternatives."""
    return {
        (B, "I3", w.id)
        for w in v.proposal.workflows
        if w.kind == "telaahan" and {"penjelasan", "alternatif"} - set(values_of(w, "muatan"))
    }


def _advice(v: View) -> list:
    return [w for w in v.proposal.workflows if w.kind == "rekomendasi_staf_ahli"]


def i4(v: View) -> set[Found]:
    """The advice of a Staf Ahli does not reach the Bupati (P); it is no telaahan staf (W)."""
    found: set[Found] = set()
    for w in _advice(v):
        if any(not Path(v, w, u).arrived for u in subjects(w) if v.is_staf_ahli(u)):
            found.add((P, "I4", w.id))
        made = any(s.act == "membuat_telaahan" for s in done(v, w))
        if values_of(w, "bentuk") != ["telaahan_staf"] and (has(w, "bentuk") or not made):
            found.add((W, "I4", w.id))
    return found


def i5(v: View) -> set[Found]:
    """No step in which a Staf Ahli co-ordinates or gathers data."""
    return {
        (B, "I5", w.id)
        for w in _advice(v)
        if not any(
            v.is_staf_ahli(s.actor) and s.act in ("berkoordinasi", "mengumpulkan_data")
            for s in done(v, w)
        )
    }


CHECKS = {"kutim": (i1, i2, i4, i5), "paser": (i1, i2, i3)}
