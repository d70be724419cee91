"""Norms that demand incompatible things, each added to a copy of Paser's article 14."""

import pytest
from audit.broken import Copy

FILE = "regulations/paser_56_2020/pasal_14.lp"
HERE = "pasal-14.ayat-6.huruf-b"


def added(copy: Copy, *norms: str) -> set[tuple[str, ...]]:
    """Kind, unit, demands and provisions of what the norms bring about."""
    for norm in norms:
        name, _, arguments = norm.partition("(")
        copy.append(FILE, f'{name}(paser_56_2020, {arguments[:-1]}, "{HERE}").')
    keys = ("kind", "unit", "demand", "counter", "provision", "other")
    return {tuple(said[key] for key in keys) for _, said in copy.found("conflicts")}


def test_two_asisten_for_one_unit(whole: Copy) -> None:
    one, two = "asisten_administrasi_umum", "asisten_perekonomian_dan_pembangunan"
    norms = [f'daftar({name}, pelaksana, "Dinas Sosial")' for name in (one, two)]
    assert added(whole, *norms) == {("asisten", "Dinas Sosial", one, two, HERE, HERE)}


def test_two_superiors_for_one_group(whole: Copy) -> None:
    pair = ("atasan", "unit_pelaksana_teknis", "bupati", "perangkat_daerah_induk")
    assert added(whole, "pertanggungjawaban(unit_pelaksana_teknis, bupati, tekstual)") == {
        (*pair, HERE, "pasal-14.ayat-6.huruf-c"),
        (*pair, HERE, "pasal-9.ayat-1"),
    }


CLOSED = "pasal-1.angka-6"


@pytest.mark.parametrize(
    ("norms", "expected"),
    [
        (["penetap(perda, dprd)"],
         ("penetap", "perda", "bupati", "dprd", "pasal-12.ayat-3.huruf-a", HERE)),
        (["tugas_asisten(asisten_keuangan, membina, bagian)"],
         ("asisten_tidak_resmi", "asisten_keuangan", "tugas(membina, bagian)", "asisten_resmi",
          HERE, CLOSED)),
        (["pertanggungjawaban_melalui(asisten, sekretaris_daerah)"],
         ("melalui_atasannya", "asisten", "kepada(sekretaris_daerah)", "melalui(sekretaris_daerah)",
          CLOSED, HERE)),
        (["pola_pasangan(bupati_dprd, komersial)"],
         ("pola_tidak_dikenal", "bupati_dprd", "komersial", "pola_hubungan_kerja", HERE,
          "pasal-5.ayat-1.huruf-a")),
        (["tanpa_peran(wakil_bupati)", "wewenang_memerintah(wakil_bupati, internal)"],
         ("tanpa_peran", "wakil_bupati", "memerintah(internal)", "tanpa_peran", HERE, HERE)),
        (["tugas_staf_ahli(rekomendasi)", "wewenang_memerintah(staf_ahli, bagian)"],
         ("perintah_staf_ahli", "staf_ahli", "memerintah(bagian)", "rekomendasi", HERE, HERE)),
        (["instansi_pusat(vertikal)", "pertanggungjawaban(vertikal, bupati, tekstual)"],
         ("garis_ke_instansi_pusat", "vertikal", "bertanggung_jawab(bupati)", "instansi_pusat",
          HERE, HERE)),
        (["rapat_koordinasi_wajib(renstra)", "sarana_koordinasi(konsultasi)"],
         ("rapat_bukan_sarana", "alur(renstra)", "rapat_koordinasi", "sarana_koordinasi", HERE,
          HERE)),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)  # fmt: skip
def test_a_demand_against_another(whole: Copy, norms: list[str], expected: tuple[str, ...]) -> None:
    assert added(whole, *norms) == {expected}


def test_command_where_only_coordination_is_left(whole: Copy) -> None:
    said = ("perintah_dan_koordinasi", "asisten", "memerintah(perangkat_daerah)",
            "mengoordinasikan(perangkat_daerah)", HERE)  # fmt: skip
    assert added(whole, "wewenang_memerintah(asisten, perangkat_daerah)") == {
        (*said, "pasal-14.ayat-2.huruf-d"),
        (*said, "pasal-14.ayat-2.huruf-e"),
    }


def test_one_unit_inside_and_outside(whole: Copy) -> None:
    name = "asisten_administrasi_umum"
    norms = [f'daftar({name}, {group}, "Ombudsman")' for group in ("pelaksana", "lainnya")]
    said = ("dalam_dan_luar", "Ombudsman", "pelaksana", "lainnya", HERE, HERE)
    assert added(whole, *norms) == {said}
