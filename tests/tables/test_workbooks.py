"""Workbooks: which sheet is read, and what its cells hold; hostile ones are refused at once."""

import io
import random
import sys
import zipfile
from collections.abc import Callable

import pytest
from workbooks import book, sheet

from patuh.tables import guard
from patuh.tables.told import TableError
from patuh.tables.workbook import LibraryMissingError, sheets_of

Reader = Callable[..., tuple[list[str], list[str]]]
UNITS = [["Nama Unit", "Atasan"], ["DINAS SOSIAL", ""], ["SEKRETARIAT", "DINAS SOSIAL"]]
GIVEN = ["Dinas Sosial. # UNOR!A2", "Sekretariat pada Dinas Sosial. # UNOR!A3"]


def test_titles_merged_parents_and_other_sheets(read: Reader) -> None:
    rows = [
        ["SUSUNAN ORGANISASI DINAS SOSIAL"],
        [],
        ["", "NO", "ATASAN", "NAMA UNIT"],
        ["", 1, "BUPATI PASER", "DINAS SOSIAL"],
        ["", 2, "DINAS SOSIAL", "SEKRETARIAT"],
        ["", 3, "", "BIDANG REHABILITASI"],
        ["", 4, "", "BIDANG PEMBERDAYAAN"],
    ]
    sheets = {
        "Data 'Unor'": sheet(rows, ["A1:D1", "C5:C7"]),
        "Lama": sheet(UNITS),
        "Catatan": sheet([["Dicetak dari SIASN"]]),
        "Kosong": sheet([]),
    }
    assert read(book(sheets, hidden=["Lama"]), "u.xlsx") == (
        [
            "Dinas Sosial. # 'Data ''Unor'''!D4",
            "Sekretariat pada Dinas Sosial. # 'Data ''Unor'''!D5",
            "Bidang Rehabilitasi pada Dinas Sosial. # 'Data ''Unor'''!D6",
            "Bidang Pemberdayaan pada Dinas Sosial. # 'Data ''Unor'''!D7",
        ],
        ["lembar_tersembunyi", "lembar_lain"],
    )


def test_ids_may_be_numbers(read: Reader) -> None:
    rows = [["ID", "NAMA UNOR", "DIATASAN ID"], [1, "DINAS SOSIAL", ""], [2.0, "SEKRETARIAT", 1.0]]
    assert read(book({"UNOR": sheet(rows)}), "u.xlsx") == (
        ["Dinas Sosial. # UNOR!B2", "Sekretariat pada Dinas Sosial. # UNOR!B3"],
        [],
    )


def test_a_head_of_two_rows(read: Reader) -> None:
    rows = [
        ["NO", "UNIT KERJA", "", "ATASAN", ""],
        ["", "KODE", "NAMA", "KODE", "NAMA"],
        [1, "01", "DINAS SOSIAL", "", ""],
        [2, "02", "SEKRETARIAT", "01", "DINAS SOSIAL"],
    ]
    assert read(book({"UNOR": sheet(rows, ["A1:A2", "B1:C1", "D1:E1"])}), "u.xlsx") == (
        ["Dinas Sosial. # UNOR!C3", "Sekretariat pada Dinas Sosial. # UNOR!C4"],
        [],
    )


def test_of_several_tables_one_is_chosen(read: Reader) -> None:
    data = book({"UNOR": sheet(UNITS), "Lama": sheet(UNITS)})
    assert read(data, "u.xlsx") == ([], ["lembar_ganda"])
    assert read(data, "u.xlsx", sheet="UNOR") == (GIVEN, [])
    assert read(data, "u.xlsx", sheet="unor") == ([], ["lembar_tak_ada"])


@pytest.mark.parametrize(
    ("name", "error"),
    [("=A1&B1", "rumus_kosong UNOR!A4"), ("#REF!", "sel_galat UNOR!A4")],
)
def test_broken_cells(read: Reader, name: str, error: str) -> None:
    assert read(book({"UNOR": sheet([*UNITS, [name, "DINAS SOSIAL"]])}), "u.xlsx") == ([], [error])


def test_an_empty_workbook(read: Reader) -> None:
    assert read(book({"UNOR": sheet([])}), "u.xlsx") == ([], ["kepala_tak_ada"])
    assert read(book({"UNOR": sheet(UNITS[:1])}), "u.xlsx") == ([], ["tanpa_satuan UNOR!A1"])


def test_without_the_library_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(LibraryMissingError):
        sheets_of(book({"UNOR": sheet(UNITS)}), "u.xlsx")


