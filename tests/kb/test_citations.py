"""Where several provisions say the same, a finding cites each of them, and no other.

The `#!` lines of a case say nothing of provisions: a norm that another provision repeats could be
lost without any of them changing. Here the findings of one check in a case are held against the
provisions that the law has on the matter.
"""

from pathlib import Path

import pytest
from written import result

from patuh.checking import check

CASES = Path(__file__).parent / "cases"
_FIRST = "pasal-18.ayat-1.huruf-d.angka-1"
_SECOND = "pasal-18.ayat-1.huruf-d.angka-2"
_THIRD = "pasal-18.ayat-1.huruf-d.angka-3"
"""Of Kutai Timur: the three Asisten."""

CITED = {
    # Kutai Timur: an Asisten is held against the points on himself, not those on the others.
    ("A6/kutim_memberi_instruksi", "A6"): {f"{_SECOND}.huruf-b"},
    ("A6/kutim_instruksi_kepada_seluruh_perangkat_daerah", "A6"): {f"{_THIRD}.huruf-b"},
    ("A6/kutim_asisten_pertama_memberi_instruksi", "A6"): {f"{_FIRST}.huruf-b"},
    ("A9/kutim_melalui_bukan_asisten", "A9"): {
        f"{_FIRST}.huruf-a", f"{_FIRST}.huruf-a.angka-3", f"{_THIRD}.huruf-a",
        f"{_THIRD}.huruf-a.angka-1", "pasal-18.ayat-3",
    },
    ("A9/kutim_kepada_sekda", "A9"): {
        f"{_THIRD}.huruf-a", f"{_THIRD}.huruf-a.angka-1", "pasal-18.ayat-3",
    },
    ("A9/kutim_bagian_yang_dihapus", "A9"): {
        f"{_THIRD}.huruf-a", f"{_THIRD}.huruf-a.angka-2", "pasal-18.ayat-3",
    },
    ("A9/kutim_bagian_tanpa_daftar", "A9"): {f"{_SECOND}.huruf-a", "pasal-18.ayat-3"},
    ("A9/kutim_asisten_menurut_usulan", "A9"): {f"{_SECOND}.huruf-a", "pasal-18.ayat-3"},
    ("A9/kutim_dinas_disebut_bagian", "A9"): {
        f"{_FIRST}.huruf-a", f"{_SECOND}.huruf-a", f"{_THIRD}.huruf-a", "pasal-18.ayat-3",
    },
    ("A8/kutim_bagian_tanpa_asisten", "A8"): {f"{_THIRD}.huruf-a", f"{_THIRD}.huruf-a.angka-1"},
    ("A10/kutim_bukan_garis_koordinasi", "A10"): {
        f"{_FIRST}.huruf-b.angka-3", f"{_SECOND}.huruf-b.angka-3", f"{_THIRD}.huruf-b.angka-3",
    },
    ("A10/kutim_lainnya_di_luar_daftar", "A10"): {
        f"{_FIRST}.huruf-b.angka-4", f"{_THIRD}.huruf-b.angka-4",
    },
    ("A2/kutim_kepada_bupati", "A2"): {"pasal-18.ayat-1.huruf-d"},
    ("A4/kutim_kecamatan_pada_dua_asisten", "A4"): {"pasal-18.ayat-5"},
    ("H4/kutim_seksi_di_bawah_dua_bidang", "H4"): {"pasal-18.ayat-3"},
    ("H5/kutim_bidang_tanpa_induk_kepada_bupati", "H5"): {"pasal-18.ayat-3"},
    ("L4/kutim_asisten_lain", "L4"): {f"{_FIRST}.huruf-b.angka-1.angka-14", "pasal-18.ayat-5"},
    ("L5/kutim_sekda_dahulu", "L5"): {
        "pasal-18.ayat-1.huruf-d", "pasal-18.ayat-4", "pasal-18.ayat-5",
    },
    # National law stands beside the regulation where it explains a note.
    ("H2/kutim_rsud_kepada_dinas", "H2"): {"pasal-18.ayat-4", "pasal-44.ayat-1"},
    ("H6/kutim_dinas_membawahi_rsud", "H6"): {"pasal-11.huruf-d", "pasal-44.ayat-1"},
    ("I1/kutim_perintah_tanpa_wewenang", "I1"): {
        "pasal-11.huruf-d", "pasal-18.ayat-3",
    },
    ("I4/kutim_kepada_sekda", "I4"): {"pasal-1.angka-7", "pasal-18.ayat-1.huruf-c"},
    ("I4/kutim_bentuk_telaahan", "I4"): {"pasal-1.angka-7", "pasal-18.ayat-1.huruf-c"},
    ("P4/kutim_hierarkis_antar_dinas", "P4"): {
        "pasal-10.huruf-a", "pasal-11.huruf-a", "pasal-11.huruf-b", "pasal-11.huruf-c",
        "pasal-11.huruf-d",
    },
    ("R6/kutim_dua_dinas_tanpa_koordinasi", "R6"): {"pasal-12", "pasal-18.ayat-2"},
    ("S2/kutim_kepada_sekda", "S2"): {"pasal-1.angka-7", "pasal-18.ayat-1.huruf-b"},
    ("S4/kutim_membawahi_dinas", "S4"): {"pasal-1.angka-7", "pasal-18.ayat-1.huruf-c"},
    ("T1/kutim_tahun_2022", "T1"): {"pasal-21"},
    ("T1/kutim_pasal_10_ayat_1", "T1"): {"pasal-11"},
    ("T1/kutim_pasal_10_ayat_1_huruf_b", "T1"): {"pasal-12"},
    ("T1/kutim_pasal_10_ayat_1_huruf_c", "T1"): {"pasal-13"},
    ("T1/kutim_pasal_10_ayat_1_tanpa_huruf", "T1"): {"pasal-11"},
    ("T4/kutim_kolegal", "T4"): {"pasal-4.ayat-1.huruf-b"},
    ("V2/kutim_bps_kepada_sekda", "V2"): {
        "pasal-1.angka-8", "pasal-17.ayat-1", f"{_FIRST}.huruf-b.angka-3.angka-7",
    },
    ("V3/kutim_dinas_langsung_dengan_bpom", "V3"): {
        "pasal-17.ayat-1", f"{_FIRST}.huruf-b.angka-3.angka-12",
    },
    # Paser.
    ("H6/paser_dinas_membawahi_bidang_dinas_lain", "H6"): {
        "pasal-9.ayat-1", "pasal-13.ayat-2.huruf-a",
    },
    ("H6/paser_asisten_menginstruksikan_upt", "H6"): {"pasal-9.ayat-1", "pasal-13.ayat-2.huruf-a"},
    ("A3/paser_kecamatan_tanpa_asisten_sebagian", "A3"): {
        "pasal-14.ayat-2.huruf-d", "pasal-14.ayat-2.huruf-e",
    },
    ("A6/paser_membawahi", "A6"): {"pasal-14.ayat-2.huruf-d", "pasal-14.ayat-2.huruf-e"},
    ("D5/paser_tanpa_dprd", "D5"): {"pasal-12.ayat-3.huruf-b", "pasal-12.ayat-3.huruf-c"},
    ("H2/paser_kepada_wakil_bupati", "H2"): {"pasal-13.ayat-1", "pasal-14.ayat-2.huruf-e"},
    ("I2/paser_jawaban_mendahului_permintaan", "I2"): {
        "pasal-13.ayat-2.huruf-b", "pasal-13.ayat-2.huruf-g",
    },
    ("L4/paser_asisten_lain", "L4"): {"pasal-14.ayat-2.huruf-e"},
    ("R5/paser_bupati_dan_dprd", "R5"): {"pasal-7.ayat-2", "pasal-12.ayat-2"},
    ("T4/paser_konsulatif", "T4"): {"pasal-5.ayat-1.huruf-a"},
    ("T5/paser_fungsional_lintas_sektoral", "T5"): {"pasal-10.ayat-1.huruf-a"},
    ("T6/paser_hubungan_serumpun_dapat", "T6"): {
        "pasal-14.ayat-4.huruf-a", "pasal-14.ayat-4.huruf-b",
    },
    ("T6/paser_hubungan_serumpun_dapat_sebaliknya", "T6"): {
        "pasal-14.ayat-4.huruf-a", "pasal-14.ayat-4.huruf-b",
    },
    ("T6/paser_hubungan_tidak_serumpun_dapat", "T6"): {
        "pasal-14.ayat-4.huruf-a", "pasal-14.ayat-4.huruf-c",
    },
    ("T6/paser_hubungan_tidak_serumpun_dapat_sebaliknya", "T6"): {
        "pasal-14.ayat-4.huruf-a", "pasal-14.ayat-4.huruf-c",
    },
    ("T6/paser_hubungan_antar_dinas_dapat", "T6"): {"pasal-14.ayat-4.huruf-a"},
    ("T6/paser_laporan_pada_langkah_kedua_dapat", "T6"): {
        "pasal-13.ayat-2.huruf-i", "pasal-14.ayat-2.huruf-e",
    },
    ("T6/paser_laporan_insidentil_dapat", "T6"): {"pasal-13.ayat-2.huruf-i"},
    ("T7/paser_bagan_berbeda", "T7"): {"pasal-13.ayat-3", "pasal-14.ayat-2.huruf-e"},
    ("U1/paser_upt_pada_setda", "U1"): {"pasal-14.ayat-5", "pasal-14.ayat-6.huruf-a"},
    ("X1/paser_alur_perselisihan", "X1"): {
        "pasal-11.huruf-a", "pasal-11.huruf-b", "pasal-11.huruf-c",
    },
}  # fmt: skip


def test_national_law_is_cited_as_what_it_is() -> None:
    path = CASES / "H2" / "kutim_rsud_kepada_dinas.sotk"
    (finding,) = check(path.read_bytes(), path.name).findings
    assert [one.regulation for one in finding.citations] == ["kutim_41_2023", "pp_18_2016"]


@pytest.mark.parametrize(
    ("path", "checked", "provisions"),
    [
        pytest.param(CASES / f"{case}.sotk", checked, provisions, id=f"{case}-{checked}")
        for (case, checked), provisions in CITED.items()
    ],
)
def test_each_provision_that_says_it_is_cited(
    path: Path, checked: str, provisions: set[str]
) -> None:
    findings = result(path).findings
    cited = {
        citation.provision
        for finding in findings
        if finding.check == checked
        for citation in finding.citations
    }
    assert cited == provisions
