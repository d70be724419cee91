"""P: patterns of working relations."""

from oracle.duty import done
from oracle.h import h3
from oracle.s import WHOLE
from oracle.view import (
    BUPATI,
    DPRD,
    FIVE,
    SEKDA,
    SEKDA_SETDA,
    SETDA,
    WITHIN,
    B,
    Edge,
    Found,
    P,
    Task,
    View,
    W,
    order,
)

KUTIM_ALIASES = {
    "inter_sektoral": "hierarkis",
    "lintas_sektoral": "fungsional",
    "multi_sektoral": "instansional",
    "multisektoral": "instansional",
}
PASER_ALIASES = {"lintas_sektoral": "instansional", "multi_sektoral": "multisektoral"}
KUTIM_KINDS = {"hierarkis", "fungsional", "instansional"}
PASER_KINDS = {"fungsional", "multisektoral", "instansional"}


def subkind(v: View, e: Edge) -> str | None:
    """The sub-kind of co-ordination in the words of this regulation (10, 14(4)c); a bracketed
    term alone stands for it."""
    written = e.line.subpattern or e.line.sectoral_term
    if written is None:
        return None
    plain = written.replace(" ", "_")
    return (KUTIM_ALIASES if v.kutim else PASER_ALIASES).get(plain, written)


def relations(v: View) -> list[Edge]:
    return v.of("berhubungan_kerja")


def p1(v: View) -> list[tuple[Found, Edge]]:
    """A pattern that is none of the five."""
    return [
        ((P, "P1", e.x), e)
        for e in relations(v)
        if e.line.pattern is not None and e.line.pattern not in FIVE
    ]


def p2(v: View) -> list[tuple[Found, Edge]]:
    """A sub-kind of co-ordination that this regulation does not know."""
    known = KUTIM_KINDS if v.kutim else PASER_KINDS
    return [
        ((P, "P2", e.x), e)
        for e in relations(v)
        if e.line.subpattern is not None and subkind(v, e) not in known
    ]


def pair(v: View, x: str, y: str) -> str | None:
    """The pair of parties in Paser 12-14; the Sekda stands for the Sekretariat Daerah."""
    named = (x, y)
    x, y = (SETDA if u == SEKDA else u for u in (x, y))
    if {x, y} == {BUPATI, DPRD}:
        return "bupati_dprd"
    for one, other in ((x, y), (y, x)):
        if one == BUPATI and v.is_pd(other) and SEKDA not in named:
            return "bupati_pd"
        if one == SETDA and v.is_pdx(other):
            return "setda_pd"
        if (
            v.is_office(one)
            and v.sort.get(other) == "unit_pelaksana_teknis"
            and one in v.agencies(other)
        ):
            return "dinas_upt"
        if (
            one == DPRD
            and v.is_pd(other)
            and SEKDA not in named
            and v.sort[other] != "sekretariat_dprd"
        ):
            return "dprd_pd"
    if v.is_pdx(x) and v.is_pdx(y) and x != y:
        return "pd_pd"
    return None


ALLOWED = {
    "bupati_dprd": {"kolegial", "konsultatif"},
    "bupati_pd": {"struktural", "koordinatif"},
    "setda_pd": {"struktural", "koordinatif"},
    "pd_pd": {"koordinatif", "fungsional"},
    "dinas_upt": {"struktural", "koordinatif"},
    "dprd_pd": FIVE - {"struktural"},
}


def p3(v: View) -> list[tuple[Found, Edge]]:
    """Paser: a pattern that does not fit the pair; P if structural or Bupati-DPRD, else W. So
    does a command between two agencies, or a line of command or account Bupati-DPRD.
    Kutai Timur: a structural relation between two agencies is W."""
    found: list[tuple[Found, Edge]] = []
    for e in relations(v):
        q, j = pair(v, e.x, e.y), e.line.pattern
        if v.kutim:
            hospital = "rumah_sakit_umum_daerah" in (v.sort.get(e.x), v.sort.get(e.y))
            hospital = hospital and "dinas" in (v.sort.get(e.x), v.sort.get(e.y))
            if hospital:
                continue  # PP 72/2019 puts it under the Dinas
            if j == "struktural" and v.is_pd(e.x) and v.is_pd(e.y) and e.x != e.y:
                found.append(((W, "P3", e.x), e))
        elif q and j in FIVE and j != "konsultatif" and j not in ALLOWED[q]:
            hard = j == "struktural" or q == "bupati_dprd"
            found.append(((P if hard else W, "P3", e.x), e))
    if v.paser:
        for e in [*v.commands(), *v.of("bertanggung_jawab")]:
            q = pair(v, e.x, e.y)
            if q == "bupati_dprd" or (q == "pd_pd" and e.kind != "bertanggung_jawab"):
                found.append(((P, "P3", e.x), e))
    return found


