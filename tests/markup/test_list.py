"""The list of corrections: its rows, the cap of each kind, and its two forms."""

import io
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from click.testing import CliRunner

from patuh.cli import main
from patuh.draft_checking import check_draft
from patuh.markup import list_files
from patuh.markup.listed import MOST_OF_A_KIND, Entry, Listed, listed
from patuh_parser.legal.reader import read_draft

from .word_files import TEXT, part

BODY = """(1) Dinas membuat analisa.
(2) Dinas sebagaimana dimaksud dalam ayat (1) mempunyai tugas:
a. satu,
b. dua; dan
c. tiga."""
BASIS = "Lampiran II angka {} UU 12/2011"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def draft_in(folder: Path, body: str) -> Path:
    path = folder / "naskah.txt"
    path.write_text(TEXT.replace("@", body), encoding="utf-8")
    return path


def made(path: Path, name: str, *more: str) -> bytes:
    out = path.parent / name
    call = ["check", str(path), "--corrections", str(out), "--as-of", "2025-06-01", *more]
    assert CliRunner().invoke(main, call).exit_code == 0
    return out.read_bytes()


def sheet_of(data: bytes) -> list[list[str]]:
    root = ElementTree.fromstring(part(data, "xl/sheet1.xml"))
    assert not list(root.iter(f"{S}f"))
    return [["".join(cell.itertext()) for cell in row] for row in root.iter(f"{S}row")]


ROWS = [
    ["1.", "Pasal 2 ayat (1)", "analisa", "analisis", BASIS.format("246")],
    ["2.", "Pasal 2 ayat (2)", "dalam", "pada", BASIS.format("272")],
    ["3.", "Pasal 2 ayat (2) huruf a", "a. satu,", "a. satu;", BASIS.format("87")],
]


def test_the_rows_stand_under_their_article(tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(made(draft_in(tmp_path, BODY), "daftar.docx")))
    head, group, *rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert head == ["No.", "Tempat", "Tertulis", "Seharusnya", "Dasar"]
    assert group == ["Pasal 2"] * 5
    assert rows == ROWS


def test_the_sheet_has_the_same_rows_and_the_same_bytes_twice(tmp_path: Path) -> None:
    path = draft_in(tmp_path, BODY)
    data = made(path, "daftar.xlsx")
    head, *rows = sheet_of(data)
    assert head == ["No.", "Tempat", "Tertulis", "Seharusnya", "Dasar"]
    assert rows == [[row[0].rstrip("."), *row[1:]] for row in ROWS]
    assert made(path, "lagi.XLSX") == data


def test_what_is_not_changed_is_advised_and_the_closing_is_a_part(tmp_path: Path) -> None:
    path = draft_in(tmp_path, "Dinas bekerja.")
    text = path.read_text(encoding="utf-8").replace("\nBUDI", "\nBUDI, S.H.")
    result = check_draft(text.encode(), "a.txt")
    found = listed(result, read_draft(text.encode(), "a.txt"), [], "id")
    assert [(one.group, one.should) for one in found.entries] == [
        (
            "Penutup",
            "tulis nama lengkap saja (nama BUDI, S.H. ditulis dengan gelar, pangkat atau NIP)",
        )
    ]


def test_of_each_kind_only_so_many_places_are_listed(tmp_path: Path) -> None:
    body = "\n".join(f"({n}) Dinas membuat analisa." for n in range(1, MOST_OF_A_KIND + 6))
    *_, last, told = sheet_of(made(draft_in(tmp_path, body), "daftar.xlsx"))
    assert last[:2] == [str(MOST_OF_A_KIND), f"Pasal 2 ayat ({MOST_OF_A_KIND})"]
    assert told[2] == "T18 (Salah ketik dan ejaan tidak baku): 5 tempat lagi tidak didaftar."


def test_no_cell_is_a_formula_or_holds_what_xml_does_not() -> None:
    entry = Entry("x", "x", '=HYPERLINK("http://a")&<b>', "\x00\ud800" + "y" * 40_000, "+1")
    rows = sheet_of(list_files.as_sheet(Listed((entry,), ()), "id"))
    assert rows[1][2] == entry.written
    assert rows[1][3] == " \ufffd" + "y" * 31_998
    assert docx.Document(io.BytesIO(list_files.as_word(Listed((entry,), ()), "x", "id")))


@pytest.mark.parametrize("name", ["daftar.pdf", "daftar"])
def test_other_endings_are_refused(tmp_path: Path, name: str) -> None:
    path = draft_in(tmp_path, "Dinas bekerja.")
    run = CliRunner().invoke(main, ["check", str(path), "--corrections", str(tmp_path / name)])
    assert run.exit_code == 2
    assert "berakhiran .docx atau .xlsx" in run.output
