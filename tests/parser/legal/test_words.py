"""Each row of words.toml is needed: headings, offices and cited regulations by their words."""

import pytest

from patuh_parser.legal.files.watermarks import without_watermark
from patuh_parser.legal.model import Draft
from patuh_parser.legal.parts.titles import names_other_text, split_region
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


OTHER_TEXTS = """
    PERJANJIAN; NASKAH PERJANJIAN; NOTA KESEPAHAMAN; NOTA KESEPAKATAN; KESEPAKATAN BERSAMA;
    KONTRAK; ADDENDUM; SURAT; BERITA ACARA; LAPORAN; NOTULA; NOTULEN; NASKAH AKADEMIK;
    NOTA DINAS; PENGUMUMAN; UNDANGAN
"""


@pytest.mark.parametrize("name", [" ".join(one.split()) for one in OTHER_TEXTS.split(";")])
def test_what_calls_itself_otherwise_is_no_regulation(name: str) -> None:
    assert names_other_text(["PEMERINTAH KABUPATEN X", name])
    assert not names_other_text([f"{name}X", name.lower()])


@pytest.mark.parametrize(
    ("by", "region"),
    [
        ("DAERAH", "KABUPATEN X"),
        ("BUPATI", "X"),
        ("WALI KOTA", "X"),
        ("WALIKOTA", "X"),
        ("GUBERNUR", "X"),
        ("SEKRETARIS DAERAH", "KABUPATEN X"),
        ("DPRD", "KABUPATEN X"),
        ("PIMPINAN DPRD", "KABUPATEN X"),
        ("DEWAN PERWAKILAN RAKYAT DAERAH", "KABUPATEN X"),
        ("KEPALA DESA", "X"),
        ("KEPALA DINAS", "SOSIAL"),
        ("DESA", "X"),
        ("BERSAMA BUPATI", "X DAN BUPATI Y"),
        ("BERSAMA WALI KOTA", "X DAN BUPATI Y"),
        ("BERSAMA GUBERNUR", "X DAN BUPATI Y"),
        ("BERSAMA KEPALA DAERAH", "SE-X"),
        ("MENTERI", None),
    ],
)
def test_who_enacts_stands_before_the_region(by: str, region: str | None) -> None:
    heading = f"PERATURAN {by} {region or 'X'}"
    assert split_region(heading) == ((f"PERATURAN {by}", region) if region else (heading, ""))


WATERMARKS = "SALINAN RANCANGAN DRAF DRAFT KONSEP CONTOH ARSIP RAHASIA COPY SPECIMEN"


@pytest.mark.parametrize("word", WATERMARKS.split())
def test_a_word_across_each_page_is_none_of_its_text(word: str) -> None:
    assert without_watermark([f"Pasal 1    {word}\nSatu."] * 2) == ["Pasal 1\nSatu."] * 2
    assert without_watermark([f"Pasal 1 {word}\nSatu."] * 2) == [f"Pasal 1 {word}\nSatu."] * 2


HEADS = ("BUPATI", "WALI KOTA", "WALIKOTA", "GUBERNUR", "PRESIDEN")
SIGNING = ("SEKRETARIS", "MENTERI", "KEPALA", "PIMPINAN", "KETUA", "PENJABAT")
ACTING = ("", "a.n. ", "an. ", "Plt. ", "Pj. ", "Plh. ")
ENDING = "Ditetapkan di X\npada tanggal 1 Januari 2024\n"


@pytest.mark.parametrize("office", [f"{a}{o}" for a in ACTING for o in (*HEADS, *SIGNING)])
def test_who_certifies_a_copy_is_known_by_his_office(office: str) -> None:
    """Other lines below these words are none of the signature."""
    found = draft(f"{BODY}{ENDING}BUPATI X,\nNAMA\nSalinan sesuai\nnaskah ini\n{office} X,\nORANG")
    copy = found.closing.signatures[-1]
    assert (copy.role, copy.office, copy.name) == ("salinan", f"{office} X", "ORANG")


ENACTING = ("MENTERI", "PIMPINAN", "KETUA", "SEKRETARIS", "KEPALA")


@pytest.mark.parametrize("office", [*HEADS, *ENACTING])
def test_who_enacts_stands_below_the_invocation(office: str) -> None:
    found = draft(
        "PERATURAN BUPATI X\nNOMOR 1 TAHUN 2024\nTENTANG\nX\nDENGAN RAHMAT TUHAN YANG MAHA ESA\n"
        f"{office} X,\nMenimbang : bahwa x;\n{BODY}"
    )
    assert found.preamble.office is not None
    assert found.preamble.office.text == f"{office} X,"


@pytest.mark.parametrize(
    "office",
    [*HEADS, "SEKRETARIS DAERAH", "PIMPINAN DPRD", "KETUA DPRD", "PIMPINAN DEWAN", "KETUA DEWAN"],
)
def test_who_signs_an_annex_ends_it(office: str) -> None:
    found = draft(
        f"{BODY}{ENDING}BUPATI X,\nNAMA\nLAMPIRAN\nPERATURAN BUPATI X\nNOMOR 1 TAHUN 2024\n"
        f"TENTANG\nX\nDAFTAR\nisi\n{office} X,\nORANG"
    )
    (annex,) = found.attachments
    assert (annex.text, annex.signature and annex.signature.office) == ("isi", f"{office} X")


@pytest.mark.parametrize("office", [*HEADS, "MENTERI", "PROVINSI", "SALINAN"])
def test_a_letterhead_above_the_number_of_a_page_is_no_text(office: str) -> None:
    found = draft(f"{BODY.replace('Dua.', '')}Dua\n{office} X\n- 2 -\ntiga.\n")
    assert [node.text for node in found.walk() if node.kind == "pasal"] == ["Satu.", "Dua tiga."]
