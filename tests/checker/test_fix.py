"""`--fix` and `--diff`: the repair of a whole proposal, written or shown."""

import json
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from checker_texts import CLEAN, HEADER, VIOLATION

from patuh.checking import check
from patuh.finding import Level
from patuh.repair import mending
from patuh.repair.mending import mend

CORPUS = "corpus/proposals/paser_koordinasi_sosial_lingkungan.sotk"
COMMENTED = (
    "# Usulan bidang sosial\n"
    + HEADER
    + """\
# dibahas pada rapat 3 Maret

Dinas Sosial bertanggung jawab langsung kepada Bupati.    # masih diperdebatkan

  # catatan pribadi
Asisten Pemerintahan dan Kesejahteraan Rakyat mengoordinasikan:
    - Dinas Sosial
    - Dinas Kesehatan
"""
)


def test_fix_writes_the_file(patuh: Callable[..., Any], written: Callable[..., str]) -> None:
    """The file is clean afterwards, the exit code 0, and nothing is left beside it."""
    name = written(VIOLATION)
    run = patuh("check", "--fix", name)
    assert (run.code, run.out) == (0, "")
    assert run.err == (
        f"{name}: diperbaiki dengan perubahan terkecil; tidak ada temuan lagi pada tingkat yang "
        "diminta\n"
    )
    assert Path(name).read_text(encoding="utf-8") == CLEAN
    assert [path.name for path in Path().iterdir()] == [name]


