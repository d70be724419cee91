"""H: superiors and accountability."""

from oracle.a import a8
from oracle.homes import may_be_its_agency
from oracle.l import first_reports
from oracle.u import is_upt, may_hold
from oracle.view import (
    ALL_ASISTEN,
    ALL_STAF_AHLI,
    BUPATI,
    DPRD,
    SEKDA,
    SEKDA_SETDA,
    SETDA,
    THREE,
    WABUP,
    WITHIN,
    B,
    C,
    Edge,
    Found,
    Head,
    P,
    View,
    W,
    order,
    past_sekda,
)

HOSPITAL = "rumah_sakit_umum_daerah"
INNER = ("subunit", "kelompok_jabatan_fungsional", "kelurahan")


def h1(v: View) -> set[Found]:
    """Superiors form a circle of lines that are not wrong by themselves; the subject is the first
    of the circle. A unit that is its own superior is one (`alone`)."""
    up = v.over(without=v.wrong)
    round_ = [u for u in up if v.above(u, u, up)]
    circles = [{o for o in round_ if v.above(o, u, up) and v.above(u, o, up)} for u in round_]
    return {(P, "H1", min(circle, key=order)) for circle in circles}


def alone(v: View) -> list[tuple[Found, Edge]]:
    """A unit that commands itself, or answers to itself; of whom that is A2, A9, H2, S1, S2 or S4
    to say, it is said there."""
    found: list[tuple[Found, Edge]] = []
    commands = v.commands()
    for e in v.edges:
        answers = e.kind == "bertanggung_jawab" and e.line.nature != "teknis"
        inner = v.sort.get(e.x) in WITHIN - {"bagian"}
        led = e in commands and v.is_internal(e.x) and not v.is_staf_ahli(e.x)
        if e.x == e.y and (led or (answers and inner)):
            found.append(((P, "H1", e.x), e))
    return found


def h2(v: View) -> list[tuple[Found, Edge]]:
    """An agency answers to someone other than the Bupati. Paser: to the Sekda only beside the
    Bupati, else B. Setwan technically to the DPRD, Setda to the Sekda are in order; an RSUD under
    its Dinas is a note (Kutai Timur)."""
    found: list[tuple[Found, Edge]] = []
    for e in v.of("bertanggung_jawab"):
        if not v.is_pd(e.x) or e.y == BUPATI:
            continue
        if (e.x == SETDA and e.y == SEKDA) or v.said_by_v2(e.y):
            continue  # the latter is V2
        if v.sort[e.x] == "sekretariat_dprd" and e.line.nature == "teknis":
            continue
        if v.sort[e.x] == "rumah_sakit_umum_daerah" and v.sort.get(e.y) == "dinas":
            found.append(((C, "H2", e.x), e))
        elif v.paser and e.x != SETDA and e.y in SEKDA_SETDA:
            lines = v.of("bertanggung_jawab")
            if not any(o.x == e.x and o.y == BUPATI and not o.weak for o in lines):
                found.append(((B, "H2", e.x), e))
        else:
            found.append(((P, "H2", e.x), e))
    return found


def h3(v: View) -> set[Found]:
    """A complete structure, and the superiors of an internal unit do not lead to the Bupati.
    Where a line on the way has a finding of its own, or is weakened or denied, that is said there.
    Paser gives the Staf Ahli no line, and the Bagian of Kutai Timur are A8. Of who is outside what
    is said to be complete nothing is asked."""
    up = v.over()
    broken = {e.x for e in v.of("bertanggung_jawab") if e in v.wrong}
    broken |= {e.y for e in v.commands() if e in v.wrong}
    for collective, test in ((ALL_ASISTEN, v.is_asisten), (ALL_STAF_AHLI, v.is_staf_ahli)):
        for u in v.units:
            if test(u) and u != collective and collective in set(up) | broken:
                up.setdefault(u, set()).add(collective)
    beyond = set() if v.complete else {y for y in {*v.sort, *up} if not v.closed(y)}
    if v.closed(SETDA):
        beyond.discard(SEKDA)  # its head
    without_asisten = {finding for finding, _ in a8(v)} if v.kutim else set()
    spared = {BUPATI, WABUP, ALL_ASISTEN, ALL_STAF_AHLI}
    return {
        (B, "H3", u)
        for u in v.units
        if v.closed(u)
        and v.is_internal(u)
        and u not in spared
        and not any(y == u or v.above(y, u, up) for y in broken | {BUPATI})
        and not any(v.above(y, u, up) for y in beyond)
        and not v.above(u, u, up)
        and not (v.paser and v.is_staf_ahli(u))
        and (B, "A8", u) not in without_asisten
    }


