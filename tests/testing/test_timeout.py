"""`--timeout`: a check that takes too long is killed, while it grounds too."""

import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from endless import ENDLESS

from patuh.cli import main
from patuh.finding import Unreadable
from patuh.inputs import time_limit
from patuh.inputs.paths import read_bytes
from patuh.inputs.time_limit import within

PROPOSAL = """\
USULAN  : Laboratorium
DAERAH  : Kabupaten Paser

STRUKTUR

Asisten Perekonomian dan Pembangunan membawahi UPT Laboratorium.
"""


def test_grounding_without_end_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "a.sotk").write_text(PROPOSAL)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mine.lp").write_text(ENDLESS)
    start = time.monotonic()
    shown = CliRunner().invoke(
        main,
        ["check", str(tmp_path / "a.sotk"), "--kb-overlay", str(tmp_path / "mine"),
         "--timeout", "2", "--lang", "en"],
    )  # fmt: skip
    assert shown.exit_code == 2
    assert "the check has not ended within 2 seconds" in shown.output
    assert time.monotonic() - start < 30


def test_within_the_limit_nothing_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.sotk"
    path.write_text(PROPOSAL)
    plain = CliRunner().invoke(main, ["check", str(path), "--repairs"])
    limited = CliRunner().invoke(main, ["check", str(path), "--repairs", "--timeout", "100"])
    assert (limited.exit_code, limited.output) == (plain.exit_code, plain.output)
    assert plain.exit_code == 1


def test_standard_input_is_checked_in_the_child() -> None:
    shown = CliRunner().invoke(main, ["check", "-", "--timeout", "100"], input=PROPOSAL)
    assert shown.exit_code == 1
    assert "U1" in shown.output


def test_errors_of_the_text_come_back(tmp_path: Path) -> None:
    path = tmp_path / "a.sotk"
    path.write_text(PROPOSAL + "Apa saja.\n")
    plain = CliRunner().invoke(main, ["check", str(path)])
    limited = CliRunner().invoke(main, ["check", str(path), "--timeout", "100"])
    assert plain.exit_code == limited.exit_code == 2
    assert limited.output == plain.output


def test_a_limit_is_not_for_fix(tmp_path: Path) -> None:
    path = tmp_path / "a.sotk"
    path.write_text(PROPOSAL)
    shown = CliRunner().invoke(main, ["check", str(path), "--fix", "--timeout", "9"])
    assert shown.exit_code == 2
    assert path.read_text() == PROPOSAL


def test_a_child_that_ends_without_an_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "command", lambda _: [sys.executable, "-c", ""])
    told = within(60, read_bytes, "a.sotk")
    assert isinstance(told, Unreadable)
    assert [(one.code, one.texts["en"][0]) for one in told.errors] == [
        ("M006", "the check stopped before its end, perhaps for lack of memory")
    ]