def test_fix_keeps_mode_comments_and_layout(
    patuh: Callable[..., Any], written: Callable[..., str]
) -> None:
    """Only the line of the finding changes; its comment and the mode of the file stay."""
    name = written(COMMENTED)
    Path(name).chmod(0o640)
    assert patuh("check", "--fix", name).code == 0
    after = Path(name).read_text(encoding="utf-8")
    assert stat.S_IMODE(Path(name).stat().st_mode) == 0o640
    old, new = COMMENTED.splitlines(), after.splitlines()
    assert len(old) == len(new)
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert changed == [
        (
            "Dinas Sosial bertanggung jawab langsung kepada Bupati.    # masih diperdebatkan",
            "Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah."
            "    # masih diperdebatkan",
        )
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_fix_keeps_the_ends_of_lines(
    patuh: Callable[..., Any], written: Callable[..., str], end: str
) -> None:
    """A file of another system stays one; a form feed ends no line."""
    source = VIOLATION.replace("STRUKTUR", "# bagian\fsatu\nSTRUKTUR").replace("\n", end)
    name = written(source)
    assert patuh("check", "--fix", name).code == 0
    after = Path(name).read_bytes().decode()
    assert after == CLEAN.replace("STRUKTUR", "# bagian\fsatu\nSTRUKTUR").replace("\n", end)


def test_fix_is_idempotent(patuh: Callable[..., Any], written: Callable[..., str]) -> None:
    """A second call finds nothing to do and leaves the file as it is."""
    name = written(VIOLATION)
    patuh("check", "--fix", name)
    before = Path(name).stat()
    run = patuh("check", "--fix", name)
    after = Path(name).stat()
    assert run.code == 0
    assert "tidak ada yang perlu diperbaiki" in run.err
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_failed_write_leaves_the_file(
    patuh: Callable[..., Any], written: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the new file cannot take the place of the old one, the old one is whole."""
    name = written(VIOLATION)

    def refuse(*_: object) -> None:
        raise OSError("no")

    monkeypatch.setattr("os.replace", refuse)
    run = patuh("check", "--fix", name)
    assert (run.code, run.err) == (2, f"galat: {name}: tidak dapat ditulis: no\n")
    assert Path(name).read_text(encoding="utf-8") == VIOLATION
    assert [path.name for path in Path().iterdir()] == [name]


def test_fix_of_standard_input_is_printed(patuh: Callable[..., Any]) -> None:
    run = patuh("check", "--fix", "-", stdin=VIOLATION.encode())
    assert (run.code, run.out) == (0, CLEAN)


def test_fix_respects_the_level(patuh: Callable[..., Any], written: Callable[..., str]) -> None:
    """What is below `--fail-on` stays as it is."""
    text = HEADER + "Dinas Sosial bertugas menyusun data gizi.\n"
    text += "Dinas Kesehatan bertugas menyusun data gizi.\n"
    name = written(text)
    assert patuh("check", "--fix", name).code == 0
    assert Path(name).read_text(encoding="utf-8") == text
    assert patuh("check", "--fix", "--fail-on", "peringatan", name).code == 0
    after = Path(name).read_text(encoding="utf-8")
    assert after != text
    assert not check(after.encode(), name).findings


def patched(tool: list[str], diff: str, folder: Path) -> None:
    assert shutil.which(tool[0]), f"{tool[0]} is not installed"
    run = subprocess.run(tool, input=diff, text=True, cwd=folder, capture_output=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("text", [VIOLATION, VIOLATION.rstrip("\n"), COMMENTED])
def test_diff_applies(
    patuh: Callable[..., Any], written: Callable[..., str], tmp_path: Path, text: str
) -> None:
    """`git apply` makes of the file what `--fix` makes of it, with or without a last newline."""
    name = written(text)
    run = patuh("check", "--diff", name)
    assert run.code == 0
    assert Path(name).read_text(encoding="utf-8") == text
    patched(["git", "apply", "-p1"], run.out, tmp_path)
    by_diff = Path(name).read_text(encoding="utf-8")
    written(text)
    patuh("check", "--fix", name)
    assert by_diff == Path(name).read_text(encoding="utf-8")


def test_a_clean_proposal_has_an_empty_diff(
    patuh: Callable[..., Any], written: Callable[..., str]
) -> None:
    run = patuh("check", "--diff", written(CLEAN))
    assert (run.code, run.out) == (0, "")


@pytest.mark.slow
def test_the_corpus_proposal_is_repaired_as_a_whole(
    patuh: Callable[..., Any], written: Callable[..., str], root: Path
) -> None:
    """Its findings go, notes included, but for what only the regency can decide: which Asisten,
    which Dinas, which pattern. Sentences without a finding stay.
    """
    source = (root / CORPUS).read_text(encoding="utf-8")
    name = written(source)
    run = patuh("check", "--fix", "--fail-on", "catatan", name)
    assert run.code == 1
    assert "3 temuan menunggu keputusan daerah" in run.err
    after = Path(name).read_text(encoding="utf-8")
    assert {f.check for f in check(after.encode(), name).findings} == {"A4", "U1", "P3"}
    kept = set(source.splitlines()) & set(after.splitlines())
    assert len(kept) >= 0.6 * len(set(source.splitlines()))
    assert [line for line in source.splitlines() if line.startswith("#")] == [
        line for line in after.splitlines() if line.startswith("#")
    ]


def test_what_cannot_be_repaired_is_said(
    patuh: Callable[..., Any], written: Callable[..., str]
) -> None:
    """A regulation that is not yet in force is not mended by other words."""
    name = written(CLEAN.replace("1 Maret 2024", "1 Maret 2019"))
    run = patuh("check", "--fix", "--fail-on", "catatan", name)
    assert run.code == 1
    assert run.err == (
        f"{name}: 1 temuan tidak dapat diperbaiki dengan perubahan di dekatnya (pencarian tuntas)\n"
    )
    assert (
        "\n\ncatatan[T8]: Peraturan belum berlaku pada tanggal usulan\n --> usulan.sotk:3:1\n"
    ) in run.out
    assert run.out.count("[T8]") == 1


def test_what_was_not_tried_is_not_called_impossible(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more hopeless findings than are tried one by one nothing is claimed."""
    text = CLEAN.replace("1 Maret 2024", "1 Maret 2019")
    result = check(text.encode(), "usulan.sotk")
    assert mend(result, Level.catatan).impossible
    monkeypatch.setattr(mending, "MOST_ROUNDS", 1)
    assert not mend(result, Level.catatan).impossible


def test_a_search_without_result_says_among_how_many_changes(
    patuh: Callable[..., Any], written: Callable[..., str]
) -> None:
    """Of a finding that no change helps it is said that all sets were considered."""
    name = written(CLEAN.replace("1 Maret 2024", "1 Maret 2019"))
    run = patuh("check", "--repairs", "--format", "json", name)
    (finding,) = json.loads(run.out)["findings"]
    assert finding["repairs"] == []
    assert finding["repair_search"]["exhausted"]
    assert finding["repair_search"]["changes"] > 5


@pytest.mark.parametrize(
    ("line", "told"),
    [("#! pelanggaran H7 Dinas Sosial\n", True), ("#! bersih\n", False), ("#! tidak H7\n", False)],
)
def test_expectations_stay_and_it_is_said_that_they_no_longer_hold(
    patuh: Callable[..., Any], written: Callable[..., str], line: str, told: bool
) -> None:
    name = written(line + VIOLATION)
    run = patuh("check", "--fix", name)
    assert Path(name).read_text(encoding="utf-8") == line + CLEAN
    assert ("baris `#!` tidak lagi sesuai dengan temuan" in run.err) == told


def test_what_is_repaired_is_judged_on_the_day_of_the_call(
    patuh: Callable[..., Any], written: Callable[..., str]
) -> None:
    """On a day before the regulation is in force the repaired text keeps its T8."""
    name = written(VIOLATION)
    run = patuh("check", "--fix", "--as-of", "2020-04-19", "--fail-on", "catatan", name)
    assert Path(name).read_text(encoding="utf-8") == CLEAN
    assert run.code == 1
    assert "catatan[T8]" in run.out
