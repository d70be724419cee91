"""`patuh chart`: forms, files, what it refuses, and names that would do harm."""

import datetime
import io
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from drawn import HEAD, chart, text_of
from pypdf import PdfReader

from patuh.chart.drawing import draw
from patuh.chart.model import Structure, Unit
from patuh.chart.printing import printed
from patuh.chart.svg import render
from patuh.report.charted import limits

Patuh = Callable[..., tuple[int, bytes, str]]
EVIL = "\"PT <script>alert(1)</script> & 'Rekan'\""


@pytest.fixture
def failing(tmp_path: Path) -> Path:
    path = tmp_path / "gagal.sotk"
    path.write_text(text_of("gagal"), encoding="utf-8")
    return path


def test_the_form_is_that_of_the_ending(patuh: Patuh, failing: Path) -> None:
    starts = {"svg": b"<?xml", "html": b"<!DOCTYPE html>", "png": b"\x89PNG", "pdf": b"%PDF-"}
    for ending, start in starts.items():
        output = failing.with_suffix(f".{ending}")
        assert patuh("bagan", failing, "-o", output) == (0, b"", "")
        assert output.read_bytes().startswith(start)
    assert patuh("chart", failing)[1] == failing.with_suffix(".svg").read_bytes()


def test_a_pdf_is_one_sheet_of_a3_of_the_day_with_all_names_as_text(
    patuh: Patuh, failing: Path
) -> None:
    output = failing.with_suffix(".pdf")
    assert patuh("chart", failing, "-o", output, "--as-of", "2024-03-01")[0] == 0
    first = output.read_bytes()
    assert printed(chart(text_of("gagal")), "pdf", datetime.date(2024, 3, 1)) == first
    reader = PdfReader(io.BytesIO(first))
    [page] = reader.pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (1191, 842)
    text = " ".join(page.extract_text().split())
    assert "Dinas Pendidikan dan Kebudayaan" in text
    assert reader.metadata is not None
    assert str(reader.metadata.creation_date)[:10] == "2024-03-01"


@pytest.mark.parametrize("ending", ["svg", "html"])
def test_a_name_is_text_and_nothing_else(patuh: Patuh, tmp_path: Path, ending: str) -> None:
    path, output = tmp_path / "jahat.sotk", tmp_path / f"jahat.{ending}"
    head = HEAD.replace("Struktur", '</title><script>x</script> & "a"')
    path.write_text(f"{head}Dinas Sosial berhubungan kerja dengan {EVIL}.\n", encoding="utf-8")
    assert patuh("chart", path, "-o", output)[0] == 0
    page = output.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;/title&gt;&lt;script&gt;x&lt;/script&gt; &amp; &quot;a&quot;" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&#x27;Rekan&#x27;" in page


def test_units_that_do_not_fit_on_a3_are_counted_and_a_larger_sheet_is_told() -> None:
    name = "Bidang Perencanaan, Pengendalian dan Evaluasi Pembangunan Nomor"
    tops = [f"d{at}" for at in range(10)]
    below = {top: tuple(f"{top}-{at}" for at in range(30)) for top in tops}
    units = {top: Unit(top, top, top, "dinas", None, below[top]) for top in tops}
    for top in tops:
        units |= {key: Unit(key, name, name, "bidang", top) for key in below[top]}
    structure = Structure("Struktur", units, ())
    [told] = limits(draw(structure, "id"), "id")
    assert told.startswith("220 unit organisasi tidak digambar karena tidak muat pada A3")
    [larger] = limits(draw(structure, "id", whole=True), "id")
    assert "lebih besar daripada A3" in larger


def test_what_is_no_text_is_neither_in_the_picture_nor_stops_typst() -> None:
    """A name that no proposal can have, as if the reader had let it pass."""
    name = "Dinas <b> & \"c\" 'd' \x07\u202e\ufffe]]>#panic()"
    unit = Unit("x", name, name, "dinas", None)
    drawing = draw(Structure(name, {"x": unit}, ()), "id")
    root = ElementTree.fromstring(render(drawing))
    titles = [title.text for title in root.iter("{http://www.w3.org/2000/svg}title")]
    assert titles == ["Dinas <b> & \"c\" 'd'   \ufffd]]>#panic()"] * 2
    assert {one.tag.rpartition("}")[2] for one in root.iter()} == {
        *("svg", "title", "rect", "g", "text"),
    }
    assert printed(drawing, "png", datetime.date(2024, 3, 1)).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "png"], "galat: sebut berkas keluarannya: -o BERKAS.png"),
        (["-o", "x.gif"], "galat: bentuk bagan tidak dikenali dari nama `x.gif`"),
        (["-o", "gagal.sotk"], "galat: bentuk bagan tidak dikenali dari nama `gagal.sotk`"),
        (["-o", "gagal.sotk", "--format", "svg"], "galat: gagal.sotk adalah masukan"),
    ],
)
def test_what_is_refused(
    patuh: Patuh,
    failing: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    told: str,
) -> None:
    monkeypatch.chdir(failing.parent)
    was = failing.read_bytes()
    code, out, said = patuh("chart", "gagal.sotk", *arguments)
    assert (code, out) == (2, b"")
    assert told in said
    assert failing.read_bytes() == was


def test_drafts_and_proposals_without_a_structure_have_none(patuh: Patuh, tmp_path: Path) -> None:
    flow = tmp_path / "alur.sotk"
    head = HEAD.partition("STRUKTUR")[0]
    flow.write_text(
        f'{head}ALUR laporan "L"\n  1. Dinas Sosial menyampaikan laporan kepada Bupati.\n',
        encoding="utf-8",
    )
    assert patuh("chart", flow)[0] == 2
    assert "tidak memuat STRUKTUR" in patuh("chart", flow)[2]
    assert "bagan digambar dari usulan" in patuh("chart", tmp_path / "naskah.docx")[2]


def test_without_typst_it_is_said_what_to_install(
    patuh: Patuh, failing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    code, _, said = patuh("chart", failing, "-o", failing.with_suffix(".png"))
    assert code == 2
    assert "pip install 'patuh[chart]'" in said
    assert patuh("chart", failing, "-o", failing.with_suffix(".svg"))[0] == 0


def test_a_report_in_html_holds_the_chart(patuh: Patuh, failing: Path) -> None:
    code, out, _ = patuh("check", failing, "--format", "html")
    page = out.decode()
    assert code == 1
    assert page.count("<svg viewBox") == 1
    assert "3. Dinas Pariwisata bertanggung jawab langsung kepada Bupati" in page
    assert "<strong>3. pelanggaran [H7]</strong>" in page
