"""X: what the regulation does not speak of."""

from oracle.i import advice
from oracle.k import disputes
from oracle.l import subjects
from oracle.roster import roster
from oracle.s import WHOLE
from oracle.v import category, forum_members
from oracle.view import DPRD, SETDA, C, Found, Task, View

FOREIGN = {"cabang_dinas", "desa", "badan_usaha_milik_daerah", "staf_khusus"}
"""Sorts that no regulation of this kind deals with."""
SORTS = {
    "paser": {
        "vertikal",
        "lainnya",
        "bagian",
        "wakil_bupati",
        "kecamatan",
        "kelurahan",
        "rumah_sakit_umum_daerah",
        *FOREIGN,
    },
    "kutim": {"unit_pelaksana_teknis", "wakil_bupati", "kecamatan", "kelurahan", *FOREIGN},
}
KINDS = {
    "paser": {
        "perselisihan",
        "sinkronisasi_program",
        "renstra",
        "kebijakan_koordinatif",
    },
    "kutim": {
        "perda",
        "pinjaman",
        "kebijakan",
        "usulan",
        "kerja_sama_internasional",
        "telaahan",
        "laporan_insidentil",
    },
}

STAF_AHLI = {"paser": ("laporan", "laporan_insidentil"), "kutim": ("laporan",)}
"""Kinds of flow that the regulation knows, but of others than the Staf Ahli."""


def x1(v: View) -> set[Found]:
    """A sort of unit or a kind of flow that no norm of this regulation deals with."""
    name = "kutim" if v.kutim else "paser"
    seated = {m.member for m in forum_members(v) if category(m.member)}
    found: set[Found] = {
        (C, "X1", u)
        for u in v.sort
        if v.sort[u] in SORTS[name] and not u.startswith("setiap_") and u not in seated
    }
    if v.kutim:
        hospitals = [u for u in v.sort if v.sort[u] == "rumah_sakit_umum_daerah"]
        found |= {(C, "X1", u) for u in hospitals if u not in roster()}
    advised = [w for w, advisers in advice(v) if advisers]
    for w in v.proposal.workflows:
        scopeless = v.kutim and (
            (w.kind == "kerja_sama" and w.scope != "antar_daerah")
            or (w.kind == "perselisihan" and w not in disputes(v))
        )
        if w in advised:
            continue  # a telaahan staf by a Staf Ahli is his advice (ruling 24)
        if w.kind in KINDS[name] or scopeless:
            found.add((C, "X1", w.id))
    if v.kutim:
        found |= {(C, "X1", t.unit) for t in v.all(Task) if t.unit == SETDA and t.matter != WHOLE}
    found |= {(C, "X1", w.id) for w, advisers in advice(v) if not advisers}
    found |= {
        (C, "X1", w.id)
        for w in v.proposal.workflows
        if w.kind in STAF_AHLI[name] and any(v.is_staf_ahli(u) for u in subjects(w))
    }
    for e in v.edges:
        if v.paser and DPRD in (e.x, e.y):
            other = e.y if e.x == DPRD else e.x
            if v.sort.get(other) == "sekretariat_dprd":
                found.add((C, "X1", other))
    return found


def x2(v: View) -> set[Found]:
    """A step that is not understood, in a flow that the regulation deals with."""
    outside = {subject for _, _, subject in x1(v)}
    rules = {
        (C, "X2", word)
        for w in v.proposal.workflows
        if w.kind == "ketentuan"
        for s in w.steps
        for word in s.unjudged
    }
    return rules | {
        (C, "X2", w.id)
        for w in v.proposal.workflows
        if w.kind != "ketentuan" and w.id not in outside and any(s.unjudged for s in w.steps)
    }


CHECKS = {"kutim": (x1, x2), "paser": (x1, x2)}
