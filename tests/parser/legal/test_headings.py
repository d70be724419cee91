"""Headings and the parts around the body."""

import pytest

from patuh_parser.legal.model import Draft, Node

from .outline import regulation

CHAPTERS = {
    "kutim": [
        ("bab", "I", "KETENTUAN UMUM", 43, 1, 1),
        ("bab", "II", "POLA MEKANISME HUBUNGAN KERJA", 85, 2, 13),
        ("bagian", "Kesatu", "Umum", 88, 2, 3),
        ("bagian", "Kedua", "Mekanisme Hubungan Kerja", 104, 4, 13),
        ("bab", "IV", "HUBUNGAN KERJA DALAM KERJASAMA", 223, 14, 16),
        ("bab", "III", "POLA MEKANISME KOORDINASI", 248, 17, 19),
        ("bagian", "Kesatu", "Koordinasi dengan Instansi Vertikal", 251, 17, 17),
        ("bagian", "Kedua", "Koordinasi dengan Perangkat Daerah", 261, 18, 19),
        ("bab", "IV", "KETENTUAN PENUTUP", 427, 20, 21),
    ],
    "paser": [
        ("bab", "I", "KETENTUAN UMUM", 124, 1, 1),
        ("bab", "II", "MAKSUD, TUJUAN, PRINSIP", 183, 2, 4),
        ("bab", "III", "POLA HUBUNGAN KERJA", 231, 5, 10),
        ("bagian", "Kesatu", "Jenis Pola Hubungan Kerja", 236, 5, 10),
        ("bab", "IV", "MEKANISME HUBUNGAN KERJA DAN KOORDINASI", 340, 11, 14),
        ("bab", "VI", "HUBUNGAN KERJA DALAM KERJASAMA", 552, 15, 15),
        ("bab", "VII", "KETENTUAN PENUTUP", 568, 16, 16),
    ],
}
"""Kind, number, title, line, first and last pasal."""

LISTS = ("menimbang", "mengingat")


def headings(law: Draft) -> list[Node]:
    return [node for node in law.walk() if node.kind in ("bab", "bagian", "paragraf")]


def below(heading: Node) -> list[str | None]:
    return [node.id for node in heading.walk() if node.kind == "pasal"]


@pytest.mark.parametrize("name", ["paser", "kutim"])
def test_chapters_keep_the_order_of_the_text_and_their_numbers(
    name: str, request: pytest.FixtureRequest
) -> None:
    expected = CHAPTERS[name]
    found = headings(request.getfixturevalue(name))
    assert [(h.kind, h.number, h.title, h.place.line) for h in found] == [x[:4] for x in expected]
    assert [below(heading) for heading in found] == [
        [f"pasal-{n}" for n in range(first, last + 1)] for *_, first, last in expected
    ]


def test_a_title_over_several_lines_or_beside_its_number_is_joined() -> None:
    source = (
        "BAB I\nKETENTUAN\nUMUM\nPasal 1\nSatu.\nBAB II PENUTUP\nParagraf 1\nUmum\nPasal 2\nDua."
    )
    found = [(h.kind, h.number, h.title, below(h)) for h in headings(regulation(source))]
    assert found == [
        ("bab", "I", "KETENTUAN UMUM", ["pasal-1"]),
        ("bab", "II", "PENUTUP", ["pasal-2"]),
        ("paragraf", "1", "Umum", ["pasal-2"]),
    ]


def test_the_number_of_a_bagian_may_be_written_as_one_word() -> None:
    law = regulation(
        "Bagian Keduapuluh\nUmum\nPasal 1\nSatu.\nBagian Keduapuluh Satu\nLain\nPasal 2\nDua."
    )
    assert [(h.number, h.title) for h in headings(law)] == [
        ("Keduapuluh", "Umum"),
        ("Keduapuluh Satu", "Lain"),
    ]


def test_an_office_called_bagian_is_no_heading() -> None:
    law = regulation("Pasal 1\nKepala\nBagian Keuangan\nbertugas.")
    assert headings(law) == []
    assert [node.text for node in law.body] == ["Kepala Bagian Keuangan bertugas."]


def test_the_parts_around_the_body_have_their_lines(kutim: Draft) -> None:
    before, after = kutim.preamble, kutim.closing
    assert before.order[1:] == ("rahmat", "jabatan", *LISTS, "memutuskan", "menetapkan")
    parts = (before.menimbang, before.mengingat, before.memutuskan, before.menetapkan)
    assert [(p.place.line, p.place.end_line) for p in parts if p] == [
        (23, 24),
        (25, 37),
        (39, 39),
        (41, 41),
    ]
    ends = (after.promulgation_order, *after.signatures, after.gazette_line, *kutim.attachments)
    assert [(p.place.line, p.place.end_line) for p in ends if p] == [
        (438, 438),
        (440, 446),
        (456, 463),
        (468, 478),
        (466, 466),
        (480, 501),
    ]


@pytest.mark.parametrize("name", ["paser", "kutim"])
def test_every_line_that_is_not_blank_is_kept_as_written(
    name: str, request: pytest.FixtureRequest
) -> None:
    law: Draft = request.getfixturevalue(name)
    source: str = request.getfixturevalue(f"{name}_source")
    written = [(at, " ".join(line.split())) for at, line in enumerate(source.split("\n"), 1)]
    assert [(line.number, line.text) for line in law.lines] == [row for row in written if row[1]]


def test_a_bare_body_has_neither_opening_nor_closing() -> None:
    law = regulation("Pasal 1\nSatu.")
    assert (law.preamble.order, law.closing.signatures, law.closing.other) == ((), (), ())


def test_an_appendix_is_not_read_as_body() -> None:
    law = regulation("Pasal 1\nSatu.\nLAMPIRAN\n1. Bagan\nPasal 9")
    assert [p.id for p in law.provisions()] == ["pasal-1"]
    assert [(a.number, a.place.line) for a in law.attachments] == [("", 3)]


def test_a_list_that_breaks_off_does_not_take_in_the_next_heading() -> None:
    law = regulation(
        "Pasal 1\nTugas:\na. satu; dan\nPasal 2\nDua:\na. tiga; dan\nBAB II\nAKHIR\nPasal 3\nTiga."
    )
    assert [n.id for n in law.walk() if n.kind in ("bab", "pasal")] == [
        "pasal-1",
        "pasal-2",
        "bab-2",
        "pasal-3",
    ]


def test_a_reference_in_a_list_that_goes_on_is_no_heading() -> None:
    law = regulation("Pasal 1\nTugas:\na. menurut Pasal 8; dan\nPasal 9\nb. dua.")
    assert [n.id for n in law.walk() if n.kind == "pasal"] == ["pasal-1"]
