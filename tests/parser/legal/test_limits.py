"""Hostile and oversized texts are read or refused, and soon."""

import time

import pytest

from patuh_parser.legal.errors import DraftError

from .outline import regulation


@pytest.mark.parametrize("source", ["Menimbang : a. bahwa", "pasal satu", "Pasal\n2\nx"])
def test_a_text_without_pasal_has_no_provision_with_an_id(source: str) -> None:
    law = regulation(source)
    assert [node.id for node in law.provisions() if node.id] == []
    assert not law.body or "tanpa_pasal" in {defect.code for defect in law.defects}


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "kosong"),
        (" \n\n", "kosong"),
        ("Pasal 1\n" + "x\n" * 50_000, "terlalu_besar"),
        ("Pasal 1\n" + ("x" * 1_000 + "\n") * 5_000, "terlalu_besar"),
        ("Pasal 1\n" + "x" * 200_001, "baris_terlalu_panjang"),
        ("Pasal 1\nSatu\0dua.", "nul"),
    ],
)
def test_a_text_that_is_none_or_too_long_is_refused(source: str, code: str) -> None:
    with pytest.raises(DraftError) as caught:
        regulation(source)
    assert caught.value.code == code


@pytest.mark.parametrize("long", ["x" * 190_000, "." * 190_000, "x ... " * 30_000, "- " * 90_000])
def test_one_very_long_line_is_read(long: str) -> None:
    law = regulation(f"Pasal 1\nAwal\n{long}akhir.")
    assert law.body[0].text.endswith("akhir.")


def test_a_line_of_gazettes_without_number_costs_no_more_than_its_length() -> None:
    start = time.process_time()
    law = regulation(f"Pasal 1\nx.\nDitetapkan di X\n{'BERITA DAERAH ' * 13_000}")
    assert law.closing.gazette is None
    assert time.process_time() - start < 3


def test_the_depth_of_a_tree_is_bounded() -> None:
    markers = ["(1)", "a.", "1.", "a)", "1)", "(1)"]
    deepest = "\n".join(f"{marker} x:" for marker in markers)
    nodes = list(regulation(f"Pasal 1\n{deepest}").provisions())
    assert nodes[-1].id == "pasal-1.ayat-1.huruf-a.angka-1.huruf-a.angka-1.angka-1"
    deeper = regulation("\n".join(["Pasal 1", *[deepest] * 50]))
    assert max((node.id or "").count(".") for node in deeper.provisions()) <= 12


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    law = regulation("\ufeffPasal 1\r\n(1) Satu.\r\n(2) Dua.\r\n")
    assert [(node.id, node.place.line) for node in law.leaves()] == [
        ("pasal-1.ayat-1", 2),
        ("pasal-1.ayat-2", 3),
    ]
