"""Each row of kb/drafting/terms.toml that is looked for by itself: what facts say of its words."""

import re

import pytest

from patuh.facts.drafts import draft_facts
from patuh.knowledge.drafting import terms
from patuh_parser.legal.reader import read_draft

HEAD = """PERATURAN BUPATI X
NOMOR 1 TAHUN 2024
TENTANG
X
MEMUTUSKAN:
Menetapkan : PERATURAN BUPATI TENTANG X.
Pasal 1
"""
NO_TERMS = "NIP TTD NKRI UUD WIB WIT WITA"
WELL_KNOWN = """
    AIDS APBD APBN ASN BPJS BPK BUMD BUMN COVID CPNS DPR DPRD GPS HAM HIV ISO KTP KUHP MPR NIK NPWP
    PDF PLN PNS POLRI PPN PPPK SIM SMA SMP SNI STNK TNI USB WNA WNI
"""
OFFICES = (
    "Sekretaris Daerah", "Sekretariat Daerah", "Perangkat Daerah", "Wakil Bupati", "Staf Ahli",
    "Wakil Wali Kota", "Dewan Perwakilan Rakyat Daerah", "Unit Pelaksana Teknis",
    "Instansi Vertikal",
)  # fmt: skip
ACRONYMS = (
    "Bapemperda Propemperda Banggar Bamus Musrenbang Forkopimda Forkopimcam Renstra Renja Bappeda"
    " Kesbangpol Satgas Posyandu Linmas Bimtek Monev Juknis Juklak"
)
ONE_THING = (
    ("tugas pokok dan fungsi", "tupoksi", "tugas dan fungsi"),
    ("unit pelaksana teknis", "UPT"),
    ("Kepala Dinas", "Kadis"),
    ("Kepala Badan", "Kaban"),
    ("Kepala Bidang", "Kabid"),
    ("Kepala Bagian", "Kabag"),
    ("Kepala Seksi", "Kasi"),
    ("Kepala Subbagian", "Kasubbag", "Kasubag"),
    ("Sekretaris Daerah", "Sekda"),
    ("Wakil Bupati", "Wabup"),
    ("Rapat Koordinasi", "Rakor"),
    ("Pemerintah Daerah", "Pemda", "Pemkab", "Pemkot"),
    ("WIB", "WITA", "WIT"),
    ("Organisasi Perangkat Daerah", "Satuan Kerja Perangkat Daerah", "SKPD", "OPD"),
)


def facts(*words: str) -> str:
    articles = "".join(f"Petugas {word} hadir.\nPasal {at}\n" for at, word in enumerate(words, 2))
    return draft_facts(read_draft(f"{HEAD}{articles}Akhir.\n".encode(), "naskah.txt")).text


def undefined(word: str) -> tuple[bool, bool]:
    """Whether a word is a term without a definition, and one that is not written out."""
    said = facts(word)
    return "tanpa_definisi(" in said, "tak_dipanjangkan(" in said


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("ABDA", (True, True)),
        *((word, (False, False)) for word in NO_TERMS.split()),
        *((word, (True, False)) for word in (*WELL_KNOWN.split(), *OFFICES, *ACRONYMS.split())),
        ("II", (False, False)),
        ("VIII", (False, False)),
        ("RI", (False, False)),
        ("Juru Bayar", (False, False)),
    ],
)
def test_which_words_want_a_definition_and_which_are_known(
    word: str, told: tuple[bool, bool]
) -> None:
    assert undefined(word) == told


@pytest.mark.parametrize(
    ("name", "other"), [(group[0], other) for group in ONE_THING for other in group[1:]]
)
def test_two_names_of_one_thing_are_held_together(name: str, other: str) -> None:
    used = re.findall(r'nama_dipakai\(\d+,(\d+),"(.*?)"\)', facts(name, other))
    assert [said for _, said in used] == [name, other]
    assert len({group for group, _ in used}) == 1


def test_every_row_is_tried() -> None:
    table = terms()
    assert table.abbreviations == {*NO_TERMS.split()}
    assert table.well_known == {*WELL_KNOWN.split()}
    assert (set(table.offices), table.groups) == ({*OFFICES, *ACRONYMS.split()}, ONE_THING)


ALIKE = [
    (first, other)
    for words in terms().alike
    for first in words
    for other in words
    if first != other
]


@pytest.mark.parametrize(("first", "other"), ALIKE, ids=str)
def test_a_defined_term_is_not_written_with_another_word(first: str, other: str) -> None:
    """Each row of words that mean the same, in every direction; the term itself is none."""
    defined, written = (f"{words.title()} Khusus" for words in (first, other))
    for word, told in ((written, True), (defined, False)):
        text = (
            "Dalam Peraturan Bupati ini yang dimaksud dengan:\n"
            f"1. Bupati adalah Bupati X.\n2. {defined} adalah hal.\n"
            f"Pasal 2\n{defined} hadir.\nPasal 3\n{word} hadir.\n"
        )
        said = draft_facts(read_draft(f"{HEAD}{text}".encode(), "naskah.txt")).text
        assert ("kata_lain(" in said) is told
