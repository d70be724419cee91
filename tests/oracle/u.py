"""U: the Unit Pelaksana Teknis (Paser only)."""

from oracle.l import first_reports
from oracle.view import (
    BUPATI,
    SEKDA,
    SETDA,
    B,
    Delegation,
    Edge,
    Found,
    P,
    Task,
    View,
    W,
)

ASPECTS = ("pembinaan", "pengendalian", "evaluasi")


def is_upt(v: View, u: str) -> bool:
    return v.sort.get(u) == "unit_pelaksana_teknis"


def upts(v: View) -> list[str]:
    return [u for u in v.units if is_upt(v, u)]


def parents(v: View, u: str) -> set[str]:
    """The Dinas or Badan that the UPT belongs to."""
    own = {p for p in v.agencies(u) if v.is_office(p)}
    lines = [e for e in v.of("bertanggung_jawab") if e not in v.faulty]
    return own or {e.y for e in lines if e.x == u and v.is_office(e.y)}


def may_hold(v: View, p: str) -> bool:
    """A Dinas or Badan, or what may lie in one: an RSUD (ruling 8), a unit whose place is not
    stated, and what lies in these."""
    loose = {"subunit", "unit_pelaksana_teknis", "kelompok_jabatan_fungsional"}
    return any(
        v.is_office(q)
        or v.sort.get(q) == "rumah_sakit_umum_daerah"
        or (v.sort.get(q) in loose and not v.in_parent.get(q))
        for q in {p} | v.inside(p)
    )


def u1(v: View) -> list[tuple[Found, Edge | None]]:
    """A UPT placed in, or commanded by, something that is no Dinas or Badan. The Bupati commands
    whom he will, and is no place: where the structure is complete, that of the UPT is missing; so
    it is once a change ends it."""
    found: list[tuple[Found, Edge | None]] = []
    for u in upts(v):
        for p in v.in_parent.get(u, ()):
            if not may_hold(v, p):
                found.append(((P, "U1", u), None))
    for e in v.of("membawahi"):
        if not is_upt(v, e.y) or may_hold(v, e.x):
            continue
        if e.x != BUPATI:
            found.append(((P, "U1", e.y), e))
        elif v.closed(e.y) and not _placed(v, e.y):
            found.append(((B, "U1", e.y), None))
    answering = {e.x for e in v.of("bertanggung_jawab")}
    for u in upts(v):
        if u in v.proposal.unplaced and not (v.in_parent.get(u) or u in answering or v.closed(u)):
            found.append(((B, "U1", u), None))
    return found


def _placed(v: View, u: str) -> bool:
    lines = [e for e in v.of("bertanggung_jawab") if e.x == u and not e.weak]
    lies = v.agencies(u) | v.inside(u)
    return bool(lies) or any(_home(v, u, (e.y, *e.via)) for e in lines)


def u2(v: View) -> set[Found]:
    """A UPT under two Dinas or Badan."""
    found: set[Found] = set()
    for u in upts(v):
        over = {p for p in v.inside(u) if v.is_office(p)}
        for e in v.edges:
            if e in v.faulty:
                continue
            if e.kind == "membawahi" and e.y == u and v.is_office(e.x):
                over.add(e.x)
            answers = e.kind == "bertanggung_jawab" and e.line.nature != "teknis"
            if answers and e.x == u and v.is_office(e.y):
                over.add(e.y)
        if len(over) > 1:
            found.add((W, "U2", u))
    return found


def u3(v: View) -> set[Found]:
    """A complete structure does not say that the parent guides, controls and evaluates it (B);
    a unit of another Dinas or Badan than the one that it lies in does so (W)."""
    found: set[Found] = {
        (W, "U3", e.y)
        for e in v.of("membina")
        if v.sort.get(e.y) == "unit_pelaksana_teknis" and _strange(v, e)
    }
    for u in upts(v):
        if not v.closed(u) or not parents(v, u):
            continue
        said = {
            aspect
            for e in v.of("membina")
            if e.y == u and ({e.x} | v.agencies(e.x)) & parents(v, u) and not e.weak
            for aspect in e.line.aspects
        }
        if any(aspect not in said for aspect in ASPECTS):
            found.add((B, "U3", u))
    return found


def _strange(v: View, e: Edge) -> bool:
    """Whether it lies in a Dinas or Badan, and who guides it is or lies in another one."""
    lies = {p for p in v.inside(e.y) if v.is_office(p)}
    own = {p for p in {e.x} | v.inside(e.x) if v.is_office(p)}
    plain = not e.weak and not e.whole_group and e.line.nature != "teknis" and e not in v.faulty
    return plain and bool(lies and own and set(e.line.aspects) & set(ASPECTS)) and not lies & own


def _home(v: View, u: str, places: tuple[str, ...]) -> bool:
    """Whether one of the places is the parent of the UPT, lies in it or may well lie in it;
    without a declared parent, whether it is a Dinas or Badan or may lie in one. The Sekda is the
    head of the Sekretariat Daerah."""
    own = v.agencies(u)
    stands_in = own | v.inside(u)
    for y in places:
        around = {y} | v.inside(y) | v.homes(y) | ({SETDA} if y == SEKDA else set())
        if stands_in & around or v.homeless(y):
            return True
        if not own and any(may_hold(v, z) for z in around):
            return True
    return False


def u4(v: View) -> list[tuple[Found, Edge | None]]:
    """A UPT answers, or first reports, to another than its parent (P). Beside a line to the
    parent it is W; so is a technical or administrative line, where the parent is declared and the
    structure need not be complete for the UPT (ruling L1)."""
    found: list[tuple[Found, Edge | None]] = []
    lines = [e for e in v.of("bertanggung_jawab") if is_upt(v, e.x)]
    kept = {e.x for e in lines if not e.weak and _home(v, e.x, (e.y, *e.via))}
    for e in lines:
        if _home(v, e.x, (e.y, *e.via)):
            continue
        open_ = e.line.nature and v.agencies(e.x) and not v.closed(e.x)
        found.append(((W if e.x in kept or open_ else P, "U4", e.x), e))
    for u, ways in first_reports(v):
        if is_upt(v, u) and ways and not any(_home(v, u, way) for way in ways):
            found.append(((P, "U4", u), None))
    return found


def u5(v: View) -> set[Found]:
    """A UPT has a task that its parent did not delegate to it."""
    found: set[Found] = set()
    for t in v.all(Task):
        if not is_upt(v, t.unit) or t.common:
            continue
        own = v.agencies(t.unit)
        given = [d for d in v.all(Delegation) if (d.unit, d.task) == (t.unit, t.matter)]
        if not any(not own or ({d.parent} | v.agencies(d.parent)) & own for d in given):
            found.add((W, "U5", t.unit))
    return found


CHECKS = {"paser": (u1, u2, u3, u4, u5), "kutim": (u1,)}
