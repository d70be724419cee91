"""Each row of words.toml is needed: headings, offices and cited regulations by their words."""

import pytest

from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft

BODY = "MEMUTUSKAN:\nMenetapkan : {} TENTANG X.\nPasal 1\nSatu.\nPasal 2\nDua.\n"


def draft(text: str) -> Draft:
    return read_draft(text.encode(), "naskah.txt")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("PERATURAN DAERAH KABUPATEN X", "perda"),
        ("QANUN KABUPATEN X", "perda"),
        ("PERATURAN BUPATI X", "perbup"),
        ("PERATURAN WALI KOTA X", "perwali"),
        ("PERATURAN WALIKOTA X", "perwali"),
        ("PERATURAN GUBERNUR X", "pergub"),
        ("PERATURAN SEKRETARIS DAERAH KABUPATEN X", "peraturan"),
        ("PERATURAN DPRD KABUPATEN X", "peraturan"),
        ("PERATURAN DEWAN PERWAKILAN RAKYAT DAERAH KABUPATEN X", "peraturan"),
        ("PERATURAN KEPALA DESA X", "peraturan"),
        ("PERATURAN KEPALA BADAN X", "peraturan"),
        ("PERATURAN DESA X", "peraturan"),
        ("KEPUTUSAN BUPATI X", "keputusan"),
        ("KEPUTUSAN PIMPINAN DPRD KABUPATEN X", "keputusan"),
        ("INSTRUKSI BUPATI X", "instruksi"),
    ],
)
def test_what_a_draft_is_by_its_heading(heading: str, kind: str) -> None:
    found = draft(f"{heading}\nNOMOR 1 TAHUN 2024\nTENTANG\nX\n{BODY.format(heading)}")
    assert (found.kind, found.number, found.year) == (kind, "1", "2024")


BASES = [
    ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", "uud"),
    ("Ketetapan Majelis Permusyawaratan Rakyat Nomor VI/MPR/2001 tentang X", "tap_mpr"),
    ("Ketetapan MPR Nomor VI/MPR/2001 tentang X", "tap_mpr"),
    ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang X", "perppu"),
    ("Peraturan Pemerintah Nomor 18 Tahun 2016 tentang X", "pp"),
    ("Peraturan Presiden Nomor 87 Tahun 2014 tentang X", "perpres"),
    ("Keputusan Presiden Nomor 87 Tahun 2014 tentang X", "perpres"),
    ("Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015 tentang X", "permen"),
    ("Peraturan Kepala Badan X Nomor 80 Tahun 2015 tentang X", "permen"),
    ("Peraturan Badan X Nomor 80 Tahun 2015 tentang X", "permen"),
    ("Peraturan Kepala Lembaga X Nomor 80 Tahun 2015 tentang X", "permen"),
    ("Peraturan Lembaga X Nomor 80 Tahun 2015 tentang X", "permen"),
    ("Peraturan Daerah Kabupaten X Nomor 4 Tahun 2016 tentang X", "perda"),
    ("Qanun Kabupaten X Nomor 4 Tahun 2016 tentang X", "perda"),
    ("Peraturan Bupati X Nomor 9 Tahun 2016 tentang X", "perkada"),
    ("Peraturan Wali Kota X Nomor 9 Tahun 2016 tentang X", "perkada"),
    ("Peraturan Walikota X Nomor 9 Tahun 2016 tentang X", "perkada"),
    ("Peraturan Gubernur X Nomor 9 Tahun 2016 tentang X", "perkada"),
    ("Keputusan Bupati X Nomor 9 Tahun 2016 tentang X", "keputusan"),
    ("Instruksi Bupati X Nomor 9 Tahun 2016 tentang X", "keputusan"),
    ("Undang-Undang Nomor 23 Tahun 2014 tentang X", "uu"),
]


def test_what_a_legal_basis_is_by_its_words() -> None:
    entries = "\n".join(f"{at}. {text};" for at, (text, _) in enumerate(BASES, 1))
    found = draft(f"PERATURAN BUPATI X\nNOMOR 1 TAHUN 2024\nTENTANG\nX\nMengingat : {entries}\n")
    assert [basis.kind for basis in found.preamble.legal_bases] == [kind for _, kind in BASES]
