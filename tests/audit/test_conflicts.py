"""Norms that demand incompatible things, each added to a copy of Paser's article 14."""

import pytest
from audit.broken import Copy

FILE = "regulations/paser_56_2020/pasal_14.lp"
HERE = "pasal-14.ayat-6.huruf-b"


def written(norm: str) -> str:
    """The norm as a fact of the article, or of what is said: `norm(A, B) in pasal-1 of lain`."""
    norm, _, law = norm.partition(" of ")
    norm, _, provision = norm.partition(" in ")
    name, _, arguments = norm.partition("(")
    return f'{name}({law or "paser_56_2020"}, {arguments[:-1]}, "{provision or HERE}").'


def added(copy: Copy, *norms: str) -> set[tuple[str, ...]]:
    """Kind, unit, demands and provisions of what the norms bring about."""
    for norm in norms:
        copy.append(FILE, written(norm))
    keys = ("kind", "unit", "demand", "counter", "provision", "other")
    return {tuple(said[key] for key in keys) for _, said in copy.found("conflicts")}


CLOSED = "pasal-1.angka-6"
ASISTEN = (
    "asisten_pemerintahan_dan_kesejahteraan_rakyat",
    "asisten_perekonomian_dan_pembangunan",
    "asisten_administrasi_umum",
)
STAF_AHLI = (
    "staf_ahli_bidang_pemerintahan_dan_hukum",
    "staf_ahli_bidang_ekonomi",
    "staf_ahli_bidang_kesejahteraan_rakyat",
)
COMMAND = ("perintah_dan_koordinasi", "asisten", "memerintah(perangkat_daerah)",
           "mengoordinasikan(perangkat_daerah)", HERE)  # fmt: skip
