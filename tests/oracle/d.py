"""D: Bupati and DPRD (Paser Pasal 12 only)."""

from oracle.duty import done
from oracle.l import CARRY
from oracle.view import BUPATI, DPRD, B, C, Found, P, View, W, steps, values_of
from patuh_parser.sotk.model import Step, Workflow


def flows(v: View, kind: str) -> list[Workflow]:
    return [w for w in v.proposal.workflows if w.kind == kind]


def approves(s: Step) -> bool:
    """The DPRD approves, alone or in a "persetujuan bersama"."""
    if s.act == "menyetujui" and s.actor == DPRD:
        return True
    together = s.act in ("menyetujui", "melakukan") and (s.object or "").startswith("persetujuan")
    return together and s.actor == BUPATI and DPRD in s.targets


def dprd_step(s: Step) -> bool:
    return s.actor == DPRD or DPRD in s.targets


def enactments(w: Workflow) -> list[Step]:
    """The steps that enact the Perda the flow is about; who says no object means it."""
    return [s for s in steps(w) if s.act == "menetapkan" and s.object in ("perda", None)]


def d1(v: View) -> set[Found]:
    """A Perda is enacted before, or without, the approval of the DPRD."""
    return {
        (P, "D1", w.id)
        for w in flows(v, "perda")
        for core in enactments(w)
        if not any(approves(s) and s.number < core.number for s in done(v, w))
    }


def d2(v: View) -> set[Found]:
    """A Perda is enacted by another than the Bupati."""
    return {
        (P, "D2", w.id) for w in flows(v, "perda") for core in enactments(w) if core.actor != BUPATI
    }


def _asked(v: View, w: Workflow, before: int) -> bool:
    """The Bupati asks the DPRD, or puts his proposal to it. What he asks for in so many words does
    not matter where it then approves."""
    return any(
        s.actor == BUPATI
        and DPRD in s.targets
        and s.number < before
        and s.act in ("meminta", "mengajukan_usulan")
        for s in done(v, w)
    )


def d3(v: View) -> set[Found]:
    """A loan without the approval of the DPRD before it, asked for by the Bupati before that.
    A flow that names neither loan nor DPRD is P, one that names only the DPRD is B."""
    found: set[Found] = set()
    for w in flows(v, "pinjaman"):
        cores = [
            s
            for s in steps(w)
            if s.act in ("melakukan_pinjaman", "menandatangani", "menerima_pinjaman")
        ]
        if not cores:
            involved = any(dprd_step(s) for s in done(v, w))
            found.add((B if involved else P, "D3", w.id))
        for core in cores:
            given = [s for s in done(v, w) if approves(s) and s.number < core.number]
            if not any(_asked(v, w, s.number) or _together(s) for s in given):
                found.add((P, "D3", w.id))
    return found


def _together(s: Step) -> bool:
    return s.actor == BUPATI and approves(s)


def _discusses(v: View, w: Workflow) -> list[Step]:
    return [
        s
        for s in done(v, w)
        if s.act == "membahas_bersama"
        and (
            (s.actor == BUPATI and DPRD in s.targets)
            or (s.actor == DPRD and BUPATI in s.targets)
            or (
                s.actor == BUPATI
                and any(o.number == s.number and o.actor == DPRD for o in done(v, w))
            )
        )
    ]


def d4(v: View) -> set[Found]:
    """International co-operation is agreed before Bupati and DPRD have discussed it."""
    found: set[Found] = set()
    for w in flows(v, "kerja_sama_internasional"):
        cores = [s for s in steps(w) if s.act in ("menandatangani", "menyepakati")]
        if not cores:
            involved = any(dprd_step(s) for s in done(v, w))
            found.add((B if involved else P, "D4", w.id))
        for core in cores:
            if not any(s.number < core.number for s in _discusses(v, w)):
                found.add((P, "D4", w.id))
    return found


def d5(v: View) -> set[Found]:
    """A policy is set and the DPRD has no part in it."""
    return {
        (W, "D5", w.id) for w in flows(v, "kebijakan") if not any(dprd_step(s) for s in done(v, w))
    }


def d6(v: View) -> set[Found]:
    """The LKPJ is delivered to the DPRD by another than the Bupati, or not at all. A "laporan", or
    what has no name, is the LKPJ where the Bupati delivers nothing by that name."""
    found: set[Found] = set()
    for w in flows(v, "lkpj"):
        handed = [s for s in w.steps if s.act in CARRY and DPRD in s.targets]
        sent = [s for s in handed if s.object == "lkpj"]
        if not any(s.actor == BUPATI for s in sent):
            sent += [s for s in handed if (s.object or "laporan").startswith("laporan")]
        if not any(s.actor == BUPATI and s in done(v, w) for s in sent):
            found.add((P, "D6", w.id))
        if any(s.actor != BUPATI for s in sent):
            found.add((P, "D6", w.id))
    return found


def d7(v: View) -> set[Found]:
    """The LKPJ comes at the end of each budget year: another period, or before the end, P; silent
    B; up to three months after it C, later W."""
    found: set[Found] = set()
    for w in flows(v, "lkpj"):
        periods, moments = values_of(w, "berkala"), values_of(w, "waktu")
        if any(not yearly(period) for period in periods):
            found.add((P, "D7", w.id))
        if not moments and not any(f == (P, "D7", w.id) for f in found):
            found.add((B, "D7", w.id))
        for moment in moments:
            if moment == "sebelum_akhir_tahun":
                found.add((P, "D7", w.id))
            elif moment.startswith("bulan_sesudah"):
                months = int(moment.split("(")[1].rstrip(")"))
                found.add((C if months <= 3 else W, "D7", w.id))
    return found


YEARLY = {"tahun", "tahunan", "setahun"}
ONCE = {"setiap", "tiap", "per", "akhir", "anggaran", "dalam"}
ONCE |= {"satu", "1", "(satu)", "kali", "sekali"}


def yearly(period: str) -> bool:
    """The words name the year, and no other number or period."""
    words = set(period.lower().split())
    return bool(words & YEARLY) and words <= YEARLY | ONCE


RESPONSE = ("menanggapi", "menyetujui", "membahas_bersama")


def d8(v: View) -> set[Found]:
    """The Bupati submits a proposal, not only to somebody else, and the DPRD neither responds to it
    nor approves nor discusses it afterwards."""
    found: set[Found] = set()
    for w in flows(v, "usulan"):
        for s in steps(w):
            if s.act != "mengajukan_usulan" or s.actor != BUPATI:
                continue
            if s.targets and DPRD not in s.targets:
                continue
            later = [o for o in done(v, w) if o.number > s.number]
            if not any(
                (o.actor == DPRD and o.act in RESPONSE)
                or (o.actor == BUPATI and o.act == "membahas_bersama" and DPRD in o.targets)
                for o in later
            ):
                found.add((B, "D8", w.id))
    return found


CHECKS = {"paser": (d1, d2, d3, d4, d5, d6, d7, d8), "kutim": ()}
