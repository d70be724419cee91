"""An output whose reader is gone, as in `patuh … | head`: every command ends with 2 in silence."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from checker_texts import CLEAN, VIOLATION

from patuh.cli import main

DRAFT = "PERATURAN BUPATI PASER\nPasal 1\nIsi.\n"
LAW = "tests/overlay/wanamerta/regulations/wanamerta_27_2024/wanamerta_27_2024.txt"
TEXTS = {
    "a.sotk": VIOLATION,
    "b.sotk": CLEAN,
    "a.txt": DRAFT,
    "a.csv": "No,Nama Unit,Induk\n1,Dinas Sosial,\n2,Bidang Rehabilitasi,Dinas Sosial\n",
}
CALLS = {
    "init": ["init", "--region", "Kabupaten Paser"],
    "check": ["check", "a.sotk"],
    "check, as JSON": ["check", "--format", "json", "a.sotk"],
    "batch": ["batch", "a.sotk", "-o", "out"],
    "explain": ["explain", "H7"],
    "search": ["search", "bupati"],
    "why-not": ["why-not", "b.sotk", "H7", "Dinas Sosial"],
    "compare": ["compare", "a.sotk", "b.sotk"],
    "diff": ["diff", "paser_56_2020", "mine"],
    "impact": ["impact", "mine", "a.sotk"],
    "references": ["references", "a.txt"],
    "chart": ["chart", "a.sotk"],
    "import": ["import", "a.csv", "--region", "Kabupaten Paser"],
    "export": ["export", "a.txt"],
    "facts": ["facts", "a.sotk"],
    "serve": ["serve", "--port", "0"],
    "kb audit": ["kb", "audit"],
    "kb conflicts": ["kb", "conflicts"],
    "kb docs": ["kb", "docs"],
    "kb new": ["kb", "new", "wanamerta_27_2024", "--text", "law.txt", "--into", "out"],
    "kb lists": ["kb", "lists", "--kb-overlay", "mine"],
    "help": ["--help"],
    "help of a command": ["check", "--help"],
    "version": ["--version"],
}
SLOW = {"kb audit", "kb lists"}
"""Those that take a while."""


def commands(group: click.Group, before: str = "") -> Iterator[str]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


def test_none_is_left_out() -> None:
    assert set(commands(main)) <= CALLS.keys()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes there tell nothing of their readers")
@pytest.mark.parametrize("name", [
    pytest.param(name, marks=[pytest.mark.slow] if name in SLOW else []) for name in CALLS
])  # fmt: skip
def test_it_ends_in_silence(tmp_path: Path, root: Path, name: str) -> None:
    for file, text in TEXTS.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    shutil.copy(root / LAW, tmp_path / "law.txt")
    folder = "regulations/kutim_41_2023"
    shutil.copytree(root / "kb" / folder, tmp_path / "mine" / folder)
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "patuh", *CALLS[name]],
        cwd=tmp_path,
        stdout=writer,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    os.close(writer)
    assert done.returncode == 2
    assert not any(word in done.stderr for word in ("galat", "Error", "Broken"))
