"""`patuh.toml`: found beside an input or above, never stronger than the call, told where wrong."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from checker_texts import CLEAN, NOTE, VIOLATION


def test_it_is_found_above_and_the_nearest_holds(patuh: Callable, written: Callable) -> None:
    path = written(NOTE, "a/b/usulan.sotk")
    written('fail-on = "catatan"\nlang = "en"\n', "patuh.toml")
    run = patuh("check", path)
    assert run.code == 1
    assert run.out.startswith("a/b/usulan.sotk: 1 finding: 1 note (")
    assert run.err == f"settings: {Path('patuh.toml').resolve()}\n"
    written("", "a/patuh.toml")
    assert patuh("check", path).code == 0
    assert patuh("check", "a").err == f"pengaturan: {Path('a/patuh.toml').resolve()}\n"


def test_the_call_wins(patuh: Callable, written: Callable) -> None:
    path = written(NOTE)
    written('fail-on = "catatan"\nlang = "en"\nbrief = true\nformat = "json"\n', "patuh.toml")
    run = patuh("check", path, "--fail-on", "pelanggaran", "--lang", "id", "--format", "text")
    assert (run.code, run.out[:21]) == (0, "usulan.sotk: 1 temuan")
    assert "\ncatatan baris 10: [X1]" in run.out
    assert patuh("--lang", "id", "check", path, "--format", "text").out[:21] == run.out[:21]


def test_files_are_seen_from_its_folder(patuh: Callable, written: Callable) -> None:
    path = written(VIOLATION, "a/usulan.sotk")
    written("", "a/mine/checks/hierarki.lp")
    written('kb-overlay = "mine"\nbaseline = "b.json"\n', "a/patuh.toml")
    assert patuh("check", path, "--write-baseline").code == 0
    assert Path("a/b.json").is_file()
    run = patuh("check", path, "--format", "sarif")
    assert run.code == 0
    assert "checks/hierarki.lp" in run.out


def test_what_means_nothing_beside_the_call_is_passed_over(
    patuh: Callable, written: Callable
) -> None:
    path = written(VIOLATION)
    said = 'brief = true\nlevel = "peringatan"\ntimeout = 60\nbaseline = "b.json"\n'
    written(said, "patuh.toml")
    assert patuh("check", path, "--diff").code == 0
    run = patuh("check", path, "--format", "json", "--write-baseline")
    assert run.code == 0


WRONG = [
    ('lang = "id"\nlevl = "catatan"\n', ":2: kunci `levl` tidak dikenal; maksud Anda: level?"),
    ("[lang]\nx = 1\n", ":1: nilai `lang` tidak dapat dipakai; maksud Anda: id, en?"),
    ('lang = "fr"\n', ":1: nilai `lang` tidak dapat dipakai; maksud Anda: id, en?"),
    ('\ntimeout = "cepat"\n', ":2: nilai `timeout` tidak dapat dipakai"),
    ('brief = "ya"\n', ":1: nilai `brief` tidak dapat dipakai"),
    ('kb-overlay = "tidak-ada"\n', ":1: nilai `kb-overlay` tidak dapat dipakai"),
    ("fix = true\n", ":1: kunci `fix` tidak dikenal"),
    ('lang = "id"\nfail-on\n', ":2: bukan TOML yang benar"),
    ("a = 1\na = 2\n", ":2: bukan TOML yang benar"),
    ("#" * 70_000, ":1: bukan TOML yang benar"),
]


@pytest.mark.parametrize(("content", "said"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_told_with_its_line(
    patuh: Callable, written: Callable, content: str, said: str
) -> None:
    written(content, "patuh.toml")
    run = patuh("check", written(CLEAN))
    assert (run.code, run.out) == (2, "")
    assert f"/patuh.toml{said}" in run.err


def test_inputs_under_several_are_not_checked_together(patuh: Callable, written: Callable) -> None:
    names = [written(CLEAN, f"{folder}/usulan.sotk") for folder in "ab"]
    for folder in "ab":
        written("", f"{folder}/patuh.toml")
    run = patuh("check", *names)
    assert run.code == 2
    assert "masukan berada di bawah beberapa patuh.toml" in run.err


def test_standard_input_lies_in_the_folder_of_the_call(patuh: Callable, written: Callable) -> None:
    written('fail-on = "catatan"\n', "patuh.toml")
    assert patuh("check", "-", stdin=NOTE.encode()).code == 1


def test_it_holds_for_the_plainest_call_as_well(written: Callable) -> None:
    call = [sys.executable, "-m", "patuh", "check", written(NOTE)]
    assert subprocess.run(call, capture_output=True, check=False).returncode == 0
    written('fail-on = "catatan"\n', "patuh.toml")
    assert subprocess.run(call, capture_output=True, check=False).returncode == 1
