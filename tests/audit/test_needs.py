"""Which norms a proposal needs: `patuh kb audit --norms`."""

from patuh.audit.needs import stated
from patuh.checking import facts_of, read
from patuh.engine.solving.needed import needed
from patuh.knowledge.programs import Program, norms, programs
from patuh.knowledge.regulations import regulation

PROPOSAL = """\
USULAN : A
DAERAH : Kabupaten Paser

STRUKTUR

Dinas Sosial bertanggung jawab langsung kepada Bupati.
"""


def test_a_proposal_needs_the_norms_without_which_its_findings_differ() -> None:
    """H7 rests on the channel; the way of reports has no part in a line."""
    law = regulation("paser_56_2020")
    proposal, laws = read(PROPOSAL, "usulan.sotk")
    facts = [
        'pertanggungjawaban_melalui(paser_56_2020, perangkat_daerah, sekretaris_daerah, "a").',
        'jalur_laporan(paser_56_2020, pertanggungjawaban, sekretaris_daerah, "b").',
    ]
    own = {program.name for program in norms(law.id)}
    rules = [one for one in programs([law.id]) if one.name not in own]
    assert needed(rules, facts, facts_of(proposal, laws).text) == {0}


def test_norms_alike_but_for_provision_or_unit_count_as_one() -> None:
    text = (
        'daftar(r, a, bagian, "Bagian A", "pasal-1").\n'
        'daftar(r, a, bagian, "Bagian B", "pasal-2").\n'
        'bagan(r, "pasal-3").\nketentuan_tak_diuji(r, "pasal-4", asas).\n'
        "jenis_perangkat_daerah(r, x) :- peraturan(r).\n"
    )
    assert stated("r", [Program("regulations/r/pasal_01.lp", text)]) == {
        "daftar(a, bagian).": ' daftar(r, a, bagian, "Bagian A", "pasal-1").'
        ' daftar(r, a, bagian, "Bagian B", "pasal-2").',
        "bagan.": ' bagan(r, "pasal-3").',
    }
