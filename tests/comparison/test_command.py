"""`patuh compare` tells texts from proposals."""

import json
from pathlib import Path

from click.testing import CliRunner

from patuh.cli import main

OLD = "corpus/regulations/kutim_41_2023.txt"
NEW = "corpus/drafts/revisi_kutim_41_2023.txt"
PROPOSAL = "corpus/proposals/kutim_pasal_18_lengkap.sotk"


def test_two_texts_give_the_matrix(root: Path) -> None:
    done = CliRunner().invoke(main, ["compare", str(root / OLD), str(root / NEW)])
    assert done.exit_code == 0, done.output
    assert "[-wajib-] {+dapat+}" in done.output


def test_json_in_english(root: Path) -> None:
    command = ["compare", str(root / OLD), str(root / NEW), "--format", "json", "--lang", "en"]
    document = json.loads(CliRunner().invoke(main, command).output)
    assert document["counts"]["dipindah"] == 1
    assert document["lang"] == "en"


def test_two_proposals_are_compared_as_proposals(root: Path) -> None:
    done = CliRunner().invoke(main, ["compare", str(root / PROPOSAL), str(root / PROPOSAL)])
    assert done.exit_code == 0, done.output
    every = ["compare", str(root / PROPOSAL), str(root / PROPOSAL), "--all"]
    assert CliRunner().invoke(main, every).exit_code == 2


def test_a_text_and_a_proposal_are_not_compared(root: Path) -> None:
    done = CliRunner().invoke(main, ["compare", str(root / OLD), str(root / PROPOSAL)])
    assert done.exit_code == 2


def test_unchanged_provisions_are_shown_where_asked_for(root: Path) -> None:
    command = ["compare", str(root / OLD), str(root / NEW)]
    short, long = (CliRunner().invoke(main, [*command, *more]).output for more in ([], ["--all"]))
    assert "ketentuan tetap" in short
    assert "ketentuan tetap" not in long
    assert sum(line.startswith("= ") for line in long.splitlines()) == 207
