"""The two regulations of the corpus read to exactly the provisions they have."""

from collections import Counter

import pytest

from patuh_parser.legal.model import Draft, Node


def marker_shapes(law: Draft) -> Counter[str]:
    shapes = {"(": "(1)", ".": "."}
    return Counter(
        "pasal"
        if node.kind == "pasal"
        else shapes.get(node.number[0])
        or ("1" if node.number[0].isdigit() else "a") + node.number[-1]
        for node in law.provisions()
    )


def found(law: Draft, provision_id: str) -> Node:
    provision = law.find(provision_id)
    assert provision is not None
    return provision


def test_paser_has_its_96_provisions_by_marker(paser: Draft) -> None:
    assert marker_shapes(paser) == {"pasal": 16, "(1)": 28, "a.": 42, "1.": 10}


def test_kutim_has_its_195_provisions_by_marker(kutim: Draft) -> None:
    expected = {"pasal": 21, "(1)": 90, "a.": 38, "1.": 17, "a)": 6, "1)": 23}
    assert marker_shapes(kutim) == expected


@pytest.mark.parametrize(("name", "leaves", "branches"), [("paser", 76, 20), ("kutim", 154, 41)])
def test_leaves_and_branches_are_counted(
    name: str, leaves: int, branches: int, request: pytest.FixtureRequest
) -> None:
    law: Draft = request.getfixturevalue(name)
    assert len(list(law.leaves())) == leaves
    assert len([node for node in law.provisions() if node.children]) == branches


@pytest.mark.parametrize("name", ["paser", "kutim"])
def test_ids_are_unique(name: str, request: pytest.FixtureRequest) -> None:
    law: Draft = request.getfixturevalue(name)
    ids = [node.id for node in law.provisions()]
    assert len(ids) == len(set(ids))


def test_blank_lines_inside_a_sentence_do_not_end_it(paser: Draft) -> None:
    assert found(paser, "pasal-1.angka-6").text == (
        "Asisten adalah Asisten Sekretaris Daerah yang terdiri dari Asisten Pemerintahan dan "
        "Kesejahteraan Rakyat, Asisten Perekonomian dan Pembangunan, serta Asisten Admnistrasi "
        "Umum."
    )


def test_an_item_without_a_full_stop_ends_where_the_next_begins(paser: Draft) -> None:
    assert found(paser, "pasal-1.angka-5").text.endswith("Staf Ahli Bidang Kesejahteraan Rakyat")


def test_a_word_broken_after_its_hyphen_is_closed_up(paser: Draft) -> None:
    assert found(paser, "pasal-4.huruf-d").text == (
        "saling mendorong kemandirian masing-masing unsur perangkat daerah yang mengacu pada "
        "peningkatan kemampuan penyelenggaraan tugas-tugas pemerintahan."
    )


def test_a_blank_after_a_hyphen_inside_a_line_stays(paser: Draft) -> None:
    assert found(paser, "pasal-14.ayat-2.huruf-b").text.endswith("fungsi masing- masing;")


def test_short_lines_before_a_pasal_are_no_catchword(paser: Draft) -> None:
    assert found(paser, "pasal-7.ayat-1").text == (
        "Hubungan kerja kolegial sebagaimana dimaksud pada pasal 5 ayat (1) huruf b, dimaksudkan "
        "untuk menumbuhkan dan mengembangkan semangat dan rasa kebersamaan dan kemitraan dalam "
        "melaksanakan produktivitas dan kinerja."
    )


def test_a_line_beginning_with_a_number_of_a_reference_is_prose(paser: Draft) -> None:
    ayat = found(paser, "pasal-10.ayat-1")
    assert ayat.text == (
        "Jenis hubungan kerja koordinatif sebagaimana dimaksud pada pasal 5 ayat (1) huruf e "
        "terdiri atas:"
    )
    assert [child.text for child in ayat.children] == [
        "koordinasi fungsional yang memiliki keterkaitan berdasarkan fungsi; dan",
        "koordinasi multisektoral yang memiliki keterkaitan secara tupoksi.",
    ]


