"""The level of a line follows from its marker and the open lists."""

import pytest

from patuh_parser.legal.model import Node

from .outline import regulation


def ids(source: str) -> list[str]:
    return [node.id.removeprefix("pasal-1").removeprefix(".") for node in read(source)]


def read(source: str) -> list[Node]:
    return list(regulation(f"Pasal 1\n{source}").walk())[1:]


def test_indentation_does_not_matter() -> None:
    assert ids("      (1) Satu:\n  a. x;\n        b. y.\n (2) Dua.") == [
        "ayat-1",
        "ayat-1.huruf-a",
        "ayat-1.huruf-b",
        "ayat-2",
    ]


def test_angka_and_huruf_below_a_definition() -> None:
    assert ids("Istilah:\n1. Unit:\na. x;\nb. y.\n2. Dinas.") == [
        "angka-1",
        "angka-1.huruf-a",
        "angka-1.huruf-b",
        "angka-2",
    ]


def test_a_full_stop_ends_the_inner_of_two_lists_that_could_go_on() -> None:
    nested = "(1) A.\n(2) B:\na. x:\n1. y:\na) z:\n1) w:\n(1) u;\n(2) v{end}\n(3) C."
    assert ids(nested.format(end="."))[-1] == "ayat-3"
    assert ids(nested.format(end=";"))[-1] == ("ayat-2.huruf-a.angka-1.huruf-a.angka-1.angka-3")


def test_letters_go_on_after_z() -> None:
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)] + ["aa", "bb"]
    items = "\n".join(f"{letter}. x;" for letter in letters)
    assert ids(f"Daftar:\n{items}") == [f"huruf-{letter}" for letter in letters]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Sesuai ayat\n(1) huruf a.", "Sesuai ayat (1) huruf a."),
        ("Sesuai ayat (1) dan\n(2) huruf a.", "Sesuai ayat (1) dan (2) huruf a."),
        ("Sesuai ayat\n(1)\ndan\n(2) saja.", "Sesuai ayat (1) dan (2) saja."),
        ("Sesuai huruf\na. itu.", "Sesuai huruf a. itu."),
        ("Sesuai dengan Pasal 4\nini.", "Sesuai dengan Pasal 4 ini."),
        ("Sesuai dengan\nPasal 2\nini.", "Sesuai dengan Pasal 2 ini."),
        ("Sesuai dengan\nBAB II\nini.", "Sesuai dengan BAB II ini."),
        ("Sejak tahun\n2014. Itu saja.", "Sejak tahun 2014. Itu saja."),
    ],
)
def test_a_reference_at_the_start_of_a_line_is_prose(source: str, text: str) -> None:
    pasal = regulation(f"Pasal 1\n{source}").body[0]
    assert (pasal.text, pasal.children) == (text, ())


def test_an_item_that_ends_in_a_reference_ends_there() -> None:
    assert ids("Tugas:\na. x;\nb. menurut huruf a; dan\nc. z.") == ["huruf-a", "huruf-b", "huruf-c"]


def test_a_marker_may_stand_alone_or_close_to_its_text() -> None:
    nodes = read("(1)\nSatu.\n(2)Dua.")
    assert [(node.number, node.text) for node in nodes] == [("(1)", "Satu."), ("(2)", "Dua.")]


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("Pasal 1\n(1) Satu.\n(3) Tiga.", "nomor_loncat", 3),
        ("Pasal 1\nTugas:\na. x;\nc. z.", "nomor_loncat", 4),
        ("Pasal 1\nSatu.\nPasal 3\nTiga.", "nomor_loncat", 3),
        ("Pasal 1\nSatu.\nPasal 1\nSatu.", "nomor_ganda", 3),
        ("Pasal 1\nSatu.\n(1) Dua.\n(2) Tiga.", "ayat_setelah_teks", 1),
        ("BAB I\nUMUM\nPasal 2\nPasal 1\nx", "nomor_mundur", 4),
    ],
)
def test_a_gap_in_the_numbering_is_told_at_its_line(source: str, code: str, line: int) -> None:
    defects = [(defect.code, defect.place.line) for defect in regulation(source).defects]
    assert (code, line) in defects