def p4(v: View) -> list[tuple[Found, Edge]]:
    """Kutai Timur: hierarchical co-ordination where neither is above the other: P if both are
    agencies, if one is nobody's subordinate here, if a superior outside the pair is known, or if
    the structure is complete; else B. The Bupati is above all of the regional government."""
    up = v.over(supplied=True, without=v.wrong)
    found: list[tuple[Found, Edge]] = []
    for e in relations(v):
        x, y = e.x, e.y
        if subkind(v, e) != "hierarkis" or v.above(x, y, up) or v.above(y, x, up):
            continue
        if BUPATI in (x, y) and v.is_internal(x) and v.is_internal(y):
            continue
        known = (v.is_pd(x) and v.is_pd(y)) or bool((up.get(x, set()) | up.get(y, set())) - {x, y})
        known = known or not (v.is_internal(x) and v.is_internal(y))
        found.append(((P if known or (v.closed(x) and v.closed(y)) else B, "P4", x), e))
    return found


def p5(v: View) -> list[tuple[Found, Edge]]:
    """Kutai Timur: functional or institutional co-ordination with a party that is internal and
    no agency. The Sekda counts as agency; a Bagian with another agency is W."""
    found: list[tuple[Found, Edge]] = []
    for e in relations(v):
        if subkind(v, e) not in ("fungsional", "instansional"):
            continue
        for u, other in ((e.x, e.y), (e.y, e.x)):
            if not v.is_internal(u) or v.is_pd(u) or u == SEKDA:
                continue
            soft = v.sort[u] == "bagian" and v.is_pdx(other)
            found.append(((W if soft else P, "P5", e.x), e))
    return found


def p6(v: View) -> list[tuple[Found, Edge]]:
    """Paser: the kind of co-operation of two agencies contradicts their declared kinship and no
    line of the right kind exists (P); a kind without any declaration (W). A functional working
    relation (5(1)c, 8) is functional co-operation."""
    found: list[tuple[Found, Edge]] = []
    for e in relations(v):
        kind = subkind(v, e)
        if e.line.pattern != "koordinatif" or pair(v, e.x, e.y) != "pd_pd":
            continue
        if kind not in PASER_KINDS:
            continue
        declared = v.kin(e.x, e.y)
        if not declared:
            found.append(((W, "P6", e.x), e))
            continue
        others = [o for o in relations(v) if {o.x, o.y} == {e.x, e.y} and not o.weak]
        kinds = {subkind(v, o) or o.line.pattern for o in others} & PASER_KINDS
        for kin in declared:
            if (kind == "fungsional") != kin and kin not in {k == "fungsional" for k in kinds}:
                found.append(((P, "P6", e.x), e))
    return found


def p7(v: View) -> set[Found]:
    """Of the agencies with the same task, co-ordinative relations do not link all, directly or
    through another of them."""
    linked: dict[str, set[str]] = {}
    for e in relations(v):
        if e.line.pattern == "koordinatif" and not e.weak:
            linked.setdefault(e.x, set()).add(e.y)
            linked.setdefault(e.y, set()).add(e.x)
    holders: dict[str, set[str]] = {}
    for t in v.all(Task):
        if v.is_pd(t.unit) and t.matter != WHOLE and not t.common:
            holders.setdefault(t.matter, set()).add(t.unit)
    found: set[Found] = set()
    for units in holders.values():
        first = min(units, key=order)
        reached, todo = {first}, [first]
        while todo:
            more = (linked.get(todo.pop(), set()) & units) - reached
            reached |= more
            todo += more
        if reached != units:
            found.add((W, "P7", first))
    return found


