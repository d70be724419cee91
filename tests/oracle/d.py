"""D: Bupati and DPRD (Paser Pasal 12 only)."""

from oracle.duty import done
from oracle.l import CARRY
from oracle.view import (
    BUPATI,
    DPRD,
    B,
    C,
    Found,
    P,
    View,
    W,
    lack,
    steps,
    unread_numbers,
    values_of,
)
from patuh_parser.sotk.model import Step, Workflow


def flows(v: View, kind: str) -> list[Workflow]:
    return [w for w in v.proposal.workflows if w.kind == kind]


SHARED = {"perda", "persetujuan", "persetujuan_bersama", "pinjaman", "berita acara", "rencana"}
SHARED |= {"rancangan", "rencana_kerja_sama_internasional"}
"""What Bupati and DPRD agree on between them."""
LENDING = {"melakukan_pinjaman", "menerima_pinjaman"}
ABROAD = {
    "kerja_sama_internasional",
    "rencana_kerja_sama_internasional",
    "perjanjian_internasional",
}


def with_dprd(s: Step) -> bool:
    """The DPRD does it, or the Bupati with the DPRD."""
    return s.actor == DPRD or (s.actor == BUPATI and DPRD in s.targets)


def between_them(s: Step) -> bool:
    """Bupati and DPRD sign, or agree on, what is theirs to agree on."""
    return s.act in ("menandatangani", "menyepakati") and with_dprd(s) and s.object in SHARED


def approves(s: Step) -> bool:
    """The DPRD approves, alone or in a "persetujuan bersama"."""
    if s.act == "menyetujui" and s.actor == DPRD:
        return True
    if between_them(s):
        return True
    return s.act == "menyetujui" and s.actor == BUPATI and DPRD in s.targets


def dprd_step(s: Step) -> bool:
    return s.actor == DPRD or DPRD in s.targets


def enactments(w: Workflow) -> list[Step]:
    """The steps that enact the Perda the flow is about; who says no object means it."""
    return [s for s in steps(w) if s.act == "menetapkan" and s.object in ("perda", None)]


def jointly(w: Workflow, core: Step) -> bool:
    """Bupati and DPRD enact together."""
    same = [s for s in enactments(w) if s.number == core.number]
    actors = {s.actor for s in same}
    return BUPATI in actors and (DPRD in actors or any(DPRD in s.targets for s in same))


DECIDING = {"memutuskan", "menetapkan", "menyetujui", "menyepakati"}


def as_rules(
    v: View, level: str, check: str, acts: set[str], things: set[str], who: str = ""
) -> set[Found]:
    """The rules by which something is done without the DPRD."""
    return {
        (level, check, w.id)
        for w in flows(v, "ketentuan")
        for s in steps(w)
        if s.act in acts and s.object in things and DPRD in (*s.lacking, *s.past)
        if not who or s.actor == who
    }


def d1(v: View) -> set[Found]:
    """A Perda is enacted before, or without, the approval of the DPRD."""
    return as_rules(v, P, "D1", {"menetapkan"}, {"perda"}) | {
        (lack(w), "D1", w.id)
        for w in flows(v, "perda")
        for core in enactments(w)
        if (
            DPRD in (*core.lacking, *core.past)
            or not any(approves(s) and s.number < core.number for s in done(v, w))
        )
        and DPRD not in core.approved_by
        and not jointly(w, core)
    }


