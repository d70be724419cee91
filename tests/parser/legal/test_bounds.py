"""Each limit of what is read of a draft, to the unit: just at it is read, just beyond is refused.

Patched down, for files of the real size take their time; tests/test_documented_limits.py holds the
real ones against the documentation.
"""

import random
import zlib
from collections.abc import Callable

import pytest

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files import numbering, package
from patuh_parser.legal.ids import ProvisionIdError, parse_label
from patuh_parser.legal.reader import read_draft

from .test_containers import packed, pdf

FILES = "patuh_parser.legal.files"
Make = Callable[[int], tuple[bytes, str]]


def refused(data: bytes, path: str) -> tuple[str, str] | None:
    """The code of the refusal and what is said in Indonesian, None if the file is read."""
    try:
        read_draft(data, path)
    except DraftError as error:
        return error.code, error.texts["id"][0]
    return None


def text(length: int) -> tuple[bytes, str]:
    """A text of so many bytes, in lines of a hundred thousand."""
    lines = b"Pasal 1\n" + (b"x" * 99_999 + b"\n") * ((length - 8) // 100_000)
    return lines + b"x" * (length - len(lines)), "a.txt"


def characters(count: int) -> tuple[bytes, str]:
    """A text of so many characters in its two lines."""
    return b"Pasal 1\n" + b"x" * (count - 7), "a.txt"


def lines(count: int) -> tuple[bytes, str]:
    return b"Pasal 1\n" + b"x\n" * (count - 2) + b"x", "a.txt"


def line(length: int) -> tuple[bytes, str]:
    return b"Pasal 1\n" + b"x" * length, "a.txt"


PAGE = b"BT /F 12 Tf 72 700 Td (Pasal 1) Tj ET"


def pages(count: int) -> tuple[bytes, str]:
    return pdf(PAGE, kids=b"3 0 R " * count), "a.pdf"


LARGE = 1_000_000
BIG, LONG = "Berkas {} terlalu besar: melebihi {}.", "memuat baris yang lebih panjang dari"
NO_LAW = "itu bukan naskah peraturan."


@pytest.mark.parametrize(
    ("make", "target", "most", "code", "said"),
    [
        (text, "formats.MAX_BYTES", LARGE, "terlalu_besar", BIG.format("a.txt", "1 MB")),
        (characters, "raw_lines.MAX_CHARACTERS", 20, "terlalu_besar",
         BIG.format("a.txt", "20 karakter/characters")),
        (lines, "raw_lines.MAX_LINES", 4, "terlalu_besar", BIG.format("a.txt", "4 baris/lines")),
        (line, "raw_lines.MAX_LINE", 12, "baris_terlalu_panjang",
         f"Berkas a.txt {LONG} 12 karakter; {NO_LAW}"),
        (pages, "pdf.MAX_PAGES", 3, "terlalu_besar", BIG.format("a.pdf", "3 halaman/pages")),
        (pages, "pdf.MAX_CHARACTERS", 21, "terlalu_besar",
         BIG.format("a.pdf", "21 karakter/characters")),
    ],
)  # fmt: skip
def test_at_the_limit_and_beyond_it(
    make: Make, target: str, most: int, code: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{FILES}.{target}", most)
    each = 7 if target == "pdf.MAX_CHARACTERS" else 1  # a page has seven
    assert refused(*make(most // each)) is None
    assert refused(*make(most // each + 1)) == (code, said)


WORD = "word/document.xml"


def unpacked(parts: dict[str, bytes]) -> tuple[str, str] | None:
    try:
        package.Package(packed({WORD: b"<x/>", **parts}), "a.docx")
    except DraftError as error:
        return error.code, error.texts["id"][0].partition("(")[2].rstrip(").")
    return None


def test_the_files_in_a_docx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PARTS", 3)
    assert unpacked({"a": b"", "b": b""}) is None
    assert unpacked({"a": b"", "b": b"", "c": b""}) == ("bom_zip", "3 berkas/files")


def test_what_a_docx_unpacks_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """One file of it, and all together; what does not compress has no ratio to speak of."""
    noise = random.Random(1).randbytes(2_000_000)
    monkeypatch.setattr(package, "MAX_UNPACKED", 2_000_000)
    assert unpacked({"a": noise[: 2_000_000 - len(b"<x/>")]}) is None
    assert unpacked({"a": noise[: 2_000_001 - len(b"<x/>")]}) == ("bom_zip", "2 MB")
    assert unpacked({"a": noise[:1_000_000], "b": noise[1_000_000:]}) == ("bom_zip", "2 MB")


def test_how_much_larger_than_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    blanks, free = b" " * 300_000, 300_000
    size = len(zlib.compress(blanks, 6)) - 6  # without the head and sum of zlib
    monkeypatch.setattr(package, "_FREE", free)
    monkeypatch.setattr(package, "MAX_RATIO", 3)
    assert unpacked({"a": blanks[:-4]}) is None, "with <x/> just what is free"
    assert size * 3 < free
    assert unpacked({"a": blanks + b" "}) == ("bom_zip", "3:1")
    monkeypatch.setattr(package, "MAX_RATIO", free // size + 1)
    assert unpacked({"a": blanks + b" "}) is None


@pytest.mark.parametrize(
    ("name", "most", "make"),
    [
        ("MAX_DEPTH", 5, lambda count: b"<a>" * count + b"</a>" * count),
        ("MAX_ELEMENTS", 6, lambda count: b"<a>" + b"<b/>" * (count - 1) + b"</a>"),
    ],
)
def test_the_elements_of_an_xml_file(
    name: str, most: int, make: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, name, most)
    package.parse_xml(make(most), "a.docx")
    with pytest.raises(DraftError) as caught:
        package.parse_xml(make(most + 1), "a.docx")
    assert caught.value.code == "bom_zip"


@pytest.mark.parametrize(
    ("form", "most", "written"),
    [("lowerLetter", 780, "z" * 30), ("upperRoman", 4_999, "MMMMCMXCIX"), ("decimalZero", 9, "09")],
)
def test_a_number_that_a_form_has_no_letters_for_is_decimal(
    form: str, most: int, written: str
) -> None:
    assert numbering.write_number(most, form) == written
    assert numbering.write_number(most + 1, form) == str(most + 1)


@pytest.mark.parametrize(
    ("name", "at", "beyond"),
    [
        ("pasal-9999", "Pasal 9999", "Pasal 10000"),
        ("pasal-1.ayat-999", "Pasal 1 ayat (999)", "Pasal 1 ayat (1000)"),
        ("pasal-1.angka-999", "Pasal 1 angka 999", "Pasal 1 angka 1000"),
        ("pasal-1.huruf-zz", "Pasal 1 huruf zz", "Pasal 1 huruf zzz"),
        (
            "pasal-1.ayat-1" + ".huruf-a.angka-1" * 2 + ".huruf-a",
            "Pasal 1 ayat (1)" + " huruf a angka 1" * 2 + " huruf a",
            "Pasal 1 ayat (1)" + " huruf a angka 1" * 3,
        ),
        ("pasal-1", "Pasal 1" + " " * 193, None),
        ("pasal-1", f"Pasal{' ' * 194}1", f"Pasal{' ' * 195}1"),
    ],
)
def test_the_label_of_a_provision(name: str, at: str, beyond: str | None) -> None:
    assert parse_label(at) == name
    if beyond is not None:
        with pytest.raises(ProvisionIdError):
            parse_label(beyond)
