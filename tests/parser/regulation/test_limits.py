"""Hostile and oversized input ends in RegulationError, and soon."""

import subprocess
import sys

import pytest

from patuh_parser.regulation import MAX_CHARACTERS, MAX_LINES, RegulationError, read_regulation


@pytest.mark.parametrize(
    "source", ["", " \n\n", "Menimbang : a. bahwa", "pasal satu", "Pasal 2\nx"]
)
def test_a_text_without_pasal_1_is_refused(source: str) -> None:
    with pytest.raises(RegulationError, match="Pasal 1") as caught:
        read_regulation(source)
    assert caught.value.line is None


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(RegulationError, match="longer than 20000000 characters"):
        read_regulation("Pasal 1\n" + "x" * MAX_CHARACTERS)


def test_a_text_of_too_many_lines_is_refused() -> None:
    with pytest.raises(RegulationError, match="more than 200000 lines"):
        read_regulation("Pasal 1\n" + "\n" * MAX_LINES)


def test_nul_characters_are_refused_with_their_line() -> None:
    with pytest.raises(RegulationError, match="NUL") as caught:
        read_regulation("Pasal 1\nSatu\0dua.")
    assert caught.value.line == 2


@pytest.mark.parametrize(
    "long", ["x" * 2_000_000, "." * 2_000_000, "x ... " * 300_000, "- " * 900_000]
)
def test_one_very_long_line_is_read(long: str) -> None:
    regulation = read_regulation(f"Pasal 1\nAwal\n{long}akhir.")
    assert regulation.provisions[0].text.endswith("akhir.")


def test_the_depth_of_a_tree_is_bounded() -> None:
    markers = ["(1)", "a.", "1.", "a)", "1)", "(1)"]
    deepest = "\n".join(f"{marker} x:" for marker in markers)
    nodes = list(read_regulation(f"Pasal 1\n{deepest}").walk())
    assert nodes[-1].id == "pasal-1.ayat-1.huruf-a.angka-1.huruf-a.angka-1.angka-1"
    with pytest.raises(RegulationError, match="follows on no open list"):
        read_regulation(f"Pasal 1\n{deepest}\na. x")


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    regulation = read_regulation("\ufeffPasal 1\r\n(1) Satu.\r\n(2) Dua.\r\n")
    assert [(node.id, node.line) for node in regulation.leaves()] == [
        ("pasal-1.ayat-1", 2),
        ("pasal-1.ayat-2", 3),
    ]


def test_lark_is_imported_only_when_a_text_is_read() -> None:
    code = "import sys, patuh_parser.regulation; sys.exit('lark' in sys.modules)"
    environment = {"PYTHONPATH": ":".join(sys.path)}
    assert (
        subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0
    )
