"""Text files, page furniture, hyphens, and what is imported when."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from patuh_parser.legal.lines.numerals import ordinal, place_of, roman
from patuh_parser.legal.model import Draft, Gazette
from patuh_parser.legal.reader import read_draft
from patuh_parser.legal.tree.joining import Words, join

Read = Callable[[str], Draft]


def texts(draft: Draft) -> dict[str | None, str]:
    return {node.id: node.text for node in draft.walk()}


def test_markdown_is_read_without_its_markup() -> None:
    text = (
        "# PERATURAN BUPATI X\n\n## **BAB I**\n**KETENTUAN UMUM**\n\n### Pasal 1\n"
        "\\(1) satu.\n\n---\n- (2) dua."
    )
    draft = read_draft(text.encode(), "x.md")
    assert list(texts(draft)) == ["bab-1", "pasal-1", "pasal-1.ayat-1", "pasal-1.ayat-2"]
    assert draft.body[0].title == "KETENTUAN UMUM"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    draft = read_draft("Pasal 1\nkata “kutipan” – lagi.".encode(encoding), "x.txt")
    assert texts(draft) == {"pasal-1": 'kata "kutipan" - lagi.'}
    assert draft.lines[1].text == "kata “kutipan” – lagi."
    assert ("bukan_utf8" in {d.code for d in draft.defects}) == (encoding == "cp1252")


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_says_which_byte_comes_first(order: str) -> None:
    draft = read_draft("\ufeffPasal 1\nsatu.".encode(order), "x.txt")
    assert texts(draft) == {"pasal-1": "satu."}


def test_a_stray_caret_leaves_no_blank_behind() -> None:
    draft = read_draft(b"^ Pasal 1\n^ satu ^ dua.^\n\n^\n(1) tiga.", "x.txt")
    assert texts(draft) == {"pasal-1": "satu dua.", "pasal-1.ayat-1": "tiga."}


def test_form_feeds_are_pages_and_running_heads_are_furniture() -> None:
    heads = "RANCANGAN 3 Juni\njdih.example.go.id\n"
    pages = ["Pasal 1\nsatu", "dua\nPasal 2\ntiga", "empat.\nPasal 3\nlima."]
    text = "\f".join(f"{heads}{page}\nHalaman {at} dari 3\n" for at, page in enumerate(pages, 1))
    draft = read_draft(text.encode(), "x.txt")
    assert texts(draft) == {"pasal-1": "satu dua", "pasal-2": "tiga empat.", "pasal-3": "lima."}
    assert [node.place.page for node in draft.body] == [1, 2, 3]
    assert sum(line.furniture for line in draft.lines) == 9


@pytest.mark.parametrize("number", ["- 2 -", "-2-", "– 2 –", "2", "2/3", "Halaman 2"])
def test_page_numbers(number: str) -> None:
    draft = read_draft(f"Pasal 1\nsatu\n\f{number}\ndua.\n\f3\n".encode(), "x.txt")
    assert texts(draft) == {"pasal-1": "satu dua."}


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["pelak-", "sanaan"], "pelaksanaan"),
        (["tugas-", "tugas"], "tugas-tugas"),
        (["seluas-", "luasnya"], "seluas-luasnya"),
        (["Undang-", "Undang"], "Undang-Undang"),
        (["non-", "kementerian"], "non-kementerian"),
        (["sayur-", "mayur"], "sayur-mayur"),
        (["ini -", "itu"], "ini - itu"),
        (["satu", "", "dua"], "satu dua"),
    ],
)
def test_hyphens_at_the_end_of_a_line(lines: list[str], joined: str) -> None:
    words = Words.of(["sayur-mayur"])
    text, breaks = join([(line, at) for at, line in enumerate(lines, 1)], words)
    assert text == joined
    assert breaks[0] == (0, 1)
    assert [start for start, _ in breaks] == sorted(start for start, _ in breaks)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *[("Kesatu", 1), ("PERTAMA", 1), ("Kedua Belas", 12), ("KEDUA PULUH SATU", 21)],
        *[("Keduabelas", 12), ("KEDELAPANBELAS", 18), ("Kesebelas", 11), ("Ke-3", 3)],
    ],
)
def test_ordinals(written: str, value: int) -> None:
    assert ordinal(written) == value


def test_numbers_and_their_places() -> None:
    assert [roman(number) for number in ("IV", "XIX", "IIX", "")] == [4, 19, None, None]
    assert place_of("pasal", "3A") == (3, 1)
    assert place_of("bab", "IIA") == (2, 1)
    assert place_of("bagian", "Lain") == (0, 0)


def test_legal_bases_are_taken_apart(text_draft: Read) -> None:
    draft = text_draft(
        "Mengingat : 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia "
        "Tahun 1945;\n"
        "2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara "
        "Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia "
        "Nomor 5587) sebagaimana telah diubah dengan Undang-Undang Nomor 9 Tahun 2015 tentang "
        "Perubahan Kedua;\n"
        "3. Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015 tentang Produk Hukum (Berita Negara "
        "Republik Indonesia Tahun 2015 Nomor 2036);\n"
        "MEMUTUSKAN:\nPasal 1\nsatu."
    )
    constitution, law, ministry = draft.preamble.legal_bases
    assert (constitution.kind, constitution.year) == ("uud", "1945")
    assert (law.kind, law.number, law.year, law.title) == (
        "uu",
        "23",
        "2014",
        "Pemerintahan Daerah",
    )
    assert law.gazettes == (Gazette("LN", "", "2014", "244"), Gazette("TLN", "", "", "5587"))
    assert [(a.kind, a.number, a.year) for a in law.amended_by] == [("uu", "9", "2015")]
    assert (ministry.kind, ministry.number) == ("permen", "80")
    assert ministry.gazettes == (Gazette("BN", "", "2015", "2036"),)


def test_references_are_found_with_what_they_name(text_draft: Read) -> None:
    draft = text_draft(
        "Pasal 1\nSesuai dengan Pasal 5 ayat (1) huruf a dan huruf b, Pasal 7 sampai dengan "
        "Pasal 9, ayat (2) atau ayat (3), BAB III, Lampiran II, dan Pasal 17 ayat (1) "
        "Undang-Undang Nomor 23 Tahun 2014."
    )
    assert [(r.kind, r.text) for r in draft.references] == [
        (
            "internal",
            "Pasal 5 ayat (1) huruf a dan huruf b, Pasal 7 sampai dengan Pasal 9, "
            "ayat (2) atau ayat (3), BAB III",
        ),
        ("lampiran", "Lampiran II"),
        ("regulation", "Pasal 17 ayat (1) Undang-Undang Nomor 23 Tahun 2014"),
    ]


def test_nothing_heavy_is_imported_before_a_draft_is_read() -> None:
    program = (
        "import sys, patuh_parser.legal.reader as d;"
        "heavy = {'pypdf', 'lark', 'reportlab', 'lxml'};"
        "assert not heavy & set(sys.modules); d.read_draft(b'Pasal 1', 'x.txt');"
        "assert 'pypdf' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
