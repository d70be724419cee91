"""The command as a process of its own: exit codes, and what it does not import."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "kb" / "cases" / "H2"
PROPOSALS = ROOT / "corpus" / "proposals"


def run(*words: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-X", "importtime", "-m", "patuh", *words]
    return subprocess.run(call, capture_output=True, encoding="utf-8", check=False)


def imported(done: subprocess.CompletedProcess[str]) -> set[str]:
    lines = done.stderr.splitlines()
    return {line.rpartition("|")[2].strip() for line in lines if "|" in line}


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_imports_next_to_nothing(word: str) -> None:
    done = run(word)
    assert (done.returncode, imported(done) & {"clingo", "lark", "msgspec"}) == (0, set())


def test_the_exit_code_tells_findings_and_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.sotk").write_text("")
    files = [sorted(CASES.glob("*.sotk"))[0], tmp_path / "empty.sotk", tmp_path / "none.sotk"]
    assert [run("check", str(file)).returncode for file in files] == [1, 2, 2]


@pytest.mark.parametrize(
    ("name", "rooms"),
    [
        ("paser_struktur_dasar", set()),
        ("paser_koordinasi_sosial_lingkungan", {"patuh.explain", "patuh.engine.proving"}),
    ],
)
def test_without_a_finding_nothing_is_explained(name: str, rooms: set[str]) -> None:
    done = run("check", str(PROPOSALS / f"{name}.sotk"))
    explaining = {"patuh.explain", "patuh.engine.proving", "patuh.engine.absence", "patuh.repair"}
    assert imported(done) & explaining == rooms


def test_a_proposal_is_checked_without_the_reader_of_drafts() -> None:
    done = run("check", str(PROPOSALS / "kutim_pasal_18_lengkap.sotk"))
    assert imported(done) & {"patuh_parser.legal.reader", "patuh.draft_checking"} == set()