TOGETHER = {
    "bupati_dprd": ("kolegial", "konsultatif"),
    "bupati_pd": ("struktural", "koordinatif"),
    "setda_pd": ("struktural", "koordinatif"),
    "dinas_upt": ("struktural", "koordinatif"),
}
"""The patterns that Paser 12(1), 13(1), 14(1) and 14(5) order at once."""


def p8(v: View) -> set[Found]:
    """Paser: one of the patterns that belong together is stated without the other. Where that is
    said to be the only one P; else B, if the structure is complete for the lower of the two and
    the other is not there in substance either. The line that H3 misses is the structural one."""
    cut_off = {("bupati_pd", u, "struktural") for _, _, u in h3(v)}
    stated: dict[tuple[str, str, str], set[str]] = {}
    alone: set[tuple[str, str, str]] = set()
    for e in relations(v):
        q = pair(v, e.x, e.y)
        if q not in TOGETHER or e.weak or e.line.pattern not in TOGETHER[q]:
            continue
        x, y = (SETDA if u == SEKDA and q == "setda_pd" else u for u in (e.x, e.y))
        lower = {
            "bupati_dprd": DPRD,
            "bupati_pd": y if x == BUPATI else x,
            "setda_pd": y if x == SETDA else x,
            "dinas_upt": y if v.sort.get(y) == "unit_pelaksana_teknis" else x,
        }[q]
        upper = x if lower == y else y
        stated.setdefault((q, upper, lower), set()).add(e.line.pattern)
        if e.line.only:
            alone.add((q, upper, lower))
    return {
        (P if (q, upper, lower) in alone else B, "P8", lower)
        for (q, upper, lower), patterns in stated.items()
        if len(patterns) == 1
        for other in TOGETHER[q]
        if other not in patterns
        and (
            (q, upper, lower) in alone
            or (
                v.closed(lower)
                and (q, lower, other) not in cut_off
                and not _in_substance(v, q, upper, lower, other)
            )
        )
    }


def _in_substance(v: View, q: str, upper: str, lower: str, pattern: str) -> bool:
    """What the proposal makes of the relation without naming its pattern (ruling L4)."""
    over = {upper} | (set(SEKDA_SETDA) if q == "setda_pd" else set())
    if q == "dinas_upt":
        over |= {u for u in v.sort if upper in v.inside(u) and u != lower}
        over = {u for u in over if u == upper or v.sort[u] in WITHIN}
    if pattern == "struktural":
        for e in v.of("bertanggung_jawab"):
            passes = q == "setda_pd" and set(e.via) & set(SEKDA_SETDA)
            answers = e.y in over and e.line.nature != "teknis"
            if e.x == lower and not e.weak and (answers or passes):
                return True
        return any(e.x in over and e.y == lower and not e.weak for e in v.commands())
    if pattern == "koordinatif":
        kinds = ("mengoordinasikan", "mengoordinasikan_administratif", "membina")
        if any(e.x in over and e.y == lower and not e.weak for e in v.of(*kinds)):
            return True
        if any(t.unit in over and t.task == WHOLE for t in v.all(Task)) and v.is_pd(lower):
            return True
        if q == "setda_pd" and (v.declared_asisten(lower) or v.listed_asisten(lower)):
            return True
        return any(
            s.act in ("berkoordinasi", "mengoordinasikan")
            and any(
                (s.actor in over and t == lower) or (s.actor == lower and t in over)
                for t in s.targets
            )
            for w in v.proposal.workflows
            for s in done(v, w)
        )
    kinds = ("perda", "pinjaman", "kebijakan", "kerja_sama_internasional")
    for w in v.proposal.workflows:
        for s in done(v, w):
            if pattern == "kolegial" and w.kind in kinds:
                told = w.kind not in ("perda", "pinjaman") and s.actor == BUPATI
                if s.actor == DPRD or (told and DPRD in s.targets):
                    return True
            if pattern == "konsultatif":
                consults = s.act == "berkonsultasi" and {s.actor, *s.targets} >= {BUPATI, DPRD}
                consults = consults and s.actor in (BUPATI, DPRD)
                if (w.kind == "usulan" and s.actor == DPRD) or consults:
                    return True
    return False


CHECKS = {"kutim": (p1, p2, p3, p4, p5, p7), "paser": (p1, p2, p3, p6, p7, p8)}
__all__ = ["CHECKS", "SEKDA_SETDA", "subkind"]
