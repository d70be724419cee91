"""The report for a superior: Word and PDF hold the same study, of the day, with the chart."""

import datetime
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from drawn import HEAD, text_of
from pypdf import PdfReader

from patuh.report.paper import pdf, word
from patuh.report.paper.blocks import Fields, Grid, Heading, Paper, Paragraph, Run

Patuh = Callable[..., tuple[int, bytes, str]]
HEADINGS = [
    "Telaahan Staf",
    "I. Persoalan",
    "II. Praanggapan",
    "III. Fakta yang Mempengaruhi",
    "IV. Analisis",
    "Pelanggaran (3)",
    "Belum lengkap (1)",
    "V. Kesimpulan",
    "VI. Saran",
    "Lampiran: Bagan",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kertas")
    (path / "gagal.sotk").write_text(text_of("gagal"), encoding="utf-8")
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    text = f"{HEAD}Dinas Sosial bertanggung jawab langsung kepada Bupati.  # sel A!B2\n"
    (tmp_path / "gagal.sotk").write_text(text, encoding="utf-8")
    return tmp_path


def made(patuh: Patuh, folder: Path, form: str, *more: str) -> bytes:
    output = folder / f"laporan.{form}"
    asked = ("--format", form, "-o", output, "--as-of", "2024-03-01", *more)
    code, out, said = patuh("check", folder / "gagal.sotk", *asked)
    assert (code, out, said) == (1, b"", "")
    return output.read_bytes()


def test_word_holds_head_findings_matrix_and_chart(patuh: Patuh, folder: Path) -> None:
    document = docx.Document(io.BytesIO(made(patuh, folder, "docx", "--repairs")))
    headings = [line.text for line in document.paragraphs if line.style.name.startswith("Heading")]
    assert headings == HEADINGS
    head, counts, matrix, signing = document.tables
    assert [row.cells[0].text for row in signing.rows] == ["Jabatan", "Tanda tangan", "Nama", "NIP"]
    assert all(row._tr.trPr.xpath("w:cantSplit") for row in matrix.rows)
    kept = [line.text for line in document.paragraphs if line.paragraph_format.keep_with_next]
    assert [line[:2] for line in kept] == ["1.", "2.", "3.", "4."]
    fields = {row.cells[0].text: row.cells[1].text for row in head.rows}
    assert fields["Tanggal"] == ": 1 Maret 2024"
    assert fields["Hal"].endswith("“Struktur organisasi Perangkat Daerah Kabupaten Paser”")
    assert [row.cells[1].text for row in counts.rows] == ["Banyaknya", "3", "1", "0", "0"]
    rows = [[cell.text.strip() for cell in row.cells] for row in matrix.rows]
    assert rows[0] == ["No.", "Temuan", "Semula", "Menjadi"]
    assert rows[3][2:] == [
        "Dinas Pariwisata bertanggung jawab langsung kepada Bupati.",
        "Dinas Pariwisata bertanggung jawab kepada Bupati melalui Sekretaris Daerah.",
    ]
    text = "\n".join(line.text for line in document.paragraphs)
    assert "“Dinas Pariwisata bertanggung jawab langsung kepada Bupati.” (baris 129)" in text
    assert "Dasar: Pasal 14 ayat (2) huruf e Perbup Paser 56/2020 – dikutip di atas" in text
    assert "Saran: tulis: “Dinas Pariwisata bertanggung jawab kepada Bupati melalui" in text
    assert "Lampiran (bagan mekanisme) Perbup Paser 56/2020" in text
    [picture] = document.inline_shapes
    sheet = document.sections[-1]
    assert picture.width <= sheet.page_width
    assert (round(sheet.page_width.mm), round(sheet.page_height.mm)) == (420, 297)


def test_pdf_says_the_same_and_ends_with_the_chart_on_a3(patuh: Patuh, folder: Path) -> None:
    reader = PdfReader(io.BytesIO(made(patuh, folder, "pdf")))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    positions = [text.find(heading) for heading in HEADINGS]
    assert -1 not in positions
    assert positions == sorted(positions)
    assert "melalui Sekretaris Daerah" in text
    last = reader.pages[-1].mediabox
    assert (round(last.width), round(last.height)) == (1191, 842)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_same_day_gives_the_same_bytes_and_is_the_only_time(
    patuh: Patuh, small: Path, form: str
) -> None:
    first = made(patuh, small, form)
    assert made(patuh, small, form) == first
    if form == "docx":
        paper = docx.Document(io.BytesIO(first))
        quoted = [line.text for line in paper.paragraphs if line.text.startswith("“Dinas")]
        said = "“Dinas Sosial bertanggung jawab langsung kepada Bupati.”"
        assert set(quoted) == {f"{said} (baris 8 (A!B2))"}
        properties = paper.core_properties
        times = [properties.created, properties.modified]
        with zipfile.ZipFile(io.BytesIO(first)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    else:
        told = PdfReader(io.BytesIO(first)).metadata
        assert told is not None
        times = [told.creation_date, told.modification_date or told.creation_date]
    assert {str(time)[:19] for time in times} == {"2024-03-01 00:00:00"}


def test_a_clean_proposal_is_not_said_to_comply_with_what_was_not_assessed(
    patuh: Patuh, tmp_path: Path, root: Path
) -> None:
    output = tmp_path / "bersih.docx"
    proposal = root / "corpus" / "proposals" / "paser_struktur_dasar.sotk"
    assert patuh("check", proposal, "--format", "docx", "-o", output)[0] == 0
    text = "\n".join(line.text for line in docx.Document(str(output)).paragraphs)
    assert "Tidak ada temuan. Itu berlaku bagi yang dinilai saja" in text


def test_a_draft_has_a_study_without_a_chart(patuh: Patuh, tmp_path: Path, root: Path) -> None:
    output = tmp_path / "naskah.docx"
    draft = root / "corpus" / "drafts" / "revisi_kutim_41_2023.txt"
    assert patuh("check", draft, "--format", "docx", "-o", output)[0] in (0, 1)
    document = docx.Document(str(output))
    assert len(document.inline_shapes) == 0
    assert document.tables[0].rows[4].cells[1].text == ": –"


@pytest.mark.parametrize("render", [word.render, pdf.render])
def test_texts_are_data_for_word_and_typst(render: Callable[[Paper], bytes]) -> None:
    evil = "#panic(1) $x$ *a* _b_ `c` @d <w:t> & </w:t> \\ \x07\u202e"
    cell = (Run(evil),)
    blocks = (
        Heading(evil, 1),
        Fields(((evil, evil),)),
        Paragraph(cell, "item", evil),
        Grid((evil, "b"), (1, 1), ((cell, cell),)),
    )
    data = render(Paper(evil, "id", datetime.date(2024, 3, 1), blocks))
    if data.startswith(b"%PDF"):
        text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
        assert text.count("#panic(1)") == 8
    else:
        document = docx.Document(io.BytesIO(data))
        assert document.paragraphs[0].text == evil.replace("\x07\u202e", "  ")
        assert document.tables[1].rows[1].cells[0].text == evil.replace("\x07\u202e", "  ")


@pytest.mark.parametrize(
    ("form", "library", "extra"), [("docx", "docx", "docx"), ("pdf", "typst", "chart")]
)
def test_without_its_library_it_is_said_what_to_install(
    patuh: Patuh, small: Path, monkeypatch: pytest.MonkeyPatch, form: str, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    output = small / f"tanpa.{form}"
    code, _, said = patuh("check", small / "gagal.sotk", "--format", form, "-o", output)
    assert code == 2
    assert f"pip install 'patuh[{extra}]'" in said
    assert not output.exists()


def test_word_without_typst_says_so_in_place_of_the_chart(
    patuh: Patuh, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    document = docx.Document(io.BytesIO(made(patuh, small, "docx")))
    assert "pip install 'patuh[chart]'" in document.paragraphs[-1].text


def test_forms_that_are_no_text_need_a_file(patuh: Patuh, folder: Path) -> None:
    for form in ("docx", "pdf"):
        code, out, said = patuh("check", folder / "gagal.sotk", "--format", form)
        assert (code, out) == (2, b"")
        assert f"galat: sebut berkas keluarannya: -o BERKAS.{form}" in said


def test_every_form_is_written_into_a_file_and_never_onto_an_input(
    patuh: Patuh, small: Path
) -> None:
    folder, proposal = small, small / "gagal.sotk"
    for form in ("text", "json", "html", "sarif", "junit"):
        output = folder / f"laporan.{form}"
        asked = ("check", proposal, "--format", form, "--as-of", "2024-03-01")
        shown = patuh(*asked)
        assert patuh(*asked, "-o", output) == (shown[0], b"", shown[2])
        assert output.read_bytes() == shown[1]
    was = proposal.read_bytes()
    code, _, said = patuh("check", folder, "-o", proposal)
    assert code == 2
    assert "adalah masukan" in said
    assert proposal.read_bytes() == was


def test_two_studies_each_begin_an_upright_page_behind_the_chart(patuh: Patuh, small: Path) -> None:
    text = (small / "gagal.sotk").read_text(encoding="utf-8")
    (small / "lain.sotk").write_text(text.replace("Sosial", "Kesehatan"), encoding="utf-8")
    for form in ("docx", "pdf"):
        output = small / f"dua.{form}"
        both = (small / "gagal.sotk", small / "lain.sotk")
        assert patuh("check", *both, "--format", form, "-o", output)[0] == 1
    sections = docx.Document(str(small / "dua.docx")).sections
    assert [round(one.page_width.mm) for one in sections] == [210, 420, 210, 420]
    numbered = [sections[at].footer.paragraphs[0].text for at in (0, 2)]
    assert numbered == [" / ", " / "]
    pages = PdfReader(str(small / "dua.pdf")).pages
    widths = [round(page.mediabox.width / 72 * 25.4) for page in pages]
    assert widths in ([210, 420, 210, 420], [210, 210, 420, 210, 210, 420])