def _misplaced(v: View, u: str, parent: str) -> bool:
    """Whether a Bagian lies in another Asisten than that of the list, which A8 tells."""
    entry = v.entry(u) if v.sort.get(u) == "bagian" else None
    return bool(entry and parent in THREE and parent != entry[0])


def h4(v: View) -> set[Found]:
    """Two superiors, neither above the other; lines that have a finding of their own are left
    out. Two parents of a UPT in Paser are U2."""
    up = v.over(supplied=True, without=v.wrong)
    commands = set(v.commands())
    direct: dict[str, set[str]] = {
        u: {parent for parent in parents if not _misplaced(v, u, parent)}
        for u, parents in v.in_parent.items()
    }
    for e in v.edges:
        if e.weak or e in v.faulty:
            continue
        answers = e.kind == "bertanggung_jawab" and e.line.nature != "teknis"
        homes = v.homes(e.x)
        within = v.sort.get(e.x) in WITHIN
        home = any(z in homes or (within and (homes & v.inside(z) or v.homeless(z))) for z in e.via)
        if answers and not (homes and home):
            direct.setdefault(e.x, set()).update(v.named(e.x, e.y))
        if e in commands:
            direct.setdefault(e.y, set()).add(e.x)
    found: set[Found] = set()
    for u, superiors in direct.items():
        for x in superiors:
            for y in superiors:
                if x >= y or {x, y} == {SEKDA, SETDA}:
                    continue
                first, second = (SEKDA if z == SETDA else z for z in (x, y))
                if v.above(first, second, up) or v.above(second, first, up):
                    continue
                if any(v.homeless(z) and w in v.agencies(u) for z, w in ((x, y), (y, x))):
                    continue  # that unit may well lie in the agency
                if v.paser and v.is_pd(u) and BUPATI in (x, y) and {x, y} & set(SEKDA_SETDA):
                    continue
                if not (v.paser and v.sort.get(u) == "unit_pelaksana_teknis"):
                    found.add((W, "H4", u))
    return found


def h5(v: View) -> list[tuple[Found, Edge | None]]:
    """A unit inside an agency answers, or first reports, outside it: Kutai Timur P, Paser W.
    Without a declared place: answering to other than an agency or a unit inside one is B; and in
    Kutai Timur P, where it is said not to answer to what may well be its own."""
    level = P if v.kutim else W
    inner = INNER + (("unit_pelaksana_teknis",) if v.kutim else ())
    found: list[tuple[Found, Edge | None]] = []
    for e in v.of("bertanggung_jawab"):
        if v.sort.get(e.x) not in inner or e.line.nature == "teknis":
            continue
        own = v.agencies(e.x)
        if v.paser and any(v.sort.get(p) == HOSPITAL for p in v.inside(e.x)):
            continue  # an RSUD is itself a unit inside its Dinas
        if v.said_by_v2(e.y):
            continue
        if v.sort[e.x] == "kelurahan" and v.sort.get(e.y) != "kecamatan":
            continue  # national law says it of that line (M5)
        if own:
            if not _within(v, own, (e.y, *e.via)):
                found.append(((level, "H5", e.x), e))
        elif not v.in_parent.get(e.x) and not _may_hold(v, e.x, e.y):
            past = {d.y for d in v.denied if d.kind == e.kind and d.x == e.x}
            said = v.kutim and any(may_be_its_agency(v, e.x, y) for y in past)
            found.append(((P if said else B, "H5", e.x), e))
    for u, ways in first_reports(v):
        own = v.agencies(u)
        if v.sort.get(u) in inner and own and ways and not any(_within(v, own, w) for w in ways):
            found.append(((level, "H5", u), None))
    return found


def _may_hold(v: View, x: str, y: str) -> bool:
    """Y is an agency or may lie in one. A UPT lies in a Dinas or Badan (PP 18/2016 Pasal 41, 49):
    under another agency it may answer to both."""
    upt = is_upt(v, x) and v.is_pd(y) and not may_hold(v, y)
    if upt and not any(e.x == x and v.is_office(e.y) for e in v.of("bertanggung_jawab")):
        return False
    return v.is_pd(y) or v.sort.get(y) in (*INNER, "bagian", "unit_pelaksana_teknis", HOSPITAL)


