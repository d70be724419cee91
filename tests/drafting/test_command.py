"""Drafts on the command line: formats, folders, the amended regulation, hostile files, graphs."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject
from reportlab.pdfgen.canvas import Canvas

from patuh.cli import main
from patuh.draft_checking import check_draft
from patuh.messages import LANGUAGES

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "corpus"
DRAFTS = CORPUS / "drafts"
AMENDING = DRAFTS / "perubahan_pola_hubungan_kerja.txt"
BASE = DRAFTS / "koordinasi_daerah.docx"


def patuh(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def test_the_perfect_draft_is_clean() -> None:
    run = patuh("check", DRAFTS / "tanpa_cela.docx")
    assert run.exit_code == 0
    assert "tidak ada temuan (UU 12/2011)" in run.output


def test_a_summary_is_no_quotation_and_word_places_are_told() -> None:
    run = patuh("check", DRAFTS / "staf_ahli.pdf")
    assert "(halaman 2, alinea " in run.output
    assert "dasar: Lampiran II angka 246 UU 12/2011\n" in run.output
    assert "Ringkasan: " in run.output
    assert "“Ringkasan" not in run.output


@pytest.mark.parametrize(("floor", "code"), [("belum-lengkap", 1), ("pelanggaran", 0)])
def test_exit_codes_are_those_of_proposals(floor: str, code: int) -> None:
    run = patuh("check", "--fail-on", floor, CORPUS / "regulations" / "paser_56_2020.txt")
    assert run.exit_code == code


FORMS = ("text", "json", "html", "sarif", "junit")


@pytest.mark.parametrize(
    ("form", "lang"),
    [
        pytest.param(form, lang, marks=[pytest.mark.slow] if (at + number) % 2 else [])
        for at, form in enumerate(FORMS)
        for number, lang in enumerate(LANGUAGES)
    ],
)
def test_every_format_renders(form: str, lang: str) -> None:
    path = CORPUS / "regulations" / "kutim_41_2023.txt"
    run = patuh("check", "--why=full", "--format", form, "--lang", lang, path)
    assert run.exit_code == 1, run.output[-500:]
    assert "T25" in run.output


def test_json_holds_the_rule_and_the_places() -> None:
    run = patuh("check", "--format", "json", CORPUS / "regulations" / "paser_56_2020.txt")
    found = [f for f in json.loads(run.output)["findings"] if f["check"] == "T10"]
    assert [f["case"] for f in found] == ["koma_predikat", "huruf_awal", "kata_depan"]
    for finding in found:
        assert len(finding["related_locations"]) in (6, 7)
        assert finding["citations"][0]["regulation"] == "uu_12_2011"


def test_a_folder_holds_proposals_and_drafts_but_no_notes(tmp_path: Path) -> None:
    (tmp_path / "catatan.md").write_text("Pasal 1 perlu dibahas lagi.", encoding="utf-8")
    (tmp_path / "naskah.docx").write_bytes((DRAFTS / "tanpa_cela.docx").read_bytes())
    (tmp_path / "lain.txt").write_bytes((DRAFTS / "hasil_ocr.txt").read_bytes())
    run = patuh("check", "--format", "json", tmp_path)
    names = [Path(entry["path"]).name for entry in json.loads(run.output)["inputs"]]
    assert names == ["lain.txt", "naskah.docx"]


def test_an_amending_draft_without_its_base_is_not_blamed_for_references() -> None:
    assert "tidak ada temuan" in patuh("check", AMENDING).output


def test_an_amending_draft_resolves_against_its_base(tmp_path: Path) -> None:
    assert "tidak ada temuan" in patuh("check", AMENDING, "--base", BASE).output
    broken = tmp_path / "perubahan.txt"
    text = AMENDING.read_text(encoding="utf-8").replace("Pasal 2 ayat (1)", "Pasal 2 ayat (7)")
    broken.write_text(text, encoding="utf-8")
    assert "T9" not in patuh("check", broken).output
    assert "Pasal 2 ayat (7) huruf e tidak ada" in patuh("check", broken, "--base", BASE).output
    gone = AMENDING.read_text(encoding="utf-8").replace("4. Pasal 4 dihapus", "4. Pasal 9 dihapus")
    broken.write_text(gone, encoding="utf-8")
    said = patuh("check", broken, "--base", BASE).output
    assert "T34" in said
    assert "T9" not in said
    assert "Pasal 9 tidak ada dalam naskah yang diubah" in said


HOSTILE = {
    "kosong.txt": b"",
    "nul.txt": b"Menimbang\x00",
    "rusak.docx": b"PK\x03\x04 tidak utuh",
    "rusak.pdf": b"%PDF-1.7 tidak utuh",
    "bukan.docx": b"Menimbang : bahwa",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("call", [["check"], ["references"]])
def test_a_file_without_text_exits_with_2(name: str, call: list[str], tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    run = patuh(*call, path)
    assert run.exit_code == 2
    assert "galat[" in run.output
    assert "Traceback" not in run.output


@pytest.mark.parametrize(
    "text",
    [
        'Pasal 1\n"). temuan(pelanggaran,x,t9,a,b,(c(1),)). %',
        'Menetapkan : PERATURAN BUPATI TENTANG "a\\".\nPasal 1\nayat (1) huruf a dalam Pasal 9',
        "Pasal 1\nsebagaimana dimaksud dalam Pasal 1 sampai dengan Pasal 9999 huruf a",
    ],
    ids=["asp", "quotes", "range"],
)
def test_any_text_is_checked_without_failure(text: str, tmp_path: Path) -> None:
    path = tmp_path / "naskah.txt"
    path.write_text(text, encoding="utf-8")
    run = patuh("check", path)
    assert run.exit_code == 1, run.output[-300:]
    assert "T21" in run.output


@pytest.mark.parametrize(
    "text",
    [
        "Pasal " * 5_000,
        "(" * 3_000 + ")" * 3_000,
        "PEMERINTAH KABUPATEN\nSURAT KETERANGAN\nMenerangkan:\n1. nama; dan\n2. alamat.",
        "PERJANJIAN KERJA SAMA\nPasal 1\nPara pihak bekerja sama.\nPasal 2\nBerlaku setahun.",
        "NASKAH AKADEMIK\nRANCANGAN PERATURAN BUPATI PASER\nTENTANG\nPARKIR\nPasal 1\nDaerah maju.",
    ],
    ids=["words", "brackets", "letter", "contract", "study"],
)
def test_what_is_no_regulation_is_told_in_one_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "naskah.txt"
    path.write_text(text, encoding="utf-8")
    run = patuh("check", path)
    assert run.exit_code == 2
    assert f"galat[bukan_peraturan]: Berkas {path} tidak dikenali" in run.output
    assert "T21" not in run.output


def test_the_graph_of_references() -> None:
    run = patuh("references", CORPUS / "regulations" / "kutim_41_2023.txt")
    edges = json.loads(run.output)["references"]
    dangling = [(edge["from"], edge["to"]) for edge in edges if edge["status"] == "dangling"]
    assert dangling == [
        ("pasal-11", "pasal-10.ayat-1.huruf-a"),
        ("pasal-12", "pasal-10.ayat-1.huruf-b"),
        ("pasal-13", "pasal-10.ayat-1.huruf-c"),
    ]
    inside = {edge["to"] for edge in edges if edge["from"] == "pasal-19"}
    assert inside == {*(f"pasal-{number}" for number in range(2, 19)), "lampiran"}
    assert {"uu 23/2014", "perppu 2/2022", "perkada 47/2014"} <= {edge["to"] for edge in edges}


def test_the_graph_as_dot() -> None:
    run = patuh("references", "--format", "dot", CORPUS / "regulations" / "kutim_41_2023.txt")
    assert run.output.startswith("digraph rujukan {\n")
    assert '"pasal-11" -> "pasal-10.ayat-1.huruf-a" [color=red, style=dashed];' in run.output
    assert run.output.endswith("}\n")


def test_checks_and_rules_have_pages() -> None:
    assert "Lampiran II angka 272" in patuh("explain", "T10").output
    assert "Ringkasan: " in patuh("explain", "uu_12_2011", "lampiran-2.angka-87").output


def _with_a_picture_for_a_page() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(DRAFTS / "staf_ahli.pdf"))
    page = writer.add_blank_page()
    picture = DecodedStreamObject()
    picture.set_data(b"q 500 0 0 700 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q")
    page[NameObject("/Contents")] = picture
    into = BytesIO()
    writer.write(into)
    return into.getvalue()


def test_a_page_without_text_is_told_first_and_no_report_is_clean(tmp_path: Path) -> None:
    """DESIGN: findings are shown, the exit is 2, and every format says which page was not read."""
    path = tmp_path / "naskah.pdf"
    path.write_bytes(_with_a_picture_for_a_page())
    whole = patuh("check", "--format", "json", DRAFTS / "staf_ahli.pdf")
    outputs = {}
    for form in ("text", "json", "html", "sarif", "junit"):
        run = patuh("check", "--format", form, path)
        assert run.exit_code == 2, form
        outputs[form] = run.output
    text = "halaman 4 tidak memuat teks (mungkin hasil pindai); isinya tidak dibaca"
    assert outputs["text"].startswith(f"{path}:\n  tidak dinilai: {text}\n")
    assert outputs["html"].index(text) < outputs["html"].index('class="finding')
    (read,) = json.loads(outputs["json"])["inputs"]
    assert read["told"][0] == {
        "kind": "halaman_tanpa_teks",
        "lines": [],
        "text": text,
        "unread": True,
    }
    assert len(json.loads(outputs["json"])["findings"]) == len(json.loads(whole.output)["findings"])
    (invocation,) = json.loads(outputs["sarif"])["runs"][0]["invocations"]
    assert not invocation["executionSuccessful"]
    told = [n["message"]["text"] for n in invocation["toolExecutionNotifications"]]
    assert told[:2] == [
        f"{path}: dibaca sebagai: {read['read_as']}",
        f"tidak dinilai ({path}): {text}",
    ]
    assert f'<error type="unread" message="{text}"' in outputs["junit"]


@pytest.mark.parametrize(
    ("blank", "missing"),
    [
        (0, set()),
        (2, {"T21 tanpa_bagian", "T21 tanpa_diktum"}),
    ],
    ids=["before the body", "behind the body"],
)
def test_what_may_stand_on_an_unread_page_is_not_said_to_be_missing(
    tmp_path: Path, blank: int, missing: set[str]
) -> None:
    """A page before the body may hold the opening; one behind it may hold the closing alone."""
    page = Canvas(str(tmp_path / "naskah.pdf"))
    for at in range(3):
        if at == blank:
            page.rect(10, 10, 100, 100)
            page.drawInlineImage(Image.new("L", (1, 1)), 0, 0, 500, 700)
        elif at == 1:
            body = ("Pasal 1", "Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.")
            for row, text in enumerate(body):
                page.drawString(60, 700 - 20 * row, text)
        else:
            page.drawString(60, 700, "PERATURAN BUPATI PASER" if at == 0 else "BUPATI PASER,")
        page.showPage()
    page.save()
    run = patuh("check", "--format", "json", tmp_path / "naskah.pdf")
    found = {f"{f['check']} {f['case']}" for f in json.loads(run.output)["findings"]}
    assert run.exit_code == 2
    assert found & {"T21 tanpa_bagian", "T21 tanpa_diktum", "T32 tanpa_bagian"} == missing


@pytest.mark.parametrize(
    ("city", "told"), [("Manado", True), ("Manado7. INSPEKTUR", False), ("ManadoKEPALA", False)]
)
def test_a_block_that_a_table_lies_over_is_not_said_to_lack_anything(city: str, told: bool) -> None:
    data = BytesIO()
    page = Canvas(data)
    body = ("PERATURAN BUPATI X", "Pasal 1", "Isi.", "Ditetapkan di X", f"Diundangkan di {city}")
    for row, text in enumerate(body):
        page.drawString(60, 700 - 20 * row, text)
    page.save()
    found = {(f.check, f.case) for f in check_draft(data.getvalue(), "naskah.pdf").findings}
    assert (("T32", "tidak_terisi") in found) == told


@pytest.mark.parametrize(
    ("mode", "missing"),
    [(3, {"T21 tanpa_bagian", "T21 tanpa_diktum", "T32 tanpa_bagian"}), (0, set())],
    ids=["upon the picture", "as text"],
)
def test_what_ocr_may_have_misread_is_not_said_to_be_missing(
    tmp_path: Path, mode: int, missing: set[str]
) -> None:
    """The pages are told, the exit is that of the findings; behind the last page nothing hides."""
    page = Canvas(str(tmp_path / "naskah.pdf"))
    page.drawInlineImage(Image.new("L", (1, 1)), 0, 0, 500, 700)
    text = page.beginText(60, 700)
    text.setTextRenderMode(mode)
    text.textLines(
        ["PERATURAN BUPATI PASER", "Pasal 1", "Jadwal tercantum dalam Lampiran.", "Ditetapkan di X"]
    )
    page.drawText(text)
    page.save()
    run = patuh("check", "--format", "json", tmp_path / "naskah.pdf")
    read = json.loads(run.output)
    found = {f"{f['check']} {f['case']}" for f in read["findings"]}
    expected = {"T21 tanpa_bagian", "T21 tanpa_diktum", "T32 tanpa_bagian"} - missing
    assert found & {"T21 tanpa_bagian", "T21 tanpa_diktum", "T32 tanpa_bagian"} == expected
    assert "T33 tidak_ada" in found
    assert [one["kind"] for one in read["inputs"][0]["told"]] == ["teks_ocr"] * bool(missing)
    assert run.exit_code == 1


def test_what_was_repaired_is_told_and_leaves_the_exit(tmp_path: Path) -> None:
    path = tmp_path / "naskah.txt"
    text = (HERE / "texts" / "perbup.txt").read_text(encoding="utf-8")
    path.write_text(text.replace("Pasal 4 dan Pasal 5", "Pasa1 4 dan Pasal 5"), encoding="utf-8")
    run = patuh("check", path)
    assert run.exit_code == 0
    assert 'karakter salah baca: "Pasa1" dibaca "Pasal"' in run.output.split("tidak ada temuan")[0]
    assert "  dibaca sebagai: Peraturan Bupati, 8 Pasal, 1 Lampiran\n" in run.output


def test_words_of_a_draft_are_not_translated(tmp_path: Path) -> None:
    path = tmp_path / "naskah.txt"
    text = AMENDING.read_text(encoding="utf-8").replace("koordinasi", "kordinasi", 1)
    path.write_text(text, encoding="utf-8")
    output = patuh("check", "--lang", "en", path).output
    assert "“kordinasi” is written, the standard form is “koordinasi”" in output
