"""A: the Asisten, what they co-ordinate and what they may not command."""

from oracle.duty import done
from oracle.l import l3, reported_without_asisten, reports, subjects
from oracle.n import n2
from oracle.view import (
    ALL_ASISTEN,
    ANY_ASISTEN,
    COORDINATING,
    SEKDA_SETDA,
    THREE,
    B,
    Edge,
    Found,
    P,
    View,
    W,
    roster,
    units_of,
)

NO_ASISTEN = (ALL_ASISTEN, "asisten_yang_membidangi")
"""Who is denied where an agency is said to have no Asisten at all."""


def a1(v: View) -> set[Found]:
    """An Asisten other than the three (P); a structure that is complete lacks one (B)."""
    others = {u for u in v.units if v.is_asisten(u) and u not in THREE}
    # besides all of the three they are too many, which national law says (M1, M2)
    found: set[Found] = set() if set(THREE) <= set(v.units) else {(P, "A1", u) for u in others}
    if v.complete:
        found |= {(B, "A1", a) for a in THREE if a not in v.units}
    return found


def a2(v: View) -> list[tuple[Found, Edge]]:
    """An Asisten answers to someone who is not the Sekda or Setda; a technical line is no such
    answering, for it makes nobody his superior."""
    return [
        ((P, "A2", e.x), e)
        for e in v.of("bertanggung_jawab")
        if v.sort.get(e.x) == "asisten"
        and e.line.nature != "teknis"
        and e.y not in SEKDA_SETDA
        and not v.said_by_v2(e.y)
    ]


def a3(v: View) -> list[tuple[Found, Edge | None]]:
    """An agency without Asisten: P where that is said, where a Staf Ahli takes his place, or where
    the structure is closed for it;
    else B if the structure states its accountability or the way of its report. A step that names
    him is enough, and what
    L3 says of its report is not said again."""
    nobody = [
        ((P, "A3", e.y), e)
        for e in v.denied
        if e.kind == "mengoordinasikan" and e.x in NO_ASISTEN and v.is_pdx(e.y)
        if e.y not in v.gone
    ]
    nobody += [
        ((P, "A3", e.x), e)
        for e in _past_an_asisten(v)
        if not set(NO_ASISTEN).isdisjoint(e.line.without) and v.is_pdx(e.x) and e.x not in v.gone
    ]
    nobody += [
        ((P, "A3", e.y), e)
        for e in v.of("mengoordinasikan")
        if v.is_staf_ahli(e.x) and not e.weak and v.is_pdx(e.y) and e.y not in v.gone
        if not (v.listed_asisten(e.y) or v.declared_asisten(e.y) or shown_asisten(v, e.y))
    ]
    nobody += [
        ((P, "A3", e.x), e)
        for e in _past_an_asisten(v)
        if v.is_pdx(e.x) and e.x not in v.gone and _past_its_own(v, e)
    ]
    own = {e.x for e in v.of("bertanggung_jawab")} | reported_without_asisten(v)
    said = {e.y for e in v.commands() if v.sort.get(e.x) == "asisten"}
    said |= {e.x for e in v.of("bertanggung_jawab") if v.sort.get(e.y) == "asisten"}
    said |= {subject for (_, _, subject), _ in nobody}
    missed = {number for _, _, number in l3(v)}
    said |= {u for w, u, _ in reports(v) if w.id in missed}
    return [*nobody, *((found, None) for found in _unassigned(v, own, said))]


def _past_an_asisten(v: View) -> list[Edge]:
    """The lines on which an Asisten stands: to whom one answers, and with the Setda."""
    joint = [e for e in v.of("berhubungan_kerja") if e.y in SEKDA_SETDA and not e.weak]
    return [*v.of("bertanggung_jawab"), *joint]


def _past_its_own(v: View, e: Edge) -> bool:
    """It answers past its own Asisten by name, and through no other."""
    through = any(z == ANY_ASISTEN or v.sort.get(z) == "asisten" for z in e.via)
    own = v.named(e.x, ANY_ASISTEN)
    return not (through or own.isdisjoint(e.line.without))