def test_double_blanks_are_folded(paser: Draft) -> None:
    assert found(paser, "pasal-12.ayat-3.huruf-a").text == (
        "Bupati atas persetujuan DPRD menetapkan Peraturan Daerah;"
    )


def test_a_sentence_over_a_page_break_is_whole(kutim: Draft) -> None:
    assert found(kutim, "pasal-4.ayat-2").text == (
        "Pelaksanaan hubungan kerja sebagaimana dimaksud pada ayat (1) memperhatikan keterbukaan, "
        "akuntabilitas, profesionalitas dan keterpaduan."
    )


def test_a_catchword_in_another_case_is_dropped(kutim: Draft) -> None:
    assert found(kutim, "pasal-1.angka-2").text.startswith(
        "Pemerintahan Daerah adalah penyelenggaraan Urusan Pemerintahan oleh pemerintah daerah dan"
    )


def test_a_catchword_inside_a_line_is_dropped(kutim: Draft) -> None:
    assert "secara fungsional dalam melaksanakan" in found(kutim, "pasal-7.ayat-1").text


def test_a_bullet_before_a_continued_sentence_makes_no_item(kutim: Draft) -> None:
    text = found(kutim, "pasal-18.ayat-1.huruf-c").text
    assert "sesuai keahliannya dengan melakukan hubungan kerja dan berkoordinasi" in text


def test_an_item_repeated_as_catchword_counts_once(kutim: Draft) -> None:
    item = found(kutim, "pasal-18.ayat-1.huruf-d.angka-1.huruf-b.angka-1.angka-14")
    assert (item.number, item.text, item.place.line) == ("(14)", "Dinas Sosial; dan", 312)


def test_items_without_a_semicolon_or_with_a_full_stop_do_not_end_the_list(
    kutim: Draft,
) -> None:
    base = "pasal-18.ayat-1.huruf-d.angka-1"
    assert found(kutim, f"{base}.huruf-a.angka-4").text == "Bagian Kerjasama"
    assert found(kutim, f"{base}.huruf-b.angka-1.angka-10").text == "Satuan Polisi Pamong Praja."
    assert found(kutim, f"{base}.huruf-b.angka-1.angka-11").text == "Dinas Perhubungan;"


def test_the_second_ayat_after_a_nested_list_of_two_is_an_ayat(kutim: Draft) -> None:
    pasal = found(kutim, "pasal-18")
    assert [child.id for child in pasal.children] == [f"pasal-18.ayat-{n}" for n in range(1, 7)]
    assert found(kutim, "pasal-18.ayat-2").place.line == 405


def test_numbers_are_kept_as_written(kutim: Draft) -> None:
    path = ["pasal-18", "ayat-1", "huruf-d", "angka-1", "huruf-b", "angka-1", "angka-14"]
    numbers = [found(kutim, ".".join(path[:depth])).number for depth in range(1, len(path) + 1)]
    assert numbers == ["18", "(1)", "d.", "1.", "b)", "1)", "(14)"]


def test_source_lines_span_the_children(kutim: Draft) -> None:
    ayat = found(kutim, "pasal-9.ayat-3")
    assert (ayat.place.line, ayat.place.end_line) == (172, 187)
    first = ayat.children[0]
    assert (first.place.line, first.place.end_line) == (182, 182)


def test_the_last_pasal_ends_before_the_closing_formula(paser: Draft) -> None:
    pasal = found(paser, "pasal-16")
    assert pasal.text == "Peraturan Bupati ini mulai berlaku pada tanggal diundangkan."
    assert (pasal.place.line, pasal.place.end_line) == (574, 578)


def test_an_unknown_id_finds_nothing(paser: Draft) -> None:
    assert paser.find("pasal-17") is None
