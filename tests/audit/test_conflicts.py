"""Norms that demand incompatible things, each added to a copy of Paser's article 14."""

import pytest
from audit.broken import Copy

FILE = "regulations/paser_56_2020/pasal_14.lp"
HERE = "pasal-14.ayat-6.huruf-b"


def written(norm: str) -> str:
    """The norm as a fact of the article."""
    name, _, arguments = norm.partition("(")
    return f'{name}(paser_56_2020, {arguments[:-1]}, "{HERE}").'


def added(copy: Copy, *norms: str) -> set[tuple[str, ...]]:
    """Kind, unit, demands and provisions of what the norms bring about."""
    for norm in norms:
        copy.append(FILE, written(norm))
    keys = ("kind", "unit", "demand", "counter", "provision", "other")
    return {tuple(said[key] for key in keys) for _, said in copy.found("conflicts")}


CLOSED = "pasal-1.angka-6"
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
}  # fmt: skip
"""Norms as they stand in the article but for regulation and provision, and what they bring."""


@pytest.mark.parametrize("name", CASES)
def test_norms_that_cannot_be_obeyed_together(whole: Copy, name: str) -> None:
    norms, expected = CASES[name]
    assert added(whole, *norms) == expected
