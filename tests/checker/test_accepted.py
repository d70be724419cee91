"""What is accepted stays in every report, marked, and does not decide the exit."""

import datetime
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from checker_texts import CLEAN, HEADER, VIOLATION
from jsonschema import validate

import patuh as library

SCHEMA = Path(library.__file__).parent / "schema" / "findings-2.json"
BASIS = "dasar Keputusan Bupati Nomor 5 Tahun 2026, oleh Bagian Organisasi"
COMMENT = f"# patuh: abaikan H7 sampai 2027-01-01, {BASIS}\n"
DISPENSED = VIOLATION.replace("Dinas Sosial b", f"{COMMENT}Dinas Sosial b")
TOLD = {
    "id": "diterima: dispensasi hingga 1 Januari 2027, dasar Keputusan Bupati Nomor 5 Tahun 2026, "
    "oleh Bagian Organisasi (baris 8)",
    "en": "accepted: dispensation until 1 January 2027, basis Keputusan Bupati Nomor 5 Tahun 2026, "
    "by Bagian Organisasi (line 8)",
}
DAY = ("--as-of", "2026-12-01")


@pytest.mark.parametrize("form", ["text", "json", "html", "sarif", "junit"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_dispensation_accepts_in_every_format(
    patuh: Callable, written: Callable, form: str, lang: str
) -> None:
    path = written(DISPENSED)
    run = patuh("check", path, *DAY, "--format", form, "--lang", lang)
    assert (run.code, run.err) == (0, "")
    assert TOLD[lang] in " ".join(run.out.split())
    assert patuh("check", path, "--as-of", "2027-01-01").code == 0
    assert patuh("check", path, "--as-of", "2027-01-02").code == 1


def test_what_json_sarif_and_junit_say(patuh: Callable, written: Callable) -> None:
    path = written(DISPENSED + "Wakil Bupati.\n")
    found = json.loads(patuh("check", path, *DAY, "--format", "json").out)
    validate(found, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert found["summary"] == {
        "pelanggaran": 0, "belum_lengkap": 0, "peringatan": 0, "catatan": 1, "accepted": 1,
    }  # fmt: skip
    accepted = {one["check"]: one.get("accepted") for one in found["findings"]}
    assert accepted == {
        "X1": None,
        "H7": {
            "how": "dispensation",
            "text": TOLD["id"],
            "until": "2027-01-01",
            "basis": "Keputusan Bupati Nomor 5 Tahun 2026",
            "by": "Bagian Organisasi",
            "line": 8,
        },
    }
    [run] = json.loads(patuh("check", path, *DAY, "--format", "sarif").out)["runs"]
    assert {one["ruleId"]: one["suppressions"] for one in run["results"]} == {
        "H7": [{"kind": "inSource", "status": "accepted", "justification": TOLD["id"]}],
        "X1": [],
    }
    suite = ET.fromstring(patuh("check", path, *DAY, "--format", "junit").out)[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("2", "0", "1")
    [skipped] = suite.iter("skipped")
    assert skipped.get("message", "").endswith(TOLD["id"])


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        (f"# patuh: abaikan A4 sampai 2027-01-01, {BASIS}", "baris 10: dispensasi atas A4 tidak "
         "mengenai temuan apa pun dan dapat dihapus"),
        (f"# patuh: abaikan H7 sampai 31 Mei 2026, {BASIS}", "baris 10: dispensasi atas H7 "
         "berakhir 31 Mei 2026 dan tidak berlaku lagi"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["text", "json", "html", "sarif", "junit"])
def test_one_that_does_not_hold_is_told(
    patuh: Callable, written: Callable, comment: str, told: str, form: str
) -> None:
    run = patuh("check", written(f"{VIOLATION}{comment}\n{PLAIN}"), *DAY, "--format", form)
    assert run.code == 1
    assert told in " ".join(run.out.split())
    if form == "json":
        validate(json.loads(run.out), json.loads(SCHEMA.read_text(encoding="utf-8")))


PLAIN = "Dinas Perikanan.\nAsisten Perekonomian dan Pembangunan mengoordinasikan Dinas Perikanan.\n"


def test_only_the_sentence_is_dispensed_that_it_stands_at(
    patuh: Callable, written: Callable
) -> None:
    more = PLAIN.replace(".\n", " bertanggung jawab langsung kepada Bupati.\n", 1)
    run = patuh("check", written(DISPENSED + more), *DAY, "--brief")
    assert run.code == 1
    assert run.out.startswith("usulan.sotk: 1 temuan: 1 pelanggaran; 1 temuan diterima (")
    whole = (DISPENSED + more).replace(
        "\nSTRUKTUR", f"# patuh: abaikan H7 sampai 2027-01-01, {BASIS}\n\nSTRUKTUR"
    )
    assert patuh("check", written(whole), *DAY).code == 0


def test_a_check_that_there_is_not_is_an_error(patuh: Callable, written: Callable) -> None:
    run = patuh("check", written(DISPENSED.replace("abaikan H7", "abaikan H7, Q9")))
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(
        "galat[E704]: tidak ada pemeriksaan `Q9`, jadi tidak ada yang dapat diabaikan\n"
        " --> usulan.sotk:8:1\n"
    )


def test_a_repair_leaves_alone_what_is_accepted(patuh: Callable, written: Callable) -> None:
    more = PLAIN.replace(".\n", " bertanggung jawab langsung kepada Bupati.\n", 1)
    path = written(DISPENSED + more)
    run = patuh("check", path, *DAY, "--fix")
    assert run.code == 0
    fixed = Path(path).read_text(encoding="utf-8")
    assert "Dinas Sosial bertanggung jawab langsung kepada Bupati." in fixed
    assert "Dinas Perikanan bertanggung jawab kepada Bupati melalui Sekretaris Daerah." in fixed


def test_compare_counts_no_new_finding_that_is_accepted(patuh: Callable, written: Callable) -> None:
    base = written(CLEAN, "base.sotk")
    run = patuh("compare", base, written(DISPENSED))
    assert run.code == 0
    assert "    = diterima: dispensasi hingga" in run.out
    assert patuh("compare", base, written(VIOLATION)).code == 1


def test_a_baseline_accepts_what_is_known_and_tells_what_is_new_and_gone(
    patuh: Callable, written: Callable
) -> None:
    path = written(VIOLATION, "a/usulan.sotk")
    written("", "known/x")
    keep = ("--baseline", "known/b.json")
    run = patuh("check", path, *keep, "--write-baseline")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("a/usulan.sotk: tidak ada temuan baru; 1 temuan diterima (")
    [one] = json.loads(Path("known/b.json").read_text(encoding="utf-8"))["findings"]
    assert (one["path"], one["check"], one["subject"]) == ("../a/usulan.sotk", "H7", "Dinas Sosial")
    more = PLAIN.replace(".\n", " bertanggung jawab langsung kepada Bupati.\n", 1)
    written("# catatan\n" + VIOLATION + more, path)
    run = patuh("check", "a", *keep, "--format", "json")
    found = json.loads(run.out)
    validate(found, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert (run.code, found["summary"]["pelanggaran"], found["summary"]["accepted"]) == (1, 1, 1)
    written(CLEAN, path)
    run = patuh("check", path, *keep)
    assert run.code == 0
    assert (
        "\n  keterangan: temuan dalam known/b.json yang tidak ada lagi (1): H7 Dinas Sosial\n"
        in run.out
    )


def test_what_a_dispensation_says_stays_beside_a_baseline(
    patuh: Callable, written: Callable
) -> None:
    keep = ("--baseline", "b.json")
    patuh("check", written(VIOLATION), *keep, "--write-baseline")
    found = json.loads(patuh("check", written(DISPENSED), *DAY, *keep, "--format", "json").out)
    assert [one["accepted"]["how"] for one in found["findings"]] == ["dispensation"]


def test_a_dispensation_is_of_its_own_file(patuh: Callable, written: Callable) -> None:
    """Though the sentence of the base stands at the line of the dispensation."""
    written(VIOLATION.replace("Dinas Sosial b", "\n\nDinas Sosial b"), "dasar.sotk")
    head = HEADER.replace("\nSTRUKTUR", "TERHADAP: dasar.sotk\n\nPERUBAHAN")
    line = f"{COMMENT}membentuk Dinas Perikanan.\n"
    run = patuh("check", written(f"{head}{line}"), *DAY)
    assert run.code == 1


def test_a_baseline_keeps_what_it_has_of_other_inputs(patuh: Callable, written: Callable) -> None:
    first, second = written(VIOLATION, "1.sotk"), written(VIOLATION, "2.sotk")
    keep = ("--baseline", "b.json")
    patuh("check", first, second, *keep, "--write-baseline")
    written(CLEAN, "1.sotk")
    patuh("check", first, *keep, "--write-baseline")
    [one] = json.loads(Path("b.json").read_text(encoding="utf-8"))["findings"]
    assert one["path"] == "2.sotk"


LACKS = HEADER + "".join(f"UPT Pasar {name} pada Dinas Perdagangan.\n" for name in ("A", "B"))


def test_of_findings_that_are_told_together_the_new_one_stands_apart(
    patuh: Callable, written: Callable
) -> None:
    text = LACKS.replace("Paser", "Kutai Timur")
    path = written(text.replace("UPT Pasar B pada Dinas Perdagangan.\n", ""))
    keep = ("--baseline", "b.json")
    patuh("check", path, *keep, "--write-baseline")
    written(text)
    found = json.loads(patuh("check", path, *keep, "--format", "json").out)
    subjects = {
        one["subject"]: "accepted" in one for one in found["findings"] if one["check"] == "X1"
    }
    assert subjects == {"UPT Pasar A": True, "UPT Pasar B": False}


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("{", "$"),
        ('{"schema": "patuh.baseline/1", "findings": [{"path": 1}]}', "$.findings[0].path"),
        ('{"schema": "patuh.baseline/2", "findings": []}', "$.schema"),
    ],
)
def test_a_baseline_that_is_none_is_an_error(
    patuh: Callable, written: Callable, content: str, where: str
) -> None:
    written(content, "b.json")
    run = patuh("check", written(CLEAN), "--baseline", "b.json")
    assert run.code == 2
    assert run.err.startswith(
        f"galat[M011]: ini bukan berkas baseline patuh, atau rusak di {where}\n --> b.json:1:1\n"
    )


def test_a_baseline_that_is_not_there_and_calls_without_sense(
    patuh: Callable, written: Callable
) -> None:
    path = written(CLEAN)
    assert "galat[M002]" in patuh("check", path, "--baseline", "b.json").err
    run = patuh("check", path, "--write-baseline")
    assert run.err.endswith("galat: --write-baseline memerlukan --baseline BERKAS\n")
    run = patuh("check", path, "--baseline", path, "--write-baseline")
    assert run.code == 2
    run = patuh("check", written("Dinas", "x.sotk"), "--baseline", "b.json", "--write-baseline")
    assert run.code == 2
    assert not Path("b.json").exists()
    run = patuh("check", path, "--baseline", "b.json", "--fix")
    assert "--baseline tidak dapat dipakai bersama" in run.err


def test_a_program_sees_what_is_accepted() -> None:
    report = library.check(DISPENSED, as_of=datetime.date(2026, 12, 1))
    assert [finding.accepted for finding in report.findings] == [TOLD["id"]]
    assert (report.counts["pelanggaran"], report.exit_code(), report.at_least("catatan")) == (
        0, 0, (),
    )  # fmt: skip


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_papers_mark_what_is_accepted(form: str) -> None:
    docx = pytest.importorskip("docx")
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("typst")
    report = library.check(DISPENSED, as_of=datetime.date(2026, 12, 1))
    if form == "docx":
        paragraphs = docx.Document(io.BytesIO(report.to_docx())).paragraphs
        said = "\n".join(paragraph.text for paragraph in paragraphs)
    else:
        pages = pypdf.PdfReader(io.BytesIO(report.to_pdf())).pages
        said = " ".join(word for page in pages for word in page.extract_text().split())
    assert f"D{TOLD['id'][1:]}." in said
    assert "tidak ada temuan baru; 1 temuan diterima" in said.replace("Tidak", "tidak")


def test_without_its_library_a_paper_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    report = library.check(CLEAN)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(library.PatuhError, match="python-docx"):
        report.to_docx()