def d2(v: View) -> set[Found]:
    """A Perda is enacted by another than the Bupati."""
    return {
        (P, "D2", w.id)
        for w in flows(v, "perda")
        for core in enactments(w)
        if core.actor != BUPATI and not (core.actor == DPRD and jointly(w, core))
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
    """A loan without the approval of the DPRD before it, or one that somebody else asked for; one
    that nobody is said to have asked for is B, unless the loan is taken up on that approval.
    A flow that names neither loan nor DPRD is P, one that names only the DPRD is B."""
    found = as_rules(v, P, "D3", LENDING | {"menandatangani"}, {"pinjaman"})
    found |= as_rules(v, P, "D3", DECIDING, {"pinjaman"}, BUPATI)
    for w in flows(v, "pinjaman"):
        cores = [
            s
            for s in steps(w)
            if s.act in LENDING
            or (
                s.act == "menandatangani"
                and s.object not in ("persetujuan", "persetujuan_bersama", "berita acara")
                and s.number not in unread_numbers(w)
            )
        ]
        if not cores:
            involved = any(dprd_step(s) for s in done(v, w))
            found.add((B if involved else lack(w), "D3", w.id))
        for core in (core for core in cores if core.number == cores[0].number):
            given = [s for s in done(v, w) if approves(s) and s.number < core.number]
            given = [] if DPRD in (*core.lacking, *core.past) else given
            at_once = DPRD in core.approved_by
            if any(_asked(v, w, s.number) for s in given) or (
                at_once and _asked(v, w, core.number)
            ):
                continue
            if not (at_once or given) or _asked_by_another(w, core.number):
                found.add((lack(w), "D3", w.id))
            elif not at_once and not any(_together(v, w, s) for s in given):
                found.add((B, "D3", w.id))
    return found


def _asked_by_another(w: Workflow, before: int) -> bool:
    return any(
        s.actor != BUPATI
        and DPRD in s.targets
        and s.number < before
        and s.act in ("meminta", "mengajukan_usulan")
        for s in steps(w)
    )


def _together(v: View, w: Workflow, given: Step) -> bool:
    """The Bupati acts in the same step, or the approval is given at his request."""
    return BUPATI in given.requested or any(
        s.actor == BUPATI and s.number == given.number for s in done(v, w)
    )


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
    """International co-operation is agreed before Bupati and DPRD have discussed it, or is not
    discussed by them at all. That it is signed, 12(3)d does not ask."""
    found = as_rules(v, P, "D4", {"menandatangani", "menyepakati"}, ABROAD)
    for w in flows(v, "kerja_sama_internasional"):
        unread = unread_numbers(w)
        signed = [s for s in steps(w) if s.act in ("menandatangani", "menyepakati")]
        settled = {s.number for s in signed if between_them(s)}
        discussed = {s.number for s in _discusses(v, w)} | settled
        cores = [s for s in signed if s.number not in settled | unread]
        if not cores:
            involved = any(dprd_step(s) for s in done(v, w))
            if not discussed:
                found.add((B if involved else lack(w), "D4", w.id))
        for core in cores[:1]:
            if not any(number < core.number for number in discussed):
                found.add((lack(w), "D4", w.id))
    return found


def d5(v: View) -> set[Found]:
    """A policy is set and the DPRD has no part in it."""
    return as_rules(v, W, "D5", {"menetapkan"}, {"kebijakan"}) | {
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
            other = any(s.actor != BUPATI for s in sent)
            found.add((P if other else lack(w), "D6", w.id))
        if any(s.actor != BUPATI for s in sent):
            found.add((P, "D6", w.id))
    return found


def d7(v: View) -> set[Found]:
    """The LKPJ comes at the end of each budget year: another period, or before the end, P; silent
    B; up to three months after it C, later that of D9."""
    found: set[Found] = set()
    for w in flows(v, "lkpj"):
        sent = [s for s in w.steps if (s.object or "laporan").startswith(("lkpj", "laporan"))]
        periods = [*values_of(w, "berkala"), *(p for s in sent for p in s.real_periods)]
        moments = [*values_of(w, "waktu"), *(s.time for s in sent if s.time)]
        if any(period not in ("tahunan", "berkala") for period in periods):
            found.add((P, "D7", w.id))
        if not moments and not any(f == (P, "D7", w.id) for f in found):
            found.add((B, "D7", w.id))
        for moment in moments:
            if moment == "sebelum_akhir_tahun":
                found.add((P, "D7", w.id))
            elif moment.startswith("bulan_sesudah"):
                months = int(moment.split("(")[1].rstrip(")"))
                if months <= 3:
                    found.add((C, "D7", w.id))
    return found | {(P, "D7", BUPATI) for _ in _rules_of_other_years(v)}


def _rules_of_other_years(v: View) -> list[Step]:
    """Rules by which the LKPJ is delivered at another period than a year, or on request alone."""
    return [
        s
        for w in flows(v, "ketentuan")
        for s in w.steps
        if s.actor == BUPATI and s.act == "menyampaikan" and s.object == "lkpj" and not s.negated
        if s.never_periodic or ("tahunan" not in s.real_periods and {*s.real_periods} - {"berkala"})
    ]


def d9(v: View) -> set[Found]:
    """National law: later than three months after the year P; another period P, unless by D7."""
    found: set[Found] = set()
    for w in flows(v, "lkpj"):
        sent = [s for s in w.steps if (s.object or "laporan").startswith(("lkpj", "laporan"))]
        periods = [*values_of(w, "berkala"), *(p for s in sent for p in s.real_periods)]
        moments = [*values_of(w, "waktu"), *(s.time for s in sent if s.time)]
        late = [m for m in moments if m.startswith("bulan_sesudah") and int(m[26:-1]) > 3]
        other = v.kutim and any(period not in ("tahunan", "berkala") for period in periods)
        if late or other:
            found.add((P, "D9", w.id))
    return found | {(P, "D9", BUPATI) for _ in _rules_of_other_years(v) if v.kutim}


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
NATIONAL = (d9,)
"""Of national law, under every regulation."""
