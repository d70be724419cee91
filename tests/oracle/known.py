"""Open disagreements of disagreements.md: where the knowledge base and this reading are known to
differ. A proposal that holds one is not compared; the row goes when the matter is settled."""

from collections.abc import Callable

from oracle.comparing import PATH
from oracle.l import subjects
from oracle.view import ANY_ASISTEN, BUPATI, SEKDA, SETDA, THREE, WABUP, View, roster, soft
from patuh.checking import read

OPEN: dict[str, Callable[[View], bool]] = {
    "denied group": lambda v: any(e.whole_group for e in v.denied),
    "bound Asisten": lambda v: any(
        e.y == ANY_ASISTEN
        and v.sort.get(e.x) == "bagian"
        and not v.listed_asisten(e.x) & set(v.sort)
        for e in v.edges
    ),
    "through the own agency": lambda v: any(
        e.kind == "bertanggung_jawab" and set(e.via) & v.homes(e.x) for e in v.edges
    ),
    "Bagian under an agency": lambda v: any(
        v.sort.get(e.y) == "bagian" and v.is_pd(e.x) for e in v.commands()
    ),
    "Setda without line": lambda v: (
        SETDA in v.sort
        and v.closed(SETDA)
        and not any(e.x == SETDA and e.y == SEKDA for e in v.of("bertanggung_jawab"))
    ),
    "Asisten that does not exist over a Bagian": lambda v: any(
        v.is_asisten(e.x) and e.x not in THREE and v.sort.get(e.y) == "bagian" for e in v.edges
    ),
    "bound and other Asisten": lambda v: any(
        e.y == ANY_ASISTEN
        and v.sort.get(e.x) == "bagian"
        and any(e.x in (o.x, o.y) and (v.is_asisten(o.x) or v.is_asisten(o.y)) for o in v.edges)
        for e in v.edges
    ),
    "command between outsiders": lambda v: any(
        v.is_outside(e.x) and v.is_outside(e.y) for e in v.commands()
    ),
    "step through the listed Asisten": lambda v: (
        v.kutim
        and any(
            s.act == "berkoordinasi" and s.via and any(v.is_outside(y) for y in s.targets)
            for w in v.proposal.workflows
            for s in w.steps
        )
    ),
    "co-ordinated after arrival": lambda v: (
        v.paser
        and any(
            s.coordinated_by and o.number < s.number and BUPATI in o.targets
            for w in v.proposal.workflows
            if w.kind == "laporan"
            for s in w.steps
            for o in w.steps
        )
    ),
    "Bagian under the Bupati": lambda v: any(
        e.x in (BUPATI, SEKDA, SETDA) and v.sort.get(e.y) == "bagian" for e in v.commands()
    ),
    "Sekda over Setda": lambda v: any((e.x, e.y) == (SEKDA, SETDA) for e in v.commands()),
    "Bupati over Wakil Bupati": lambda v: (
        any((e.x, e.y) == (BUPATI, WABUP) for e in v.commands())
        or any(
            s.act == "memerintah" and s.actor == BUPATI and WABUP in s.targets
            for w in v.proposal.workflows
            for s in w.steps
        )
    ),
    "study weakened": lambda v: (
        v.kutim
        and any(
            soft(s) and s.object == "telaahan_staf" for w in v.proposal.workflows for s in w.steps
        )
    ),
    "unlisted RSUD": lambda v: (
        v.kutim
        and any(v.sort[u] == "rumah_sakit_umum_daerah" and u in roster() for u in v.sort)
        and any(v.sort[u] == "rumah_sakit_umum_daerah" and u not in roster() for u in v.sort)
    ),
    "order to a unit inside an agency": lambda v: any(
        s.act == "memerintah"
        and v.sort.get(y) in ("unit_pelaksana_teknis", "subunit", "kelompok_jabatan_fungsional")
        for w in v.proposal.workflows
        for s in w.steps
        for y in s.targets
    ),
    "advice without Staf Ahli": lambda v: any(
        w.kind == "rekomendasi_staf_ahli" and not any(v.is_staf_ahli(u) for u in subjects(w))
        for w in v.proposal.workflows
    ),
}


def open_matters(text: str) -> list[str]:
    """The open matters that a proposal holds."""
    proposal, laws = read(text, PATH)
    views = [View(proposal, law.id) for law in laws]
    return [name for name, test in OPEN.items() if any(test(view) for view in views)]
