"""Markers that recognition, typing or spacing has spoilt; each repair is told."""

from collections.abc import Callable

import pytest

from patuh_parser.legal.model import Draft

Read = Callable[[str], Draft]
BODY = "MEMUTUSKAN:\nMenetapkan : PERATURAN BUPATI TENTANG X.\n"


def outline(draft: Draft) -> list[tuple[str | None, str]]:
    return [(node.id, node.text) for node in draft.walk()]


def told(draft: Draft) -> list[tuple[int, dict[str, str]]]:
    return [(d.place.line - 2, dict(d.data)) for d in draft.defects if d.code == "derau_ocr"]


def test_no_blank_is_needed_behind_a_marker(text_draft: Read) -> None:
    draft = text_draft(
        f"{BODY}Pasal 1\n(1)Dinas bertugas:\na. satu;\nb.memeriksa; dan\nc. tiga.\n"
        "(2)Tugas dibiayai\na.n. Bupati."
    )
    assert outline(draft)[1:] == [
        ("pasal-1.ayat-1", "Dinas bertugas:"),
        ("pasal-1.ayat-1.huruf-a", "satu;"),
        ("pasal-1.ayat-1.huruf-b", "memeriksa; dan"),
        ("pasal-1.ayat-1.huruf-c", "tiga."),
        ("pasal-1.ayat-2", "Tugas dibiayai a.n. Bupati."),
    ]
    assert told(draft) == []


def test_so_it_is_in_mengingat(text_draft: Read) -> None:
    draft = text_draft("Mengingat : 1. Satu;\n2.Peraturan Dua;\n3.Undang-Undang Tiga;\nMEMUTUSKAN:")
    assert draft.preamble.mengingat is not None
    texts = [node.text for node in draft.preamble.mengingat.children]
    assert texts == ["Satu;", "Peraturan Dua;", "Undang-Undang Tiga;"]


def test_ayat_may_be_marked_as_angka_are(text_draft: Read) -> None:
    draft = text_draft(
        f"{BODY}Pasal 1\n1) Satu:\na. x; dan\nb. y.\n2) Dua.\nPasal 2\nTiga:\n1) x;\n2) y."
    )
    assert [node.id for node in draft.walk()] == [
        "pasal-1",
        "pasal-1.ayat-1",
        "pasal-1.ayat-1.huruf-a",
        "pasal-1.ayat-1.huruf-b",
        "pasal-1.ayat-2",
        "pasal-2",
        "pasal-2.angka-1",
        "pasal-2.angka-2",
    ]


def test_what_stands_dotted_right_below_a_pasal_is_an_ayat_but_for_definitions_and_accounts(
    text_draft: Read,
) -> None:
    draft = text_draft(
        f"{BODY}Pasal 1\n1. Daerah adalah Kabupaten X.\nPasal 2\n1. Satu.\n2. Dua.\n"
        "Pasal 3\n1. PENDAPATAN\n2. BELANJA\nPasal 4\n(1) Satu.\n(2). Dua.\n(2.a) Tiga.\n3) Empat."
    )
    assert [node.id for node in draft.walk() if "." in (node.id or "")] == [
        "pasal-1.angka-1",
        "pasal-2.ayat-1",
        "pasal-2.ayat-2",
        "pasal-3.angka-1",
        "pasal-3.angka-2",
        "pasal-4.ayat-1",
        "pasal-4.ayat-2",
        "pasal-4.ayat-2a",
        "pasal-4.ayat-3",
    ]


def test_letters_apart_and_misread_brackets_are_repaired(text_draft: Read) -> None:
    draft = text_draft(
        f"{BODY}P a s a l 1\n{{1) Satu.\n(2}} Dua pada ayat ( 1) dan Undang - Undang.\n"
        "P a s a l 2\n( 1 ) Tiga.\n(2) Empat (lihat Pasal 1)."
    )
    assert outline(draft) == [
        ("pasal-1", ""),
        ("pasal-1.ayat-1", "Satu."),
        ("pasal-1.ayat-2", "Dua pada ayat (1) dan Undang-Undang."),
        ("pasal-2", ""),
        ("pasal-2.ayat-1", "Tiga."),
        ("pasal-2.ayat-2", "Empat (lihat Pasal 1)."),
    ]
    assert [(line, data["written"]) for line, data in told(draft)] == [
        (1, "P a s a l"),
        (2, "{"),
        (3, "( 1)"),
        (3, "(2}"),
        (3, "Undang - Undang"),
        (4, "P a s a l"),
        (5, "( 1 )"),
    ]


@pytest.mark.parametrize(("marks", "read"), [("f8h", "g"), ("h1j", "i"), ("k1m", "l")])
def test_a_digit_between_letters_is_the_letter_that_is_due(
    text_draft: Read, marks: str, read: str
) -> None:
    letters = "abcdefghijklm"
    before = letters[: letters.index(marks[0])]
    lines = "\n".join(f"{mark}. isi;" for mark in before + marks)
    draft = text_draft(f"{BODY}Pasal 1\nDaftar:\n{lines}\n")
    assert [node.bare for node in draft.walk()][1:] == [*before, marks[0], read, marks[2]]
    assert told(draft) == [(len(before) + 4, {"written": f"{marks[1]}.", "read": f"{read}."})]


def test_a_number_among_letters_stays_where_it_may_be_one(text_draft: Read) -> None:
    draft = text_draft(f"{BODY}Pasal 1\nDaftar:\na. satu:\n1. x; dan\n2. y;\nb. dua.")
    assert [n.id for n in draft.walk()][2:4] == [
        "pasal-1.huruf-a.angka-1",
        "pasal-1.huruf-a.angka-2",
    ]
    assert told(draft) == []


def test_numbers_that_touch_words_are_parted(text_draft: Read) -> None:
    draft = text_draft(
        f"{BODY}Pasal 1\nPeraturan ini mulai berlaku pada tanggal 1Januari 2022.\n"
        "Ditetapkan Surabaya\npada tanggal20 Mei 2021\nWALI KOTA SURABAYA,\nttd\nBUDI"
    )
    assert [node.text for node in draft.walk()] == [
        "Peraturan ini mulai berlaku pada tanggal 1 Januari 2022."
    ]
    (signature,) = draft.closing.signatures
    assert (signature.city, signature.date) == ("Surabaya", "20 Mei 2021")
    assert [data["written"] for _, data in told(draft)] == ["1", "tanggal"]


def test_keywords_with_letters_apart_or_without_colon(text_draft: Read) -> None:
    draft = text_draft(
        "KEPUTUSAN KETUA X\nNOMOR 1 TAHUN 1998\nTENTANG\nY\nMenimbang Bahwa perlu z;\n"
        "Mengingat 1. Satu;\nM E M U T USKAN\nMenetapkan KEPUTUSAN KETUA X TENTANG Y\n"
        "Pertama : Mengesahkan Y.\nKedua : Berlaku."
    )
    preamble = draft.preamble
    assert [part is None for part in (preamble.menimbang, preamble.memutuskan)] == [False, False]
    assert preamble.menetapkan is not None
    assert preamble.menetapkan.text == "KEPUTUSAN KETUA X TENTANG Y"
    assert [(n.kind, n.number, n.text) for n in draft.articles()] == [
        ("diktum", "Pertama", "Mengesahkan Y."),
        ("diktum", "Kedua", "Berlaku."),
    ]
