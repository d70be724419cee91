"""Names: the tables of the knowledge base, other spellings, heads, slips."""

import tomllib

import pytest
from sotk_support import HEADER, ROOT, names_of

from patuh.knowledge.names import display_names, gazetteer
from patuh_parser.sotk import SotkError, read_proposal
from patuh_parser.sotk.printing.proposal import print_proposal

KUTIM = names_of("kutim_41_2023")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Sekda", "sekretaris_daerah"),
        ("Setda", "sekretariat_daerah"),
        ("Asisten I", "asisten_pemerintahan_dan_kesejahteraan_rakyat"),
        ("Asisten 2", "asisten_perekonomian_dan_pembangunan"),
        ("Asisten III", "asisten_administrasi_umum"),
        ("Asisten", "asisten_sekretaris_daerah"),
        ("Asisten Keuangan", "Asisten Keuangan"),
        ("Staf Ahli", "staf_ahli_bupati"),
        ("Staf Ahli Bupati Bidang Ekonomi", "staf_ahli_bidang_ekonomi"),
        ("Staf Ahli Bupati Bidang Pembangunan", "Staf Ahli Bidang Pembangunan"),
        ("Ketua DPRD", "dprd"),
        ("Pimpinan DPRD", "dprd"),
        ("Bupati Kutai Timur", "bupati"),
        ("Inspektur", "Inspektorat"),
        ("Camat Bengalon", "Kecamatan Bengalon"),
        ("Lurah Teluk Lingga", "Kelurahan Teluk Lingga"),
        ("Direktur RSUD Kudungga", "Rumah Sakit Umum Daerah Kudungga"),
        ("RSUD Kudungga Kabupaten Kutai Timur", "Rumah Sakit Umum Daerah Kudungga"),
        ("RSUD Kabupaten Kutai Timur", "Rumah Sakit Umum Daerah Kabupaten Kutai Timur"),
        ("Sekretaris DPRD", "Sekretariat Dewan Perwakilan Rakyat Daerah"),
        ("Sekretaris Dinas Kesehatan", "Sekretariat pada Dinas Kesehatan"),
        ("Kepala Bidang Gizi pada Dinas Kesehatan", "Bidang Gizi pada Dinas Kesehatan"),
        ("Plt. Kepala Dinas Sosial Kabupaten Kutai Timur", "Dinas Sosial"),
        ("Bagian Kerja Sama", "Bagian Kerjasama"),
        ("Bagian Umum pada Sekretariat Daerah", "Bagian Umum"),
        ("Dinas Perumahan dan Kawasan Permukiman", "Dinas Perumahan dan Kawasan Pemukiman"),
        ("Dinas Sosial dan Pemberdayaan Warga", "Dinas Sosial dan Pemberdayaan Warga"),
        ("Dinas Kesehatan Hewan", "Dinas Kesehatan Hewan"),
        ("UPT Puskesmas Kuaro 1", "UPT Puskesmas Kuaro 1"),
    ],
)
def test_spelling_leads_to_key(written: str, key: str) -> None:
    text = f"{HEADER}STRUKTUR\nForkopimda diketuai oleh {written}."
    proposal = read_proposal(text, KUTIM)
    assert proposal.statements[-1].head == key  # type: ignore[union-attr]


OFFICES = {
    "wakil_bupati": {"Wabup"},
    "dprd": {"DPRD"},
    "sekretaris_daerah": {"Sekda"},
    "sekretariat_daerah": {"Setda"},
    "forkopimda": {"Forum Koordinasi Pimpinan Daerah"},
    "asisten_pemerintahan_dan_kesejahteraan_rakyat": {
        *("Asisten I", "Asisten 1", "Asisten Pemerintahan dan Kesra"),
    },
    "asisten_perekonomian_dan_pembangunan": {
        *("Asisten II", "Asisten 2", "Asisten Ekonomi dan Pembangunan"),
    },
    "asisten_administrasi_umum": {"Asisten III", "Asisten 3", "Asisten Admnistrasi Umum"},
    "asisten_sekretaris_daerah": {"Asisten"},
    "staf_ahli_bupati": {"Staf Ahli"},
    "staf_ahli_bidang_kesejahteraan_rakyat": {"Staf Ahli Bidang Kesra"},
}
"""The other names of the offices in `kb/names/offices.toml`."""


def test_each_office_has_its_other_names() -> None:
    table = tomllib.loads((ROOT / "kb" / "names" / "offices.toml").read_text(encoding="utf-8"))
    assert {key: set(row["also"]) for key, row in table.items() if "also" in row} == OFFICES