def _within(v: View, own: set[str], places: tuple[str, ...]) -> bool:
    setda = SETDA in own and any(y == SEKDA or v.is_asisten(y) for y in places)
    return setda or any(y in own or own & v.agencies(y) or v.homeless(y) for y in places)


def h6(v: View) -> list[tuple[Found, Edge]]:
    """A command without competence, as far as A6, S4, V2, P3 and U1 do not say it already."""
    found: list[tuple[Found, Edge]] = []
    for e in v.commands():
        x, y = e.x, e.y
        if v.may_command(x, y):
            if v.kutim and v.sort.get(x) == "dinas" and v.sort.get(y) == HOSPITAL:
                found.append(((C, "H6", x), e))
            continue
        if x == y:
            continue  # H1
        inner = v.sort.get(x) == "subunit" and v.sort.get(y) in WITHIN - {"bagian"}
        if inner and v.homeless(y):
            continue  # Y is said to lie in the agency of X
        said = (
            (v.sort.get(x) == "asisten" and v.is_pd(y))
            or (v.kutim and v.is_staf_ahli(x))
            or (v.said_by_v2(x) and v.is_internal(y))
            or (v.said_by_v2(y) and v.is_internal(x))
            or (v.is_outside(x) and v.is_outside(y))  # ruling 25
            or (v.paser and v.is_pdx(x) and v.is_pdx(y))
            or (v.paser and {x, y} == {BUPATI, DPRD})
            or (e.kind == "membawahi" and is_upt(v, y) and not may_hold(v, x))
        )
        if said:
            continue
        weak = (x == WABUP and v.is_internal(y) and y != BUPATI) or (
            v.kutim and x in SEKDA_SETDA and v.is_pd(y)
        )
        found.append(((W if weak else P, "H6", x), e))
    return found


def h7(v: View) -> list[tuple[Found, Edge | None]]:
    """An agency answers to the Bupati past the Sekda: "langsung" or other stations only P
    (Kutai Timur, technically: W, unless the rest goes through him); in a complete structure no
    station at all B, unless another line does name the Sekda or is against the regulation.
    Where the Sekda heads the agency himself it is a note."""
    headed = {h.unit for h in v.all(Head) if h.head in SEKDA_SETDA and not h.negated}
    found: list[tuple[Found, Edge | None]] = []
    lines = [e for e in v.of("bertanggung_jawab") if v.is_pdx(e.x) and e.y == BUPATI]
    through = {e.x for e in lines if set(e.via) & set(SEKDA_SETDA) and not e.weak}
    divided = {
        e.x
        for e in lines
        if set(e.via) & set(SEKDA_SETDA) and e.line.nature != "teknis" and not e.weak
    }
    without = [e for e in lines if not set(e.via) & set(SEKDA_SETDA)]
    wrong = {e.x for e in lines if e in v.wrong}
    for e in without:
        if e.x in headed:
            found.append(((C, "H7", e.x), e))
        elif past_sekda(e.line) and v.kutim and e.line.nature == "teknis":
            if e.x not in divided:
                found.append(((W, "H7", e.x), e))
        elif past_sekda(e.line) or e.via:
            found.append(((P, "H7", e.x), e))
            wrong.add(e.x)
    for e in without:
        past = past_sekda(e.line) or e.via
        if v.closed(e.x) and not past and e.x not in headed | through | wrong:
            found.append(((B, "H7", e.x), None))
    return found


def h8(v: View) -> list[tuple[Found, Edge]]:
    """A Seksi, Subbagian or the like, which lies in another unit of its agency, answers past it
    (W); what leaves the agency is H5. Functional positions are on no ladder (ruling L5)."""
    left = {e for finding, e in h5(v) if finding[0] != B}
    found: list[tuple[Found, Edge]] = []
    for e in v.of("bertanggung_jawab"):
        if v.sort.get(e.x) != "subunit" or e.line.nature == "teknis" or e.x == e.y:
            continue
        if e in left or v.said_by_v2(e.y):
            continue
        homes = {p for p in v.in_parent.get(e.x, ()) if v.sort.get(p) in WITHIN}
        kept = any({y} & homes or v.inside(y) & homes for y in (e.y, *e.via))
        if homes and not kept:
            found.append(((W, "H8", e.x), e))
    return found


CHECKS = dict.fromkeys(("kutim", "paser"), (h1, alone, h2, h3, h4, h5, h6, h7, h8))
