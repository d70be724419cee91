"""Markdown as converters write it; every line keeps its number."""

import pytest

from patuh_parser.legal.files.markdown import without_markup
from patuh_parser.legal.reader import read_draft


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("## **Pasal 1** {#pasal-1}", "Pasal 1"),
        ("#### *Bagian Kesatu* ####", "Bagian Kesatu"),
        ("> > BAB I", "BAB I"),
        ('<p align="center"><b>BAB I</b></p>', "BAB I"),
        ("Pasal&nbsp;2 &amp; 3\\", "Pasal\xa02 & 3"),
        (r"1\. satu \(dua\) \[tiga\] 5 \< 6", "1. satu (dua) [tiga] 5 < 6"),
        ('sesuai [Pasal 2](#pasal-2 "x")[^1] dan [BAB]{.underline}', "sesuai Pasal 2 dan BAB"),
        ("![lambang](garuda.png)BUPATI", "BUPATI"),
        ("Nomor ____ Tahun __2024__", "Nomor ____ Tahun 2024"),
        ("file_nama_lama dan 3 * 4 * 5", "file_nama_lama dan 3 * 4 * 5"),
        ("<nama bupati> dan <-- panah", "<nama bupati> dan <-- panah"),
        ("| Menimbang | : | a. bahwa x; |", "Menimbang : a. bahwa x;"),
        ("|  |  | b. bahwa \\| y; |", "b. bahwa | y;"),
        ("<tr><td>Menimbang</td><td>:</td></tr>", " Menimbang  :"),
        ("a <!-- catatan --> b <!-- lagi -->", "a  b "),
    ],
)
def test_a_line(written: str, read: str) -> None:
    assert [line.rstrip() for line in without_markup([written])] == [read.rstrip()]


@pytest.mark.parametrize(
    "row",
    ["---", "***", "===", "|---|:--:|", "+---+===+", ":::", "::: {.center}", "```", "```text"],
)
def test_lines_that_only_rule_or_fence_are_blank(row: str) -> None:
    assert list(without_markup(["x", row, "y"])) == ["x", "", "y"]


def test_metadata_and_comments_over_several_lines() -> None:
    rows = ["---", "title: x", "---", "a <!-- b", "c", "d --> e", "f"]
    assert list(without_markup(rows)) == ["", "", "", "a ", "", " e", "f"]
    assert list(without_markup(["---", "BAB I", "---"])) == ["", "BAB I", ""]


def test_breaks_in_a_cell_make_lines_and_blank_lines_give_way() -> None:
    rows = [
        "| Menimbang | : | a. x;<br>b. y;<br/>c. z; |",
        "",
        "Pasal 1",
        "",
        "Pasal 2",
        "",
        "Pasal 3",
    ]
    assert list(without_markup(rows)) == [
        *("Menimbang : a. x;", "b. y;", "c. z;"),
        *("Pasal 1", "Pasal 2", "", "Pasal 3"),
    ]


def test_the_ending_or_nothing_else_tells_markdown() -> None:
    text = b"MEMUTUSKAN:\n**Pasal 1**\nIsi.\n"
    assert read_draft(text, "a.markdown").find("pasal-1") is not None
    assert read_draft(text, "a.txt").find("pasal-1") is None