def _unassigned(v: View, own: set[str], said: set[str]) -> set[Found]:
    found: set[Found] = set()
    for u in v.units:
        if not v.is_pdx(u) or v.listed_asisten(u) or v.declared_asisten(u):
            continue
        if u in said or shown_asisten(v, u):
            continue  # A6, H2 or L3 says it, or a step names him
        if v.closed(u):
            found.add((P, "A3", u))
        elif u in own:
            found.add((B, "A3", u))
    return found


def shown_asisten(v: View, u: str) -> set[str]:
    """The Asisten whom its doings show as that of the agency: a station of its co-ordination or of
    its steps, who co-ordinates it or its flow, or through whose hands its report goes."""
    lines = [e for e in v.of("berhubungan_kerja") if e.x == u and not e.weak]
    found = {z for e in lines for z in e.via}
    for w in v.proposal.workflows:
        advised = w.kind == "rekomendasi_staf_ahli" and not units_of(w, "subjek")
        advised = advised and any(v.is_staf_ahli(s.actor) for s in w.steps)
        its_own = u in subjects(w) and not advised
        for s in done(v, w):
            if s.actor == u:
                found |= {z.key for z in s.via if z.key}
            if its_own:
                found |= {z.key for z in s.coordinated_by if z.key}
            if s.act == "mengoordinasikan" and (its_own or u in s.targets):
                found.add(s.actor)
    for _, subject, path in reports(v):
        if subject == u and path.arrived:
            found |= set(path.stations)
    return {a for a in found if v.is_asisten(a)}


def a4(v: View) -> set[Found]:
    """An agency under two Asisten; a line that is itself against the list is not counted."""
    found: set[Found] = set()
    for u in v.sort:
        if not v.is_pdx(u):
            continue
        named = {a for a, e in _portfolio(v, u) if e not in v.wrong and not e.weak}
        if len(named) > 1:
            found.add((W, "A4", u))
    return found


def a5(v: View) -> list[tuple[Found, Edge]]:
    """An agency under another Asisten than that of the list; one that does not exist is A1."""
    return [
        ((P, "A5", u), e)
        for u in v.sort
        if u in roster() and roster()[u][1] in ("pelaksana", "penunjang") and v.is_pd(u)
        for a, e in _portfolio(v, u)
        if a != roster()[u][0] and a in THREE
    ]


def _portfolio(v: View, u: str) -> list[tuple[str, Edge]]:
    found = [(e.x, e) for e in v.of(*COORDINATING) if e.y == u and v.is_asisten(e.x)]
    for e in v.of("bertanggung_jawab"):
        if e.x == u:
            found += [(z, e) for z in e.via if v.is_asisten(z)]
    return found


def a6(v: View) -> list[tuple[Found, Edge]]:
    """An Asisten commands an agency, or guides it with "instruksi"."""
    commands = [e for e in v.commands() if v.sort.get(e.x) == "asisten"]
    return [((P, "A6", e.x), e) for e in commands if v.is_pd(e.y)]


def a7(v: View) -> set[Found]:
    """LINGKUP lengkap, and an Asisten has no agency at all: Paser by the proposal's own words,
    Kutai Timur also by the list. Where his listed agencies are simply missing, N2 says it."""
    if not v.complete:
        return set()
    missing = {name for _, _, name in n2(v)} if v.kutim else set()
    found: set[Found] = set()
    for a in v.units:
        if a not in THREE:
            continue
        own = any(
            a in (v.declared_asisten(u) or (v.listed_asisten(u) if u in v.units else ()))
            or a in shown_asisten(v, u)
            for u in v.sort
            if v.is_pdx(u) and u not in v.abolished
        )
        lost = any(
            entry == a and group in ("pelaksana", "penunjang")
            for name, (entry, group) in roster().items()
            if name in missing
        )
        own = own or any(e.x == a and e in v.wrong for e in v.commands())
        for e in v.edges:  # under another Asisten, and that is said
            u = e.y if e.kind in COORDINATING else e.x
            if e in v.faulty and u not in v.abolished and v.kutim and v.is_pd(u):
                named = v.is_asisten(e.x) if u == e.y else any(map(v.is_asisten, e.via))
                listed = (v.entry(u) or ("", ""))[1] in ("pelaksana", "penunjang")
                own = own or (named and listed and a in v.listed_asisten(u))
        if not own and not lost:
            found.add((B if v.kutim else W, "A7", a))
    return found