@pytest.mark.parametrize(
    ("body", "sort"),
    [
        ("Badan Pusat Statistik.", "vertikal"),
        ("Unsur Pelaksana:\n- Badan Pusat Statistik", "badan"),
        ("Badan Pusat Statistik merupakan Perangkat Daerah.", "badan"),
        ("Instansi Vertikal:\n- Dinas Foo", "vertikal"),
        ("Instansi lainnya:\n- Toko Roti", "lainnya"),
        ("Bagian Tata Usaha pada Dinas Sosial.", "subunit"),
        ("Bagian Tata Usaha.", "bagian"),
        ("SMP Negeri 2 Sangatta.", "unit_pelaksana_teknis"),
        ("Puskesmas Sangatta.", "unit_pelaksana_teknis"),
        ('"Bank Foo" dihapus.', "pihak_luar"),
    ],
)
def test_sort(body: str, sort: str) -> None:
    assert read_proposal(f"{HEADER}STRUKTUR\n{body}", KUTIM).units[0].sort == sort


@pytest.mark.parametrize(
    "body",
    [
        "UPT Puskesmas Kuaro 1 dan UPT Puskesmas Kuaro 2 serumpun.",
        "Seksi A dan Seksi B serumpun.",
        "Dinas Pertanian dan Dinas Peternakan serumpun.",
        "Dinas Kesehatn.\nDinas Kesehatn membawahi Dinas Sosial.",
        "Asisten I dan Asisten IV serumpun.",
        "UPT Pasar XVIII dan UPT Pasar XXIII serumpun.",
        "Bagian:\n  - Bagian Hukum\n  - Bagian Umum",
    ],
)
def test_no_slip(body: str) -> None:
    read_proposal(f"{HEADER}STRUKTUR\n{body}", KUTIM)


@pytest.mark.parametrize(
    "body",
    [
        "Dinas Kesehatn membawahi Dinas Sosial.",
        "Dinas Lingkugan Hidup membawahi Dinas Sosial.",
        "Dinas S0sial membawahi Dinas Kesehatan.",
        "Dinas Sosia1 membawahi Dinas Kesehatan.",
        "Dinas Ke5ehatan membawahi Dinas Sosial.",
        "Dinas F00barius dan Dinas Foobarius serumpun.",
        "Badan Foobarius dan Badan Foobarios serumpun.",
    ],
)
def test_slip_in_every_region(body: str) -> None:
    for regulation in ("kutim_41_2023", "paser_56_2020"):
        with pytest.raises(SotkError) as caught:
            read_proposal(f"{HEADER}STRUKTUR\n{body}", names_of(regulation))
        assert [d.code for d in caught.value.diagnostics] in (["E303"], ["E304"])


def test_lists_come_from_the_regulation() -> None:
    kutim = {name.key for name in KUTIM.names}
    paser = {name.key for name in gazetteer(ROOT / "kb", ["paser_56_2020"]).names}
    assert "Dinas Pertanahan" in kutim - paser
    assert display_names(ROOT / "kb")["sekretaris_daerah"] == "Sekretaris Daerah"


@pytest.mark.parametrize(
    ("header", "said", "used"),
    [
        ("", "Dinas Sosial disingkat Dinsosial.", "Dinsosial"),
        ("SATUAN : Loka = UPT\n", "Loka Bengalon.", "Loka Bengalon"),
    ],
)
def test_what_one_text_introduces_is_unknown_to_the_next(header: str, said: str, used: str) -> None:
    start, sentence = HEADER.rstrip("\n") + "\n", f"{used} bertanggung jawab kepada Bupati.\n"
    read_proposal(f"{start}{header}\nSTRUKTUR\n{said}\n{sentence}", KUTIM)
    with pytest.raises(SotkError) as raised:
        read_proposal(f"{start}\nSTRUKTUR\n{sentence}", KUTIM)
    assert [d.code for d in raised.value.diagnostics] == ["E301"]


def test_scores_name_units_and_are_written_again() -> None:
    header = f"{HEADER.rstrip()}\nSKOR : Dinas Sosial = 745,5; Kecamatan Muara Jati = 90\n"
    proposal = read_proposal(f"{header}\nSTRUKTUR\nDinas Sosial.\n", KUTIM)
    scores = [(key, score) for key, score, _ in proposal.header.scores]
    assert scores == [("Dinas Sosial", "745,5"), ("Kecamatan Muara Jati", "90")]
    again = read_proposal(print_proposal(proposal, KUTIM), KUTIM)
    assert [(key, score) for key, score, _ in again.header.scores] == scores
    assert {unit.key for unit in again.units} == {unit.key for unit in proposal.units}