FAR = '<c r="XFD1048576"><v>1</v></c>'
HOSTILE = {
    "far": (f"<row>{FAR}</row>", "terlalu_banyak_baris"),
    "far behind a mark": (f'<row><c x=">" {FAR[3:]}</row>', "rusak"),
    "far in other quotes": (f"<row>{FAR}</row>".replace('"', "'"), "terlalu_banyak_baris"),
    "wide": ('<row><c r="A99999"><v>1</v></c><c r="XFD1"><v>1</v></c></row>', "terlalu_banyak_sel"),
    "no place": ("<row><c><v>1</v></c></row>", "rusak"),
    "prefixed": (
        f'<x:row xmlns:x="{"u"}">{FAR.replace("<c", "<x:c")}</x:row>',
        "terlalu_banyak_baris",
    ),
    "entities": ('<!DOCTYPE a [<!ENTITY b "c">]>', "rusak"),
    "not closed": ("<row><c r='A1'>", "rusak"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_sheet_that_spans_too_much_is_refused(read: Reader, name: str) -> None:
    inner, error = HOSTILE[name]
    assert read(
        book({"UNOR": sheet(UNITS).replace("<sheetData>", f"<sheetData>{inner}")}), "u.xlsx"
    ) == ([], [error])


def test_a_long_text_at_many_cells_is_refused(read: Reader) -> None:
    text = f"<si><t>{random.Random(1).randbytes(10_000).hex()}</t></si>"
    for value in ("<v>0</v>", "<v >0</v>"):
        cells = "".join(f'<c r="A{at}" t="s">{value}</c>' for at in range(1, 10_001))
        part = f"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>"
        assert read(book({"UNOR": part}, shared=text), "u.xlsx") == ([], ["terlalu_banyak_teks"])


def test_cells_that_are_only_formatted_span_nothing(read: Reader) -> None:
    inner = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    data = book({"UNOR": sheet(UNITS).replace("</sheetData>", f"{inner}</sheetData>")})
    assert read(data, "u.xlsx") == (GIVEN, [])


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


FILES = {
    "no container": (b"PK\x03\x04nothing", "rusak"),
    "old": (b"\xd0\xcf\x11\xe0" + bytes(600), "xlsx_lama"),
    "text": (b"Nama Unit;Atasan\n", "bukan_xlsx"),
    "other container": (packed({"a.txt": b"a"}), "rusak"),
    "bomb": (packed({"xl/workbook.xml": b" " * 30_000_000}), "bom_zip"),
    "macros": (packed({"xl/workbook.xml": b"<a/>", "xl/vbaProject.bin": b"x"}), "makro"),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_workbook_is_said(read: Reader, name: str) -> None:
    data, error = FILES[name]
    assert read(data, "u.xlsx") == ([], [error])


def test_a_damaged_workbook_never_does_more_than_to_be_refused(read: Reader) -> None:
    data, chance = book({"UNOR": sheet(UNITS)}), random.Random(7)
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        sentences, told = read(bytes(broken[: chance.choice([None, len(data) // 2])]), "u.xlsx")
        assert sentences or told


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("Nama Unit\nDinas Sosial\n".encode("utf-8-sig"), []),
        ("Nama Unit\nDinas Sosial\n".encode("utf-16"), []),
        (b"Nama Unit;Ket\nDinas Sosial;\xe9\n", ["cp1252", "kolom_tak_dibaca u!B1"]),
        (b"sep=,\nNama Unit,Ket\nDinas Sosial,\n", ["kolom_tak_dibaca u!B2"]),
        (b'"Nama Unit","Ket; 1"\n"Dinas Sosial",""\n', ["kolom_tak_dibaca u!B1"]),
    ],
)
def test_csv_in_any_characters(read: Reader, data: bytes, told: list[str]) -> None:
    row = 3 if data.startswith(b"sep") else 2
    assert read(data) == ([f"Dinas Sosial. # u!A{row}"], told)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"Nama Unit\0\nDinas", "bukan_teks"),
        (b"\xff\xfea", "bukan_teks"),
        (b'Nama Unit;A\n"Dinas Sosial;B\n', "csv_rusak"),
        (b"", "kepala_tak_ada"),
        (b"Nama Unit\n" + b"x" * 140_000, "csv_rusak"),
    ],
)
def test_csv_that_is_none(read: Reader, data: bytes, error: str) -> None:
    assert read(data) == ([], [error])


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        (b"Nama Unit\nDinas Sosial\n", []),
        (b"Nama Unit\nDinas Sosial\nDinas Air\n", ["terlalu_banyak_baris"]),
    ],
)
def test_rows_are_bounded(
    read: Reader, rows: bytes, error: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("patuh.tables.delimited.MOST_ROWS", 2)
    assert read(rows)[1] == error


@pytest.mark.parametrize(
    ("place", "error"),
    [
        ("A100000", None),
        ("A100001", "terlalu_banyak_baris"),
        ("T100000", None),  # twenty columns: two million cells
        ("U95238", None),
        ("U95239", "terlalu_banyak_sel"),
    ],
)
@pytest.mark.parametrize("head", ["<c r=", "<c  r="])
def test_what_a_sheet_may_span(place: str, error: str | None, head: str) -> None:
    """However its cells are written."""
    part = f'<row>{head}"{place}"><v>1</v></c></row>'.encode()
    if error is None:
        guard.check({"a.xml": part})
        return
    with pytest.raises(TableError) as caught:
        guard.check({"a.xml": part})
    assert [one.key for one in caught.value.errors] == [error]


def test_sheets_and_merged_cells_are_bounded(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("patuh.tables.workbook.MOST_SHEETS", 2)
    monkeypatch.setattr("patuh.tables.workbook.MOST_MERGED", 2)
    ranges = ("D1:E1", "D2:E2", "D3:E3")
    names = ("UNOR", "B", "C")
    for most, errors in ((2, []), (3, ["terlalu_banyak_lembar"])):
        pages = {name: sheet(UNITS if name == "UNOR" else []) for name in names[:most]}
        assert read(book(pages), "u.xlsx")[1] == errors
    for most, errors in ((2, []), (3, ["terlalu_banyak_gabungan"])):
        assert read(book({"UNOR": sheet(UNITS, ranges[:most])}), "u.xlsx")[1] == errors
