"""Which norms proposals need: the certificates in corpus/certificates, `patuh kb audit --norms`."""

from zlib import crc32

import pytest

from patuh.audit import declared
from patuh.audit.needs import idle, needs, untold, with_norms
from patuh.knowledge.regulations import Regulation, regulation
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


FEW = 0.05
"""So much of the norms may be told by no proposal."""
PART = 6
"""One of so many stored proposals, chosen by its words, is checked again in the usual run, and the
first of each law."""


def drawn(law: Regulation, one: Certificate) -> bool:
    return one is stored(law.id)[0] or crc32(one.text.encode()) % PART == 0


def test_a_sixth_of_the_stored_proposals_tell_their_norms() -> None:
    every = [(law, one) for law in with_norms() for one in stored(law.id)]
    some = [(law, one) for law, one in every if drawn(law, one)]
    assert len(every) / (2 * PART) < len(some)
    assert {law.id for law, _ in some} == {law.id for law, _ in every}
    assert any(one.cited for _, one in some)
    assert any(one.beside for _, one in some)
    assert [norm for law, one in some for norm in untold(law, one)] == []


def test_few_norms_are_told_by_no_stored_proposal_and_each_has_its_reason() -> None:
    """A norm that comes has no certificate yet: it is counted here."""
    counted, left = {}, set()
    for law in with_norms():
        told = {norm for one in stored(law.id) for norm in one.norms}
        cited = {norm for one in stored(law.id) for norm in one.cited}
        assert not told & cited
        counted[law.id] = (len(told), len(cited), len(norms_in(law).every))
        left.update(idle(law))
    assert counted == {
        "kutim_41_2023": (197, 8, 220),
        "paser_56_2020": (117, 10, 155),
        "pp_12_2022": (1, 0, 1),
        "pp_18_2016": (383, 0, 385),
        "uu_23_2014": (10, 0, 12),
    }
    assert left == declared.untold().keys()
    assert len(left) <= FEW * sum(norms for _, _, norms in counted.values())


def test_a_norm_of_national_law_is_told_in_any_region() -> None:
    """What exempts hospitals shows where the regulation of the region names whom all answer to."""
    law, norm = regulation("pp_18_2016"), 'pengampu_rumah_sakit(pp_18_2016,dinas,"pasal-44.ayat-1")'
    text = PROPOSAL.replace("Paser", "Kutai Timur").replace("Dinas Sosial", "RSUD Kudungga")
    text = text.replace("langsung kepada Bupati", "kepada Dinas Kesehatan")
    assert norms_in(law).told(text, [norm]) == (norm,)
    assert norms_in(law).told(text.replace("Kutai Timur", "Bone"), [norm]) == ()


@pytest.mark.slow
def test_every_stored_proposal_tells_its_norms_and_the_others_are_noted() -> None:
    part = needs()
    assert (part.looked_at, part.defects) == (711, ())
    assert {note.kind for note in part.notes} == {"not_needed_declared"}


def test_a_norm_under_two_provisions_needs_no_proposal() -> None:
    twins = norms_in(regulation(LAW)).twins
    assert twins['bagan(paser_56_2020,"pasal-13.ayat-3")'] == (
        'bagan(paser_56_2020,"pasal-14.ayat-2.huruf-e")',
    )
