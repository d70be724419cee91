"""What Python reads of the knowledge base as values: norms, sorts and offices."""

from patuh.knowledge.norms import constants, norms, sorts
from patuh.knowledge.offices import offices

KUTIM, PASER = "kutim_41_2023", "paser_56_2020"


def test_a_pool_is_one_norm_for_each_value() -> None:
    assert norms(PASER, "kewajiban_induk") == tuple(
        ("kewajiban_induk", (PASER, aspect, "pasal-14.ayat-6.huruf-a"))
        for aspect in ("pembinaan", "pengendalian", "evaluasi")
    )


def test_a_string_of_several_words_is_one_value() -> None:
    assert constants((KUTIM,), "unsur_forkopimda", 1) == (
        "dprd",
        "Kepolisian Resort Kutai Timur",
        "Kejaksaan Negeri",
        "Komando Distrik Militer 0909/Sangatta",
    )
    assert constants((PASER,), "unsur_forkopimda", 1) == ()


def test_an_rsud_is_an_agency_only_where_the_regulation_lists_it_as_one() -> None:
    assert sorts((KUTIM,)).agencies - sorts((PASER,)).agencies == {"rumah_sakit_umum_daerah"}
    assert sorts((KUTIM,)).always_agencies == sorts((PASER,)).agencies


def test_no_sort_stands_in_two_places() -> None:
    known = sorts((KUTIM, PASER))
    assert not known.agencies & known.inside
    assert not (known.agencies | known.inside) & known.outside


def test_a_regulation_names_only_asisten_that_are_offices_of_one_person() -> None:
    for regulation in (KUTIM, PASER):
        named = constants((regulation,), "asisten_resmi", 1)
        assert [offices()[key].kind for key in named] == ["jabatan"] * 3


def test_each_office_is_of_its_sort_and_kind() -> None:
    one, body, forum, all_of = "jabatan", "lembaga", "forum", "kolektif"
    assert {key: (office.sort, office.kind) for key, office in offices().items()} == {
        "bupati": ("bupati", one),
        "wakil_bupati": ("wakil_bupati", one),
        "dprd": ("dprd", body),
        "sekretaris_daerah": ("sekretaris_daerah", one),
        "sekretariat_daerah": ("sekretariat_daerah", body),
        "forkopimda": ("forkopimda", forum),
        "setiap_instansi_vertikal": ("vertikal", "lembaga"),
        "asisten_pemerintahan_dan_kesejahteraan_rakyat": ("asisten", one),
        "asisten_perekonomian_dan_pembangunan": ("asisten", one),
        "asisten_administrasi_umum": ("asisten", one),
        "asisten_sekretaris_daerah": ("asisten", all_of),
        "staf_ahli_bupati": ("staf_ahli", all_of),
        "staf_ahli_bidang_pemerintahan_dan_hukum": ("staf_ahli", one),
        "staf_ahli_bidang_ekonomi": ("staf_ahli", one),
        "staf_ahli_bidang_kesejahteraan_rakyat": ("staf_ahli", one),
    }
