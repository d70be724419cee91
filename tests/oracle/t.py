"""T: drafts, terms, the calendar."""

from oracle.denial import line_level, manner
from oracle.duty import concerned, step_level
from oracle.exemptions import exemption_level
from oracle.p import subkind
from oracle.texts import text_of
from oracle.view import (
    ANY_ASISTEN,
    BUPATI,
    DPRD,
    SEKDA,
    SEKDA_SETDA,
    SETDA,
    C,
    Edge,
    Exemption,
    Found,
    Head,
    P,
    View,
    W,
)
from patuh_parser.sotk.forms import BOUND_ASISTEN
from patuh_parser.sotk.model import Citation, Step

KNOWN = {
    ("Kabupaten Paser", 56, 2020): "paser_56_2020",
    ("Kabupaten Kutai Timur", 41, 2023): "kutim_41_2023",
}
IN_FORCE = {"paser": (2020, 4, 20), "kutim": (2023, 1, 27)}


def region(v: View) -> str:
    return "Kabupaten Kutai Timur" if v.kutim else "Kabupaten Paser"


def of(c: Citation) -> str:
    """The region of a citation under its full name."""
    return {"Kabupaten Kutim": "Kabupaten Kutai Timur"}.get(c.region, c.region)


def t1(v: View) -> set[Found]:
    """A reference to a provision that does not exist; "41 Tahun 2022", as the Berita Daerah has it,
    for 41 Tahun 2023, wherever it is cited."""
    found: set[Found] = set()
    for c in v.proposal.header.references:
        law = KNOWN.get((of(c), c.number, c.year))
        if law == v.regulation and c.provision and not text_of(law).find(c.provision):
            found.add((W, "T1", c.provision))
    for c in (*v.proposal.header.bases, *v.proposal.header.references):
        if v.kutim and (of(c), c.number, c.year) == ("Kabupaten Kutai Timur", 41, 2022):
            found.add((W, "T1", c.year))
    return found


def t2(v: View) -> set[Found]:
    """Perbup 47/2014 as legal basis after its repeal."""
    date = v.proposal.header.date
    if date is None or (date.year, date.month, date.day) < IN_FORCE["kutim"]:
        return set()
    return {
        (P, "T2", c.region)
        for c in v.proposal.header.bases
        if c.kind == "Peraturan Bupati"
        and (of(c), c.number, c.year) == ("Kabupaten Kutai Timur", 47, 2014)
    }


def t3(v: View) -> set[Found]:
    """The regulation of another regency as legal basis (P), as mere reference (W). Of regencies
    whose regulation is not here, only a Peraturan Bupati as legal basis."""
    found: set[Found] = set()
    header = v.proposal.header
    for level, citations in ((P, header.bases), (W, header.references)):
        for c in citations:
            other = of(c)
            known = other in {place for place, _, _ in KNOWN}
            perbup = level == P and c.kind == "Peraturan Bupati"
            if other != region(v) and (known or perbup):
                found.add((level, "T3", other))
    return found


def t4(v: View) -> set[Found]:
    """A term spelt otherwise than the law."""
    return {(C, "T4", term.written) for term in v.proposal.terms}


PARTNERS = {
    True: {
        "hierarkis": {"inter_sektoral"},
        "fungsional": {"lintas_sektoral"},
        "instansional": {"multi_sektoral"},
    },
    False: {
        "fungsional": set(),
        "multisektoral": {"multi_sektoral", "lintas_sektoral"},
        "instansional": {"lintas_sektoral", "multi_sektoral"},
    },
}


def t5(v: View) -> list[tuple[Found, Edge]]:
    """The sectoral term in brackets is not that of the sub-kind."""
    found: list[tuple[Found, Edge]] = []
    for e in [*v.edges, *v.denied]:
        if e.kind != "berhubungan_kerja":
            continue
        label, kind = e.line.sectoral_term, subkind(v, e)
        partners = PARTNERS[v.kutim].get(kind or "")
        if v.kutim and e.line.subpattern == "multisektoral":
            continue  # a term itself, in one word: there is no sub-kind for another to stand beside
        if label and partners is not None and label not in partners:
            found.append(((W, "T5", label), e))
    return found


