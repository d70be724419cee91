"""S: Sekretaris Daerah, Sekretariat Daerah, Staf Ahli."""

from oracle.view import (
    ALL_STAF_AHLI,
    ANY_ASISTEN,
    BUPATI,
    SEKDA,
    SEKDA_SETDA,
    SETDA,
    B,
    Edge,
    Found,
    P,
    Task,
    View,
    W,
    denied,
)
from patuh_parser.sotk.model import Line

FIELDS = (
    "staf_ahli_bidang_pemerintahan_dan_hukum",
    "staf_ahli_bidang_ekonomi",
    "staf_ahli_bidang_kesejahteraan_rakyat",
)
SUPPORT = "dukungan_administratif_fasilitatif"
WHOLE = "koordinasi_seluruh_perangkat_daerah"
OTHERS = ("vertikal", "lainnya")


def _elsewhere(v: View, e: Edge) -> bool:
    """Answers to other than the Bupati; an Instansi Vertikal or lainnya in Kutai
    Timur is V2."""
    return e.y != BUPATI and not v.said_by_v2(e.y)


def s1(v: View) -> list[tuple[Found, Edge]]:
    """The Sekda answers to someone other than the Bupati."""
    return [
        ((P, "S1", SEKDA), e)
        for e in v.of("bertanggung_jawab")
        if e.x == SEKDA and _elsewhere(v, e)
    ]


def s2(v: View) -> list[tuple[Found, Edge]]:
    """A Staf Ahli answers to someone other than the Bupati P, whom Paser only implies and national
    law names; to the Bupati but through Sekda or an Asisten W, unless that is administrative and
    the Sekda (ruling L6). A technical line makes no superior."""
    found = [
        ((P, "S2", e.x), e)
        for e in v.of("bertanggung_jawab")
        if v.is_staf_ahli(e.x) and e.line.nature != "teknis" and _elsewhere(v, e)
    ]
    for e in v.of("bertanggung_jawab"):
        if not (v.is_staf_ahli(e.x) and e.y == BUPATI) or e.line.nature == "teknis":
            continue
        asisten = any(z == ANY_ASISTEN or v.sort.get(z) == "asisten" for z in e.via)
        sekda = set(e.via) & set(SEKDA_SETDA) and e.line.nature != "administratif"
        if asisten or sekda:
            found.append(((W, "S2", e.x), e))
    return found


def s3(v: View) -> list[tuple[Found, Edge | None]]:
    """Staf Ahli co-ordinated by someone other than Sekda or Setda (P), save that the Bupati may
    co-ordinate them, only not administratively; in a complete structure by nobody (B). Where the
    file names Staf Ahli by their fields, their common name is not asked for."""
    kinds = ("mengoordinasikan", "mengoordinasikan_administratif")
    found: list[tuple[Found, Edge | None]] = []
    served = set()
    for e in v.of(*kinds):
        if not v.is_staf_ahli(e.y):
            continue
        if e.x in SEKDA_SETDA:
            if not e.weak:
                served.add(e.y)
        elif not (e.x == BUPATI and e.kind == "mengoordinasikan"):
            found.append(((P, "S3", e.y), e))
    by_field = any(v.is_staf_ahli(u) and u != ALL_STAF_AHLI for u in v.units)
    if v.complete:
        found += [
            ((B, "S3", s), None)
            for s in {*v.units, *(e.x for e in v.edges)}
            if v.is_staf_ahli(s)
            and not {s, ALL_STAF_AHLI} & served
            and not {(P, "S3", s), (P, "S3", ALL_STAF_AHLI)} & {f for f, _ in found}
            and not (s == ALL_STAF_AHLI and by_field)
        ]
    return found


def s4(v: View) -> list[tuple[Found, Edge]]:
    """A Staf Ahli commands, guides or co-ordinates a unit, or an outside body; a command over a
    body of the kinds that the list has is V2."""
    kinds = ("membawahi", "membina", "mengoordinasikan", "mengoordinasikan_administratif")
    return [
        ((P, "S4", e.x), e)
        for e in v.of(*kinds)
        if v.is_staf_ahli(e.x) and not (e in v.commands() and v.sort.get(e.y) in OTHERS)
    ]


def s5(v: View) -> set[Found]:
    """A Staf Ahli of another field than the three (P); a complete structure lacks one (B)."""
    others = {u for u in v.units if v.is_staf_ahli(u) and u not in (*FIELDS, ALL_STAF_AHLI)}
    # besides all of the three they are too many, which national law says (M1)
    found: set[Found] = set() if set(FIELDS) <= set(v.units) else {(P, "S5", u) for u in others}
    if v.complete:
        there = {u for u in v.units if v.is_staf_ahli(u)}
        found |= {(B, "S5", s) for s in FIELDS if not {s, ALL_STAF_AHLI} & there}
    return found


def s6(v: View) -> set[Found]:
    """A complete structure gives the Sekretariat Daerah no task of support."""
    done = any(t.matter == SUPPORT and t.unit in SEKDA_SETDA for t in v.all(Task))
    said = any(
        s.act == "menyampaikan"
        and s.object == "dukungan_administratif_fasilitatif"
        and s.actor in SEKDA_SETDA
        for w in v.proposal.workflows
        for s in w.steps
    )
    return {(B, "S6", SETDA)} if v.complete and not (done or said) else set()


def s7(v: View) -> set[Found]:
    """Another than Sekda or Setda co-ordinates all agencies (W); in a complete structure nobody
    does (B). The task and the sentence "mengoordinasikan seluruh Perangkat Daerah" say the same.
    The Bupati leads them all: he takes nothing from the Sekda, and does not do it in his place."""
    who = {t.unit for t in v.all(Task) if t.matter == WHOLE}
    who |= {
        line.source
        for line in v.all(Line)
        if line.kind == "mengoordinasikan"
        and line.group == "perangkat_daerah"
        and line.source in v.sort
        and not denied(line)
        and v.sort[line.source] != "asisten"
    }
    who.discard(BUPATI)
    found: set[Found] = {(W, "S7", u) for u in who if u not in SEKDA_SETDA}
    if v.complete and not who:
        found.add((B, "S7", SEKDA))
    return found


CHECKS = {"kutim": (s1, s2, s3, s4, s7), "paser": (s1, s2, s3, s5, s6, s7)}
