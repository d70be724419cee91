"""I: orders, requests, studies."""

from oracle.duty import done
from oracle.l import CARRY, Path, subjects
from oracle.view import (
    BUPATI,
    SEKDA_SETDA,
    WABUP,
    WITHIN,
    B,
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
from patuh_parser.sotk.model import Step, Workflow


def i1(v: View) -> set[Found]:
    """An order by one who neither is a superior nor may command; by the Wakil Bupati, or in
    Kutai Timur by the Sekda to an agency, W."""
    up = v.over(without=v.wrong)
    found: set[Found] = set()
    for w in v.proposal.workflows:
        for s in steps(w):
            if s.act != "memerintah":
                continue
            for y in s.targets:
                if v.may_command(s.actor, y) or v.above(s.actor, y, up):
                    continue
                if v.paser and (v.is_outside(s.actor) or v.is_outside(y)):
                    continue
                inner = v.sort.get(y) in WITHIN - {"bagian", "kelurahan"} and not v.agencies(y)
                if v.paser and v.sort.get(y) == "unit_pelaksana_teknis":
                    inner = inner and any(v.is_office(p) for p in {s.actor} | v.inside(s.actor))
                if inner and (v.is_pd(s.actor) or v.sort.get(s.actor) in WITHIN):
                    continue  # whose unit it is, the proposal does not say
                soft = (s.actor == WABUP and v.is_internal(y) and y != BUPATI) or (
                    v.kutim and s.actor in SEKDA_SETDA and v.is_pd(y)
                )
                found.add((W if soft else P, "I1", s.actor))
    return found


ANSWERS = {
    "memerintah": ("melaksanakan",),
    "meminta": (*CARRY, "menanggapi"),
}


def _owed(v: View, s: Step, y: str) -> str | None:
    """How grave it is that Y does not answer the request. Paser commands it to agencies only: to
    the Bupati (13(2)b-c, g), and to the Sekda for the report (14(2)c). Explanations (13(2)d), what
    agencies ask of each other (14(4)a), and all of it in Kutai Timur (18(6)b) are not commanded.
    Approval or leave is no data; what is not understood is not judged."""
    if (s.object or "").startswith(("persetujuan", "izin")) or not v.is_internal(y):
        return None
    if v.kutim:
        return W if s.actor != y else None
    if not v.is_pd(y) or s.actor == y:
        return None
    if s.actor == BUPATI:
        return W if s.object in ("keterangan", "penjelasan") else B
    if s.actor in SEKDA_SETDA and "laporan" in (s.object or ""):
        return B
    return W if v.is_pd(s.actor) else None


def i2(v: View) -> set[Found]:
    """A lawful order that is not carried out later, the Wakil Bupati being bound by no provision; a
    request that is not answered later, by the unit or one inside it."""
    up = v.over(without=v.wrong)
    found: set[Found] = set()
    for w in v.proposal.workflows:
        if w.kind == "ketentuan":
            continue  # a rule is no procedure
        for s in steps(w):
            for y in s.targets if s.act in ANSWERS else ():
                level: str | None = B
                if s.act == "memerintah":
                    if not (v.may_command(s.actor, y) or v.above(s.actor, y, up)):
                        continue
                    if y == WABUP or (v.paser and not (s.actor == BUPATI and v.is_pd(y))):
                        continue
                else:
                    level = _owed(v, s, y) if s.number not in unread_numbers(w) else None
                if level is None or (level == W and s.modality == "dapat"):
                    continue
                if not any(
                    o.act in ANSWERS[s.act] and o.number > s.number and v.acts_for(o.actor, y)
                    for o in done(v, w)
                ):
                    found.add((level, "I2", w.id))
    return found


def i3(v: View) -> set[Found]:
    """A staff study without explanation or without alternatives."""
    return {
        (B, "I3", w.id)
        for w in v.proposal.workflows
        if w.kind == "telaahan"
        and any(v.is_pd(u) for u in subjects(w))
        and {"penjelasan", "alternatif"}
        - {*values_of(w, "muatan"), *(held for s in w.steps for held in s.contents)}
    }


def advice(v: View) -> list[tuple[Workflow, list[str]]]:
    """The flows of advice, each with the Staf Ahli whose it is: where that is not said, the first
    who acts. 18(1)c binds nobody else. A telaahan staf is the form of his advice, whatever the
    flow is called."""
    found = []
    for w in v.proposal.workflows:
        if w.kind == "rekomendasi_staf_ahli":
            acting = [s.actor for s in w.steps if v.is_staf_ahli(s.actor)][:1]
            whose = units_of(w, "subjek") or acting
            found.append((w, [u for u in whose if v.is_staf_ahli(u)]))
        elif w.kind == "telaahan" and any(map(v.is_staf_ahli, subjects(w))):
            found.append((w, [u for u in subjects(w) if v.is_staf_ahli(u)]))
    return found


def _is_study(v: View, w: Workflow) -> bool:
    """The advice is a telaahan staf: the flow is called so, or says so of its form, or one is made
    or handed over in it; a covering note beside it does not change that."""
    return (
        w.kind == "telaahan"
        or "telaahan_staf" in values_of(w, "bentuk")
        or any(
            "telaahan_staf" in s.shapes and s.act in CARRY and BUPATI in s.targets
            for s in done(v, w)
        )
        or any(s.act == "membuat_telaahan" or s.object == "telaahan_staf" for s in done(v, w))
    )


def _other_shape(v: View, w: Workflow) -> bool:
    """Some form is said of the advice; here it is known to be another one."""
    handed = (s for s in done(v, w) if s.act in CARRY and BUPATI in s.targets)
    return bool(values_of(w, "bentuk")) or any(s.shapes for s in handed)


def i4(v: View) -> set[Found]:
    """The advice of a Staf Ahli does not reach the Bupati (P), in Paser by Pasal 103 ayat (1) PP
    18/2016; it is no telaahan staf (W, and P where a rule or the workflow says what else it is),
    which Kutai Timur alone has."""
    found: set[Found] = set()
    for w, advisers in advice(v):
        if any(not Path(v, w, u).arrived for u in advisers):
            found.add((lack(w), "I4", w.id))
        if v.kutim and advisers and not _is_study(v, w):
            found.add((P if _other_shape(v, w) else W, "I4", w.id))
    rules = (s for w in v.proposal.workflows if w.kind == "ketentuan" for s in done(v, w))
    return found | {
        (P, "I4", s.actor)
        for s in rules
        if v.kutim and s.act in CARRY and s.object == "rekomendasi" and v.is_staf_ahli(s.actor)
        if s.shapes and "telaahan_staf" not in s.shapes
    }


GATHER = ("berkoordinasi", "mengumpulkan_data", "meminta", "berkonsultasi")


def i5(v: View) -> set[Found]:
    """No step in which the Staf Ahli co-ordinates, gathers data or asks for it (18(6)b)."""
    found: set[Found] = set()
    for w, advisers in advice(v):
        gathering = [s.actor for s in done(v, w) if {s.act, *s.stages} & {*GATHER}]
        if any(not any(v.acts_for(actor, u) for actor in gathering) for u in advisers):
            found.add((B, "I5", w.id))
    return found


CHECKS = {"kutim": (i1, i2, i4, i5), "paser": (i1, i2, i3, i4)}