def t6(v: View) -> list[tuple[Found, Edge | None]]:
    """A norm is weakened to "dapat", denied, or a unit exempted from it."""
    found: list[tuple[Found, Edge | None]] = []
    for e in [e for e in v.edges if e.weak] + v.denied:
        if grave := line_level(v, e):
            found.append(((grave, "T6", BOUND_ASISTEN if e.x == ANY_ASISTEN else e.x), e))
    for w in v.proposal.workflows:
        for s in w.steps:
            if grave := step_level(v, w, s):
                found.append(((grave, "T6", s.actor), None))
            rule = w.kind == "ketentuan" and s.act == "menyampaikan" and not s.negated
            if rule and s.only and s.targets and _misses(v, s):
                found.append(((P, "T6", s.actor), None))
            pdx = v.paser and v.is_pdx(s.actor) and not s.negated
            found += [
                ((P, "T6", s.actor), None)
                for y in s.uncoordinated
                if pdx and y != s.actor and (v.is_pdx(y) or y in SEKDA_SETDA)
            ]
            found += [
                ((P, "T6", s.actor), None)
                for y in s.uncoordinated
                if v.kutim and v.is_staf_ahli(s.actor) and not s.negated and concerned(w, [y])
            ]
    for head in v.all(Head):
        how = manner(head)
        if how and v.sort.get(head.unit) == "forkopimda" and head.head == BUPATI:
            found.append(((W if how == "dapat" else P, "T6", head.unit), None))
    for x in v.all(Exemption):
        if grave := exemption_level(v, x):
            found.append(((grave, "T6", x.unit), None))
    return found


def _misses(v: View, s: Step) -> bool:
    """Whether what is given to some only does not reach whom the law gives it to."""
    if v.is_staf_ahli(s.actor) and s.object == "rekomendasi":
        return BUPATI not in s.targets
    if v.kutim:
        return False
    if s.actor == BUPATI:
        return s.object == "lkpj" and DPRD not in s.targets
    upt = v.sort.get(s.actor) == "unit_pelaksana_teknis" and (s.object or "").startswith("laporan")
    return upt and bool(v.agencies(s.actor)) and v.agencies(s.actor).isdisjoint(s.targets)


def unit(u: str) -> str:
    """The Sekda as the head of the Sekretariat Daerah."""
    return SETDA if u == SEKDA else u


def _ends(v: View, e: Edge) -> set[str]:
    """Where a line leads and through whom, each "Asisten yang membidangi" by his name."""
    places = {e.y, *e.via}
    return places.union(*(v.named(e.x, place) for place in places))


def t7(v: View) -> set[Found]:
    """A draft without chart; a line of the chart that the text contradicts."""
    found: set[Found] = set()
    p = v.proposal
    if p.header.kind == "rancangan" and not p.has_chart:
        found.add((W, "T7", "rancangan"))
    for line in p.chart:
        if line.group or line.negated or line.modality == "tidak_wajib":
            continue
        for e in v.spread(line):
            same = [o for o in v.edges if o.kind == e.kind]
            if _other_way(v, e, same):
                found.add((W, "T7", e.x))
            denied = any((o.kind, o.x, o.y) == (e.kind, e.x, e.y) for o in v.denied)
            if any(unit(o.x) == unit(e.x) and unit(e.y) in map(unit, _ends(v, o)) for o in same):
                continue
            if e.kind == "bertanggung_jawab":
                against = any(o.x == e.x for o in same)
            else:
                against = any(o.y == e.y for o in same)
            coordinating = ("mengoordinasikan", "mengoordinasikan_administratif")
            swap = {"membawahi": coordinating, "mengoordinasikan": ("membawahi",)}
            other = v.of(*swap.get(e.kind, ()))
            against = against or any((o.x, o.y) == (e.x, e.y) for o in other)
            if against or denied:
                found.add((W, "T7", e.x))
    return found


def _other_way(v: View, e: Edge, same: list[Edge]) -> bool:
    """Whether the chart's line of account takes another way than the text: another Asisten than
    the text names for the unit, past the Sekda or through him against what the text says."""
    text = [o for o in same if (o.x, o.y) == (e.x, e.y)]
    if e.kind != "bertanggung_jawab" or not text:
        return False
    ways = [_ends(v, o) for o in same if o.x == e.x]
    named = {z for way in ways for z in way if v.sort.get(z) == "asisten"}
    named |= {o.x for o in v.of("mengoordinasikan") if o.y == e.x and v.sort[o.x] == "asisten"}
    drawn = {z for z in e.via if v.sort.get(z) == "asisten"}
    through = [bool(set(o.via) & set(SEKDA_SETDA)) for o in text]
    direct = e.line.direct or bool(set(e.line.without) & set(SEKDA_SETDA))
    said_direct = any(o.line.direct or set(o.line.without) & set(SEKDA_SETDA) for o in text)
    return (
        bool(named and drawn - named)
        or (direct and all(through))
        or (said_direct and bool(set(e.via) & set(SEKDA_SETDA)) and not any(through))
    )


def t8(v: View) -> set[Found]:
    """The proposal is dated before the regulation is in force."""
    date = v.proposal.header.date
    early = (
        date is not None
        and (date.year, date.month, date.day) < IN_FORCE["kutim" if v.kutim else "paser"]
    )
    return {(C, "T8", region(v))} if early else set()


CHECKS = {
    "kutim": (t1, t2, t3, t4, t5, t6, t7, t8),
    "paser": (t1, t3, t4, t5, t6, t7, t8),
}