def _over_bagian(v: View, u: str) -> list[tuple[str, Edge]]:
    found: list[tuple[str, Edge]] = []
    for e in v.edges:
        if e.kind == "bertanggung_jawab" and e.x == u:
            found += [(z, e) for z in (e.y, *e.via)]
        if e.kind in ("membawahi", "membina", "mengoordinasikan") and e.y == u:
            found.append((e.x, e))
    return [(a, e) for a, e in found if v.is_asisten(a) or a == ANY_ASISTEN]


def a8(v: View) -> list[tuple[Found, Edge | None]]:
    """A Bagian under another Asisten than that of the list (P); in a complete structure under
    none (B). "Asisten yang membina" names the right one."""
    found: list[tuple[Found, Edge | None]] = []
    for u in v.units:
        if v.sort[u] != "bagian":
            continue
        over = _over_bagian(v, u)
        right = (v.entry(u) or (None, None))[0]
        if right is not None:
            found += [((P, "A8", u), e) for a, e in over if a in THREE and a != right]
            placed = {a for a in v.in_parent.get(u, ()) if a in THREE and a != right}
            found += [((P, "A8", u), None) for a in placed - {a for a, _ in over}]
        named = any(a != ANY_ASISTEN or right for a, e in over if not e.weak)
        past = any(e in v.faulty and e.x == u for e in v.of("bertanggung_jawab"))
        past = past or any(
            e.y == u and (e in v.wrong or (e in v.faulty and not e.weak))
            for e in v.of("membawahi", "membina")
        )
        past = past or any(f == (P, "A9", u) or f == (W, "A9", u) for f, _ in a9(v))
        past = past or any(
            f == (P, "A8", u) and e and e.kind != "mengoordinasikan" for f, e in found
        )
        if v.closed(u) and not named and not past:
            found.append(((B, "A8", u), None))
    return found


def a9(v: View) -> list[tuple[Found, Edge]]:
    """A Bagian answers past the Asisten, and not only in technical matters: to Sekda or Setda W
    (reading), to others P."""
    return [
        ((W if e.y in SEKDA_SETDA else P, "A9", e.x), e)
        for e in v.of("bertanggung_jawab")
        if v.sort.get(e.x) == "bagian"
        and e.line.nature != "teknis"
        and not v.is_asisten(e.y)
        and not v.said_by_v2(e.y)
        and e.y not in (ANY_ASISTEN, "asisten_sekretaris_daerah")
        and not any(v.sort.get(z) == "asisten" or z == ANY_ASISTEN for z in e.via)
    ]


def a10(v: View) -> list[tuple[Found, Edge]]:
    """An Asisten co-ordinates an outside agency of another Asisten (P), or an unlisted one (W)."""
    found: list[tuple[Found, Edge]] = []
    for e in v.of("mengoordinasikan"):
        if not v.is_asisten(e.x) or v.sort.get(e.y) not in ("vertikal", "lainnya"):
            continue
        if e.x not in THREE:
            continue  # A1
        if e.y not in roster():
            found.append(((W, "A10", e.y), e))
        elif roster()[e.y][0] != e.x and e.x in THREE:
            found.append(((P, "A10", e.y), e))
    return found


CHECKS = {
    "kutim": (a1, a2, a3, a4, a5, a6, a7, a8, a9, a10),
    "paser": (a1, a2, a3, a4, a6, a7),
}
