"""Headings and the passages around the body."""

import pytest

from patuh_parser.regulation import RegulationText, read_regulation


def test_chapters_out_of_order_keep_the_order_of_the_text(kutim: RegulationText) -> None:
    chapters = [(h.number, h.title, h.pasal) for h in kutim.headings if h.kind == "bab"]
    assert chapters == [
        ("I", "KETENTUAN UMUM", ("pasal-1",)),
        ("II", "POLA MEKANISME HUBUNGAN KERJA", tuple(f"pasal-{n}" for n in range(2, 14))),
        ("IV", "HUBUNGAN KERJA DALAM KERJASAMA", ("pasal-14", "pasal-15", "pasal-16")),
        ("III", "POLA MEKANISME KOORDINASI", ("pasal-17", "pasal-18", "pasal-19")),
        ("IV", "KETENTUAN PENUTUP", ("pasal-20", "pasal-21")),
    ]


def test_a_missing_chapter_number_is_no_error(paser: RegulationText) -> None:
    numbers = [h.number for h in paser.headings if h.kind == "bab"]
    assert numbers == ["I", "II", "III", "IV", "VI", "VII"]


def test_bagian_hold_their_own_pasal(kutim: RegulationText) -> None:
    sections = [(h.number, h.title, h.pasal[0], h.pasal[-1], h.line) for h in kutim.headings[2:4]]
    assert sections == [
        ("Kesatu", "Umum", "pasal-2", "pasal-3", 88),
        ("Kedua", "Mekanisme Hubungan Kerja", "pasal-4", "pasal-13", 104),
    ]


def test_a_title_over_several_lines_or_beside_its_number_is_joined() -> None:
    source = (
        "BAB I\nKETENTUAN\nUMUM\nPasal 1\nSatu.\nBAB II PENUTUP\nParagraf 1\nUmum\nPasal 2\nDua."
    )
    headings = [(h.kind, h.number, h.title, h.pasal) for h in read_regulation(source).headings]
    assert headings == [
        ("bab", "I", "KETENTUAN UMUM", ("pasal-1",)),
        ("bab", "II", "PENUTUP", ("pasal-2",)),
        ("paragraf", "1", "Umum", ("pasal-2",)),
    ]


def test_an_office_called_bagian_is_no_heading() -> None:
    regulation = read_regulation("Pasal 1\nKepala\nBagian Keuangan\nbertugas.")
    assert regulation.headings == ()
    assert regulation.provisions[0].text == "Kepala Bagian Keuangan bertugas."


def test_the_parts_around_the_body_are_kept(kutim: RegulationText) -> None:
    before = [(p.kind, p.line, p.end_line) for p in kutim.preamble]
    after = [(p.kind, p.line, p.end_line) for p in kutim.closing]
    assert before == [
        ("judul", 1, 22),
        ("menimbang", 23, 24),
        ("mengingat", 25, 38),
        ("menetapkan", 39, 42),
    ]
    assert after == [("penutup", 438, 479), ("lampiran", 480, 501)]


@pytest.mark.parametrize("name", ["paser", "kutim"])
def test_opening_body_and_closing_leave_no_line_out(
    name: str, request: pytest.FixtureRequest
) -> None:
    regulation: RegulationText = request.getfixturevalue(name)
    source: str = request.getfixturevalue(f"{name}_source")
    lines = source.split("\n")
    start, stop = regulation.headings[0].line, regulation.closing[0].line
    kept = [passage.text for passage in regulation.preamble]
    kept.append("\n".join(lines[start - 1 : stop - 1]))
    kept += [passage.text for passage in regulation.closing]
    assert "\n".join(kept) == source


def test_a_bare_body_has_neither_opening_nor_closing() -> None:
    regulation = read_regulation("Pasal 1\nSatu.")
    assert (regulation.preamble, regulation.closing) == ((), ())


def test_an_appendix_is_not_read_as_body() -> None:
    regulation = read_regulation("Pasal 1\nSatu.\nLAMPIRAN\n1. Bagan\nPasal 9")
    assert [p.id for p in regulation.walk()] == ["pasal-1"]
    assert [(p.kind, p.line) for p in regulation.closing] == [("lampiran", 3)]
