"""Regulations in header lines: kinds and spellings, which are of a region, which are higher."""

import pytest

from patuh_parser.sotk.lines.citations import higher_law, read_citation
from patuh_parser.text.span import Span

KINDS = {
    "Peraturan Bupati": "Peraturan Bupati",
    "Perbup": "Peraturan Bupati",
    "Keputusan Bupati": "Keputusan Bupati",
    "Kepbup": "Keputusan Bupati",
    "Peraturan Daerah": "Peraturan Daerah",
    "Perda": "Peraturan Daerah",
    "Peraturan Gubernur": "Peraturan Gubernur",
    "Pergub": "Peraturan Gubernur",
    "Undang-Undang": "Undang-Undang",
    "Undang Undang": "Undang-Undang",
    "UU": "Undang-Undang",
    "Peraturan Pemerintah Pengganti Undang-Undang": "Peraturan Pemerintah Pengganti Undang-Undang",
    "Perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "Peraturan Pemerintah": "Peraturan Pemerintah",
    "PP": "Peraturan Pemerintah",
    "Peraturan Presiden": "Peraturan Presiden",
    "Perpres": "Peraturan Presiden",
    "Peraturan Menteri Dalam Negeri": "Peraturan Menteri Dalam Negeri",
    "Permendagri": "Peraturan Menteri Dalam Negeri",
    "Peraturan Menteri": "Peraturan Menteri",
    "Permen": "Peraturan Menteri",
}
OF_A_KOTA = {
    "Peraturan Wali Kota": "Peraturan Wali Kota",
    "Peraturan Walikota": "Peraturan Wali Kota",
    "Perwali": "Peraturan Wali Kota",
    "Perwako": "Peraturan Wali Kota",
    "Keputusan Wali Kota": "Keputusan Wali Kota",
    "Keputusan Walikota": "Keputusan Wali Kota",
}
OWN = {"Peraturan Bupati", "Keputusan Bupati", "Peraturan Daerah"}
NOT_HIGHER = {"Peraturan Bupati", "Keputusan Bupati", "Peraturan Gubernur"}
"""A Peraturan Gubernur stands beside the regulation of a Bupati, not above it."""


@pytest.mark.parametrize(("written", "kind"), KINDS.items())
def test_a_kind_of_regulation(written: str, kind: str) -> None:
    text = f"{written} Nomor 7 Tahun 2020"
    found = read_citation(text, Span(1, 1, 1, 1), "Kabupaten Paser")
    assert found is not None
    assert (found.kind, found.number, found.year) == (kind, 7, 2020)
    assert found.region == ("Kabupaten Paser" if kind in OWN else "")
    higher = None if kind in NOT_HIGHER else (kind, 0)
    assert higher_law(text) == higher


@pytest.mark.parametrize(("written", "kind"), OF_A_KOTA.items())
def test_a_regulation_that_only_a_kota_has(written: str, kind: str) -> None:
    text = f"{written} Nomor 7 Tahun 2020"
    found = read_citation(text, Span(1, 1, 1, 1), "Kota Bontang")
    assert found is not None
    assert (found.kind, found.region) == (kind, "Kota Bontang")
    assert higher_law(text) is None
    of_another = read_citation(
        f"{written} Bone Nomor 7 Tahun 2020", Span(1, 1, 1, 1), "Kota Bontang"
    )
    assert of_another is not None
    assert of_another.region == "Kota Bone"
