"""Files that give no text end in ``DraftError`` with the right code, never otherwise."""

import io
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from types import ModuleType

import pytest

from patuh_parser.legal.data import table
from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.reader import read_draft

BODY = "Pasal 1\nBupati menetapkan x.\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DTD = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


def code(data: bytes, path: str) -> str:
    with pytest.raises(DraftError) as caught:
        read_draft(data, path)
    assert caught.value.path == path
    return caught.value.code


def packed(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def encrypted_zip(build: ModuleType) -> bytes:
    data = bytearray(build.as_docx(BODY))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(magic)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(magic, at + 1)
    return bytes(data)


def encrypted_pdf(build: ModuleType) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(build.as_pdf(BODY))))
    writer.encrypt("rahasia", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def scan() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.showPage()
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "path", "expected"),
    [
        (b"", "a.txt", "kosong"),
        (b" \n\t\n", "a.docx", "kosong"),
        ("\u200b\u00a0\n".encode(), "a.txt", "kosong"),
        (b"Pasal 1\n\0x", "a.txt", "nul"),
        (lambda: b"x" * 10_000_000, "a.txt", "baris_terlalu_panjang"),
        (lambda: b"x y " * 2_500_000, "a.md", "baris_terlalu_panjang"),
        (lambda: b"x\n" * 60_000, "a.txt", "terlalu_besar"),
        (lambda: b"x" * 50_000_001, "a.txt", "terlalu_besar"),
        (b"{\\rtf1 Pasal 1}", "a.txt", "perlu_office"),
        (b"Pasal 1", "a.odt", "format_tak_dikenal"),
        (b"Pasal 1", "a.docx", "docx_rusak"),
        (b"Pasal 1", "a.pdf", "pdf_rusak"),
        (b"%PDF-1.7\nnothing", "a.pdf", "pdf_rusak"),
        (b"PK\x03\x04 nothing", "a.docx", "docx_rusak"),
        (OLE + b"\0" * 512, "a.doc", "doc_lama"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "terenkripsi"),
        (OLE + "_VBA_PROJECT".encode("utf-16-le"), "a.doc", "makro"),
        (packed({"EncryptedPackage": b"x", "word/document.xml": b"<x/>"}), "a.docx", "terenkripsi"),
        (packed({"a.txt": b"x"}), "a.docx", "format_tak_dikenal"),
        (b"x\0y", "a.zip", "format_tak_dikenal"),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "a.ods",
            "format_tak_dikenal",
        ),
        (packed({"word/document.xml": b"<x"}), "a.docx", "docx_rusak"),
        (packed({"word/styles.xml": b"<x/>"}), "a.docx", "docx_rusak"),
        (packed({"word/document.xml": DTD.encode()}), "a.docx", "entitas_eksternal"),
        (packed({"word/document.xml": LAUGHS.encode()}), "a.docx", "entitas_eksternal"),
        (packed({"word/document.xml": b"<x/>", "word/vbaProject.bin": b"x"}), "a.docx", "makro"),
        (lambda: packed({"word/document.xml": b" " * 20_000_000}), "a.docx", "bom_zip"),
        (lambda: packed({"word/document.xml": b"<a>" * 5_000}), "a.docx", "bom_zip"),
        (lambda: packed({f"a{at}": b"" for at in range(6_000)}), "a.docx", "bom_zip"),
    ],
    ids=lambda value: value if isinstance(value, str) else "data",
)
def test_refused(data: bytes | Callable[[], bytes], path: str, expected: str) -> None:
    """What is large is made here: no process need hold it that only collects the tests."""
    assert code(data() if callable(data) else data, path) == expected


def test_macros_are_refused_by_content_and_not_by_name(build: ModuleType) -> None:
    made = build.as_docx(BODY)
    assert read_draft(made, "a.docm").body
    parts = {}
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(
        b"application/xml", b"application/vnd.ms-word.document.macroEnabled.main+xml"
    )
    assert code(packed(parts), "a.docx") == "makro"


def test_encrypted_files_are_refused(build: ModuleType) -> None:
    assert code(encrypted_zip(build), "a.docx") == "terenkripsi"
    assert code(encrypted_pdf(build), "a.pdf") == "terenkripsi"


def test_a_scan_is_refused_with_its_pages() -> None:
    with pytest.raises(DraftError) as caught:
        read_draft(scan(), "pindai.pdf")
    assert caught.value.code == "pindaian"
    message, hint = caught.value.texts["id"]
    assert "2 halaman" in message
    assert hint is not None
    assert "OCR" in hint


def test_truncated_files_give_no_traceback(build: ModuleType) -> None:
    for made, name in ((build.as_docx(BODY), "a.docx"), (build.as_pdf(BODY), "a.pdf")):
        for length in range(0, len(made), max(1, len(made) // 60)):
            with suppress(DraftError):
                read_draft(made[:length], name)


def test_a_forged_size_does_not_help() -> None:
    """The bytes that come out count, not the size that the file claims."""
    data = bytearray(packed({"word/document.xml": b" " * 30_000_000}))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert code(bytes(data), "a.docx") in ("bom_zip", "docx_rusak")


def pdf(content: bytes, kids: bytes = b"3 0 R", resources: bytes = b"", more: bytes = b"") -> bytes:
    """A PDF of one page, with a table of its objects."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%b>>>>" % resources,
        b"<</Length %d>> stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        more or b"null",
    ]
    made, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, each in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(made)
        made += b"%d 0 obj %b endobj\n" % (number, each)
    end = b"trailer <</Root 1 0 R/Size 7>>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"xref\n0 7\n" + table + end


def test_a_page_that_is_listed_often_is_read_once() -> None:
    words = b"BT /F 12 Tf 72 700 Td " + b"(Pasal 1) Tj 0 -12 Td " * 40 + b"ET"
    start = time.process_time()
    assert len(read_draft(pdf(words, kids=b"3 0 R " * 100), "a.pdf").lines) == 4_000
    assert code(pdf(words, kids=b"3 0 R " * 1_999), "a.pdf") == "terlalu_besar"
    assert time.process_time() - start < 5


LOOP = (
    b"<</Type/XObject/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>/Length 5>>"
    b" stream\n/X Do\nendstream"
)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pdf(b"BT /F 12 Tf 72 700 Td (Pasal 1) Tj ET"), "Pasal 1"),
        (pdf(b"", kids=b"2 0 R"), "pdf_rusak"),
        (
            pdf(b"/X Do BT /F 12 Tf (Pasal 1) Tj ET", resources=b"/XObject<</X 6 0 R>>", more=LOOP),
            "Pasal 1",
        ),
        (pdf(b"BT /F 12 Tf " + b"(x) Tj 10000000 -12 Td " * 3_000 + b"ET"), "x"),
        (pdf(b"[" * 100_000), "pindaian"),
    ],
    ids=["as it should be", "pages in pages", "forms in forms", "far apart", "brackets"],
)
def test_loops_in_a_pdf_come_to_an_end(data: bytes, expected: str) -> None:
    start = time.process_time()
    try:
        found = read_draft(data, "a.pdf").lines[0].text
    except DraftError as error:
        found = error.code
    assert found == expected
    assert time.process_time() - start < 10


def test_every_error_speaks_both_languages() -> None:
    assert all(
        {key.removeprefix("hint_") for key in texts} == {"id", "en"} == texts.keys() & {"id", "en"}
        and ("hint_id" in texts) == ("hint_en" in texts)
        for texts in table("messages")["errors"].values()
    )
    error = DraftError("pindaian", "x.pdf", pages=3)
    assert str(error) == error.texts["id"][0]
    assert "x.pdf" in error.texts["en"][0]
