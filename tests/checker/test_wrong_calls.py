"""What is wrong with a call is told in the language of the call, with exit code 2."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from checker_texts import CLEAN, VIOLATION

from patuh.cli.call.wrong_call import meant
from patuh.finding import Unreadable
from patuh.inputs.proposals import with_proposal
from patuh_parser.sotk import decode, read_header

ENGLISH = ("Usage", "Error", "Invalid", "Missing", "No such", "Did you", "does not", "is not")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("check", "`PATH…` belum disebut"),
        ("periksa x", "tidak ada perintah `periksa`"),
        ("chek x", "tidak ada perintah `chek`; maksud Anda: check?"),
        ("kb audt", "tidak ada perintah `audt`; maksud Anda: audit?"),
        ("check x --repair", "tidak ada pilihan `--repair`; maksud Anda: --region, --repairs?"),
        ("check x --fx", "tidak ada pilihan `--fx`; maksud Anda: --diff, --fix?"),
        ("check x --lang", "pilihan `--lang` memerlukan nilai"),
        ("check x --why=1", "`1` tidak dikenal untuk --why; pilihannya: short, full"),
        ("check x --repairs=1", "pilihan `--repairs` tidak memakai nilai"),
        ("check --lang fr x", "`fr` tidak dikenal untuk --lang; pilihannya: id, en"),
        ("check --timeout 0 x", "nilai --timeout harus lebih dari 0, bukan 0.0"),
        ("check --timeout a x", "nilai --timeout harus berupa angka, bukan `a`"),
        ("check --kb-overlay tiada x", "--kb-overlay: `tiada` tidak ada"),
        ("check --kb-overlay u.sotk x", "--kb-overlay: `u.sotk` adalah berkas, bukan folder"),
        ("check --base . x", "--base: `.` adalah folder, bukan berkas"),
        ("check --fix --timeout 1 x", "--timeout tidak dapat dipakai bersama --diff atau --fix"),
        ("check --fix --format json x", "--format tidak dapat dipakai bersama --diff atau --fix"),
        ("check --fix x.txt", "naskah tidak diperbaiki otomatis"),
        ("facts a b", "tidak dimengerti: b"),
        ("compare - -", "hanya satu masukan dapat berupa `-`"),
        ("why-not u.sotk H77 x", "`H77` bukan pemeriksaan; maksud Anda: H7?"),
    ],
)
def test_in_indonesian(
    patuh: Callable[..., Any], written: Callable[..., Any], call: str, said: str
) -> None:
    written(CLEAN, "u.sotk")
    run = patuh(*call.split())
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f"galat: {said}\n")
    assert not any(word in run.err for word in ENGLISH)


def test_how_the_command_is_called(patuh: Callable[..., Any]) -> None:
    assert patuh("check").err == (
        "pemakaian: main check [PILIHAN] PATH…\nbantuan: main check --help\n\n"
        "galat: `PATH…` belum disebut\n"
    )


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("check --lang en", "error: Missing argument 'PATH…'."),
        ("check --lang=en --as-of besok x", "error: --as-of: `besok` is no date; write YYYY-MM-DD"),
        ("chek --lang en x", "error: there is no command `chek`; did you mean check?"),
        ("why-not u.sotk H77 x --lang en", "error: `H77` is no check; did you mean H7?"),
    ],
)
def test_in_english(
    patuh: Callable[..., Any], written: Callable[..., Any], call: str, said: str
) -> None:
    written(CLEAN, "u.sotk")
    run = patuh(*call.split())
    assert run.code == 2
    assert run.err.startswith("usage: ")
    assert said in run.err
    assert "galat" not in run.err


def test_a_file_that_may_not_be_written(
    patuh: Callable[..., Any], written: Callable[..., Any]
) -> None:
    name = written(VIOLATION)
    Path(name).chmod(0o444)
    run = patuh("check", "--fix", name)
    assert (run.code, run.err) == (2, "galat: usulan.sotk: tidak dapat ditulis: tidak ada izin\n")
    assert Path(name).read_text(encoding="utf-8") == VIOLATION


def test_a_folder_that_is_not_there_is_not_written_to(
    patuh: Callable[..., Any], written: Callable[..., Any]
) -> None:
    text = written("PERATURAN BUPATI PASER\nPasal 1\nIsi.\n", "a.txt")
    run = patuh("compare", text, text, "-o", "tiada/matriks.html", "--format", "html")
    assert run.code == 2
    assert "galat: tiada/matriks.html: tidak dapat ditulis: foldernya tidak ada" in run.err


def test_names_that_the_system_refuses(
    patuh: Callable[..., Any], written: Callable[..., Any]
) -> None:
    written(CLEAN)
    Path("putar.sotk").symlink_to("putar.sotk")
    run = patuh("check", "a" * 300, "putar.sotk", "usulan.sotk/x")
    assert run.code == 2
    assert "berkas tidak dapat dibuka: namanya terlalu panjang" in run.err
    assert "berkas tidak dapat dibuka: tautannya berputar" in run.err
    assert "berkas tidak dapat dibuka: sebagian jalurnya bukan folder" in run.err


def test_a_group_without_a_command_is_told_its_help_and_no_error(patuh: Callable) -> None:
    run = patuh("kb")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("Pemakaian: main kb [PILIHAN] PERINTAH …\n\n  Periksa basis")
    assert "galat" not in run.err


def test_where_nothing_is_near_nothing_is_meant_in_either_language() -> None:
    assert meant([]) == meant(None) == {"id": "", "en": ""}
    assert all("sub, kb" in text for text in meant(["sub", "kb"]).values())


def test_what_cannot_be_read_comes_with_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.sotk"
    path.write_text("bukan usulan\n", encoding="utf-8")
    found = with_proposal(str(path), lambda data: read_header(decode(data, str(path)), str(path)))
    assert isinstance(found, Unreadable)
    assert (found.path, found.source) == (str(path), "bukan usulan\n")
    assert {error.place.path for error in found.errors} == {str(path)}


@pytest.mark.parametrize("form", ["text", "json", "html", "sarif", "junit"])
def test_a_report_ends_with_one_line_end_and_errors_go_beside_what_people_read(
    patuh: Callable, written: Callable, form: str
) -> None:
    run = patuh("check", "--format", form, written(VIOLATION), written("bukan", "b.sotk"))
    assert run.out.endswith("\n")
    assert not run.out.endswith("\n\n")
    assert ("b.sotk:1:1" in run.err) == (form in ("text", "html"))


def test_what_is_asked_for_besides_is_in_the_report(patuh: Callable, written: Callable) -> None:
    name = written(VIOLATION)
    plain, why, repaired = (
        json.loads(patuh("check", "--format", "json", *option, name).out)["findings"]
        for option in ([], ["--why=full"], ["--repairs"])
    )
    assert "attempt" not in json.dumps(plain)
    assert "attempt" in json.dumps(why)
    assert not any(finding.get("repairs") for finding in plain)
    assert any(finding["repairs"] for finding in repaired)
