"""Which norms proposals need: the certificates in corpus/certificates, `patuh kb audit --norms`."""

from patuh.audit.needs import needs, untold
from patuh.knowledge.regulations import regulation
from patuh.revision.adequacy import Certificate, norms_in, resting_on, stored

LAW = "paser_56_2020"
TOLD = (
    "pertanggungjawaban_melalui(paser_56_2020,perangkat_daerah,sekretaris_daerah,"
    '"pasal-14.ayat-2.huruf-e")'
)
OTHER = (
    'jalur_laporan(paser_56_2020,pertanggungjawaban,sekretaris_daerah,"pasal-14.ayat-2.huruf-e")'
)
PROPOSAL = """\
USULAN : A
DAERAH : Kabupaten Paser

STRUKTUR

Dinas Sosial bertanggung jawab langsung kepada Bupati.
"""


def test_a_proposal_needs_the_norms_without_which_its_findings_differ() -> None:
    """H7 rests on the channel; the way of reports has no part in a line."""
    law = regulation(LAW)
    assert norms_in(law).told(PROPOSAL, [TOLD, OTHER]) == (TOLD,)
    assert untold(law, Certificate(PROPOSAL, (TOLD, OTHER, "no_norm(x)"))) == (OTHER, "no_norm(x)")


def test_a_norm_beside_others_is_one_on_which_a_finding_rests() -> None:
    """Without the line of the text there is that of the reading, and H2 speaks all the same."""
    bare = PROPOSAL.replace("A\nDAERAH", "A\nLINGKUP: lengkap\nDAERAH")
    bare = bare.replace(" bertanggung jawab langsung kepada Bupati", "")
    norm = 'pertanggungjawaban(paser_56_2020,perangkat_daerah,bupati,tafsir,"pasal-13.ayat-1")'
    law = regulation(LAW)
    assert norms_in(law).told(bare, [norm]) == ()
    assert norm in resting_on(bare)
    assert untold(law, Certificate(bare, (), (norm, OTHER))) == (OTHER,)


def test_every_stored_proposal_tells_its_norms_and_few_norms_are_told_by_none() -> None:
    """A norm that comes has no certificate yet: it is noted, and counted here."""
    part = needs()
    assert (part.looked_at, part.defects) == (375, ())
    untold_norms = [note.values["norm"] for note in part.notes if note.kind == "not_needed"]
    every = [one for law in (LAW, "kutim_41_2023") for one in stored(law)]
    told = {norm for one in every for norm in one.norms}
    cited = {norm for one in every for norm in one.cited}
    assert (len(told), len(cited), len(untold_norms)) == (308, 17, 18)
    assert not told & cited


def test_a_norm_under_two_provisions_needs_no_proposal() -> None:
    twins = norms_in(regulation(LAW)).twins
    assert twins['bagan(paser_56_2020,"pasal-13.ayat-3")'] == (
        'bagan(paser_56_2020,"pasal-14.ayat-2.huruf-e")',
    )