SUPERIORS = ("atasan", "unit_pelaksana_teknis", "bupati", "perangkat_daerah_induk", HERE)
CASES: dict[str, tuple[list[str], set[tuple[str, ...]]]] = {
    "two_asisten_for_one_unit": (
        ['daftar(asisten_administrasi_umum, pelaksana, "Dinas Sosial")',
         'daftar(asisten_perekonomian_dan_pembangunan, pelaksana, "Dinas Sosial")'],
        {("asisten", "Dinas Sosial", "asisten_administrasi_umum",
          "asisten_perekonomian_dan_pembangunan", HERE, HERE)},
    ),
    "two_superiors_for_one_group": (
        ["pertanggungjawaban(unit_pelaksana_teknis, bupati, tekstual)"],
        {(*SUPERIORS, "pasal-14.ayat-6.huruf-c"), (*SUPERIORS, "pasal-9.ayat-1")},
    ),
    "command_where_only_coordination_is_left": (
        ["wewenang_memerintah(asisten, perangkat_daerah)"],
        {(*COMMAND, "pasal-14.ayat-2.huruf-d"), (*COMMAND, "pasal-14.ayat-2.huruf-e")},
    ),
    "one_unit_inside_and_outside": (
        ['daftar(asisten_administrasi_umum, pelaksana, "Ombudsman")',
         'daftar(asisten_administrasi_umum, lainnya, "Ombudsman")'],
        {("dalam_dan_luar", "Ombudsman", "pelaksana", "lainnya", HERE, HERE)},
    ),
    "an_asisten_and_all_asisten_with_two_superiors": (
        ["pertanggungjawaban(asisten, bupati, tekstual)"],
        {("atasan", asisten, "bupati", "sekretaris_daerah", HERE, CLOSED)
         for asisten in ("asisten", *ASISTEN)},
    ),
    "two_addressees_of_a_report": (
        ["tujuan_laporan(pertanggungjawaban, sekretaris_daerah)"],
        {("tujuan", "pertanggungjawaban", "bupati", "sekretaris_daerah", "pasal-14.ayat-2.huruf-e",
          HERE)},
    ),
    "two_who_ask_for_consent": (
        ["peminta_persetujuan(pinjaman, dprd)"],
        {("peminta_persetujuan", "pinjaman", "bupati", "dprd", "pasal-12.ayat-3.huruf-e", HERE)},
    ),
    "two_who_give_account_to_the_dprd": (
        ["penyampaian_lkpj(sekretaris_daerah, dprd)"],
        {("penyampai", "lkpj", "bupati", "sekretaris_daerah", "pasal-12.ayat-3.huruf-f", HERE)},
    ),
    "two_to_whom_account_is_given": (
        ["penyampaian_lkpj(bupati, gubernur)"],
        {("penerima", "lkpj", "dprd", "gubernur", "pasal-12.ayat-3.huruf-f", HERE)},
    ),
    "another_who_gives_account_to_another": (
        ["penyampaian_lkpj(sekretaris_daerah, gubernur)"],
        {("penyampai", "lkpj", "bupati", "sekretaris_daerah", "pasal-12.ayat-3.huruf-f", HERE),
         ("penerima", "lkpj", "dprd", "gubernur", "pasal-12.ayat-3.huruf-f", HERE)},
    ),
    "two_times_of_the_account": (
        ["waktu_lkpj(tahunan, awal_tahun)"],
        {("waktu", "lkpj", "(tahunan, akhir_tahun)", "(tahunan, awal_tahun)",
          "pasal-12.ayat-3.huruf-f", HERE)},
    ),
    "two_who_settle_disputes": (
        ["penyelesai_perselisihan(kerja_sama, sekretaris_daerah)",
         "penyelesai_perselisihan(kerja_sama, bupati) in pasal-9.ayat-1"],
        {("penyelesai", "perselisihan(kerja_sama)", "bupati", "sekretaris_daerah",
          "pasal-9.ayat-1", HERE)},
    ),
    "two_heads_of_forkopimda": (
        ["ketua_forkopimda(sekretaris_daerah)", "ketua_forkopimda(bupati) in pasal-9.ayat-1"],
        {("ketua", "forkopimda", "bupati", "sekretaris_daerah", "pasal-9.ayat-1", HERE)},
    ),
    "two_who_coordinate_every_staf_ahli": (
        ["koordinasi_administratif(staf_ahli, sekretaris_daerah)",
         "koordinasi_administratif(staf_ahli, bupati) in pasal-9.ayat-1"],
        {("koordinator_administratif", name, "bupati", "sekretaris_daerah", "pasal-9.ayat-1", HERE)
         for name in ("staf_ahli", *STAF_AHLI)},
    ),
    "two_who_coordinate_a_group_without_superior": (
        ["koordinasi_administratif(bagian, sekretaris_daerah)",
         "koordinasi_administratif(bagian, bupati)"],
        {("koordinator_administratif", "bagian", "bupati", "sekretaris_daerah", HERE, HERE)},
    ),
    "two_receivers_of_advice": (
        ["penerima_rekomendasi(staf_ahli, sekretaris_daerah)",
         "penerima_rekomendasi(staf_ahli, bupati) in pasal-9.ayat-1"],
        {("penerima_rekomendasi", "staf_ahli", "bupati", "sekretaris_daerah", "pasal-9.ayat-1",
          HERE)},
    ),
    "two_forms_of_advice": (
        ["bentuk_rekomendasi(staf_ahli, telaahan_staf)",
         "bentuk_rekomendasi(staf_ahli, nota_dinas) in pasal-9.ayat-1"],
        {("bentuk_rekomendasi", "staf_ahli", "nota_dinas", "telaahan_staf", "pasal-9.ayat-1",
          HERE)},
    ),
    "two_natures_of_cooperation": (
        ["sifat_kerja_sama(serumpun, instansional)"],
        {("sifat", "kerja_sama(serumpun)", "fungsional", "instansional",
          "pasal-14.ayat-4.huruf-b", HERE)},
    ),
    "a_unit_under_an_asisten_whom_the_closed_list_does_not_have": (
        ['daftar(asisten_keuangan, pelaksana, "Dinas Sosial")'],
        {("asisten_tidak_resmi", "Dinas Sosial", "daftar(asisten_keuangan)", "asisten_resmi",
          HERE, CLOSED)},
    ),
    "a_list_of_asisten_that_is_closed_in_two_provisions": (
        ["asisten_resmi(asisten_khusus)", "tugas_asisten(asisten_keuangan, membina, bagian)"],
        {("asisten_tidak_resmi", "asisten_keuangan", "tugas(membina, bagian)", "asisten_resmi",
          HERE, CLOSED)},
    ),
    "one_unit_inside_and_a_vertical_one": (
        ['daftar(asisten_administrasi_umum, pelaksana, "Ombudsman")',
         'daftar(asisten_administrasi_umum, vertikal, "Ombudsman") in pasal-9.ayat-1'],
        {("dalam_dan_luar", "Ombudsman", "pelaksana", "vertikal", HERE, "pasal-9.ayat-1")},
    ),
    "one_unit_outside_twice": (
        ['daftar(asisten_administrasi_umum, vertikal, "Ombudsman")',
         'daftar(asisten_administrasi_umum, lainnya, "Ombudsman")'],
        set(),
    ),
    "two_who_issue": (
        ["penetap(perda, dprd)"],
        {("penetap", "perda", "bupati", "dprd", "pasal-12.ayat-3.huruf-a", HERE)},
    ),
    "an_asisten_whom_the_closed_list_does_not_have": (
        ["tugas_asisten(asisten_keuangan, membina, bagian)"],
        {("asisten_tidak_resmi", "asisten_keuangan", "tugas(membina, bagian)", "asisten_resmi",
          HERE, CLOSED)},
    ),
    "through_the_superior_to_himself": (
        ["pertanggungjawaban_melalui(asisten, sekretaris_daerah)"],
        {("melalui_atasannya", "asisten", "kepada(sekretaris_daerah)", "melalui(sekretaris_daerah)",
          CLOSED, HERE)},
    ),
    "a_pattern_of_no_name": (
        ["pola_pasangan(bupati_dprd, komersial)"],
        {("pola_tidak_dikenal", "bupati_dprd", "komersial", "pola_hubungan_kerja", HERE,
          "pasal-5.ayat-1.huruf-a")},
    ),
    "command_without_a_part": (
        ["tanpa_peran(wakil_bupati)", "wewenang_memerintah(wakil_bupati, internal)"],
        {("tanpa_peran", "wakil_bupati", "memerintah(internal)", "tanpa_peran", HERE, HERE)},
    ),
    "a_staf_ahli_who_commands": (
        ["tugas_staf_ahli(rekomendasi)", "wewenang_memerintah(staf_ahli, bagian)"],
        {("perintah_staf_ahli", "staf_ahli", "memerintah(bagian)", "rekomendasi", HERE, HERE)},
    ),
    "a_line_to_a_central_body": (
        ["instansi_pusat(vertikal)", "pertanggungjawaban(vertikal, bupati, tekstual)"],
        {("garis_ke_instansi_pusat", "vertikal", "bertanggung_jawab(bupati)", "instansi_pusat",
          HERE, HERE)},
    ),
    "a_meeting_that_is_no_means": (
        ["rapat_koordinasi_wajib(renstra)", "sarana_koordinasi(konsultasi)"],
        {("rapat_bukan_sarana", "alur(renstra)", "rapat_koordinasi", "sarana_koordinasi", HERE,
          HERE)},
    ),
    "command_of_one_who_is_without_a_part_elsewhere": (
        ["tanpa_peran(asisten)"],
        {("tanpa_peran", "asisten", "memerintah(bagian)", "tanpa_peran", "pasal-9.ayat-1", HERE)},
    ),
    "a_staf_ahli_who_commands_and_has_his_task_elsewhere": (
        ["tugas_staf_ahli(rekomendasi) in pasal-9.ayat-1",
         "wewenang_memerintah(staf_ahli, bagian)"],
        {("perintah_staf_ahli", "staf_ahli", "memerintah(bagian)", "rekomendasi", HERE,
          "pasal-9.ayat-1")},
    ),
    "a_line_to_what_is_a_central_body_elsewhere": (
        ["instansi_pusat(vertikal) in pasal-9.ayat-1",
         "pertanggungjawaban(vertikal, bupati, tekstual)"],
        {("garis_ke_instansi_pusat", "vertikal", "bertanggung_jawab(bupati)", "instansi_pusat",
          HERE, "pasal-9.ayat-1")},
    ),
    "a_meeting_beside_means_in_two_provisions": (
        ["rapat_koordinasi_wajib(renstra) in pasal-1.angka-5", "sarana_koordinasi(konsultasi)",
         "sarana_koordinasi(permintaan_dan_penyampaian_data) in pasal-9.ayat-1"],
        {("rapat_bukan_sarana", "alur(renstra)", "rapat_koordinasi", "sarana_koordinasi",
          "pasal-1.angka-5", HERE)},
    ),
    "a_meeting_where_no_means_are_listed": (["rapat_koordinasi_wajib(renstra)"], set()),
    "a_pattern_where_none_are_listed": (["pola_pasangan(bupati_dprd, komersial) of lain"], set()),
}  # fmt: skip
"""Norms as they stand in the article but for regulation and provision, and what they bring."""


@pytest.mark.parametrize("name", CASES)
def test_norms_that_cannot_be_obeyed_together(whole: Copy, name: str) -> None:
    norms, expected = CASES[name]
    assert added(whole, *norms) == expected


def test_so_many_norms_are_weighed(whole: Copy) -> None:
    assert whole.part("conflicts").looked_at == 115
