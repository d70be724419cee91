"""Which sentences and steps the regulation commands, so that "dapat" weakens a duty (T6).

What T6 already finds is not found a second time as missing: such a step counts as done.
"""

from oracle.view import BUPATI, SEKDA_SETDA, WITHIN, Edge, View, soft, steps
from patuh_parser.sotk.model import Step, Workflow

MATERIAL = ("bahan", "masukan", "data", "informasi", "pendapat", "telaahan")
STAGES = (
    "melakukan_observasi",
    "meninjau_kelayakan",
    "berkonsultasi",
    "berkoordinasi",
    "mengoordinasikan",
    "mengadakan_rapat",
    "memimpin_rapat",
)


def commanded_line(v: View, e: Edge) -> bool:
    """Kutai Timur 18(3): to answer to one's superior. Paser 14(2)e: to account to the Bupati;
    14(6)c: an UPT to its Dinas or Badan; 14(2)d and 14(4): to co-ordinate with the Sekretariat
    Daerah and with each other."""
    x, y = e.x, e.y
    if e.kind == "bertanggung_jawab":
        if v.is_pd(x) and y != BUPATI:
            return False
        if v.kutim:
            return v.is_pd(x) or v.sort.get(x) in WITHIN
        if v.sort.get(x) == "unit_pelaksana_teknis":
            own = v.homes(x) | v.inside(x)
            return bool(own & ({y} | v.inside(y))) or (not own and v.is_office(y))
        return v.is_pdx(x) and y == BUPATI
    if v.kutim or e.kind != "berhubungan_kerja" or e.line.pattern != "koordinatif":
        return False
    return v.is_pdx(x) and (v.is_pd(y) or y in SEKDA_SETDA)


def commanded_step(v: View, w: Workflow, s: Step) -> bool:
    """The acts that Paser 12(3)f, 13(2)e-i, 14(2)d-e, 14(4), 14(6)c, 15 and Kutai Timur 18(3)
    command."""
    pd = v.is_pd(s.actor)
    report = s.act == "menyampaikan" and (
        w.kind in ("laporan", "laporan_insidentil") or (s.object or "").startswith("laporan")
    )
    orders = [o for o in steps(w) if o.act == "memerintah" and s.actor in o.targets]
    ordered = any(v.kutim or o.actor == BUPATI for o in orders)
    if v.kutim:
        inner = v.sort.get(s.actor) in WITHIN
        return (pd or inner) and (report or (s.act == "melaksanakan" and ordered))
    lkpj = w.kind == "lkpj" or s.object == "lkpj"
    if lkpj and s.act == "menyampaikan" and s.actor == BUPATI:
        return True
    if w.kind == "kerja_sama" and pd and s.act in STAGES:
        return True
    if pd and s.act == "membantu" and BUPATI in s.targets:
        return True
    if pd and report:
        return True
    material = any(word in (s.object or "") for word in MATERIAL)
    if pd and s.act == "menyampaikan" and BUPATI in s.targets and material:
        return True
    if pd and (s.act == "membuat_telaahan" or (s.act == "melaksanakan" and ordered)):
        return True
    others = [y for y in s.targets if y != s.actor]
    if pd and s.act == "berkoordinasi" and any(v.is_pd(y) or y in SEKDA_SETDA for y in others):
        return True
    return report and v.sort.get(s.actor) == "unit_pelaksana_teknis"


def done(v: View, w: Workflow) -> list[Step]:
    """The steps that satisfy, with those that T6 already finds weakened."""
    return [s for s in w.steps if not soft(s) or commanded_step(v, w, s)]
