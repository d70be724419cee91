"""Drafts on the command line: formats, folders, the amended regulation, hostile files, graphs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from patuh.cli import main

CORPUS = Path(__file__).parents[2] / "corpus"
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


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("form", ["text", "json", "html", "sarif", "junit"])
def test_every_format_renders(form: str, lang: str) -> None:
    path = CORPUS / "regulations" / "kutim_41_2023.txt"
    run = patuh("check", "--why", "--format", form, "--lang", lang, path)
    assert run.exit_code == 0, run.output[-500:]
    assert "T25" in run.output


def test_json_holds_the_rule_and_the_places() -> None:
    run = patuh("check", "--format", "json", CORPUS / "regulations" / "paser_56_2020.txt")
    found = [f for f in json.loads(run.output)["findings"] if f["check"] == "T10"]
    assert len(found) == 2
    for finding in found:
        assert len(finding["related_locations"]) == 7
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
    assert "Pasal 9 tidak ada" in patuh("check", broken, "--base", BASE).output


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
        "Pasal " * 5_000,
        "(" * 3_000 + ")" * 3_000,
        "Pasal 1\nsebagaimana dimaksud dalam Pasal 1 sampai dengan Pasal 9999 huruf a",
    ],
    ids=["asp", "quotes", "words", "brackets", "range"],
)
def test_any_text_is_checked_without_failure(text: str, tmp_path: Path) -> None:
    path = tmp_path / "naskah.txt"
    path.write_text(text, encoding="utf-8")
    run = patuh("check", path)
    assert run.exit_code == 1, run.output[-300:]
    assert "T21" in run.output


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
