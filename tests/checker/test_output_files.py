"""`-o`: what a command prints goes into a file as it is, and never onto what it reads."""

from collections.abc import Callable
from pathlib import Path

import pytest
from checker_texts import CLEAN

DRAFT = "corpus/drafts/revisi_kutim_41_2023.txt"


@pytest.mark.parametrize(
    "call",
    [
        ("facts", "usulan.sotk"),
        ("references", DRAFT),
        ("references", DRAFT, "--format", "dot"),
        ("kb", "docs", "--language"),
        ("explain", "H7"),
        ("why-not", "usulan.sotk", "A3", "Dinas Sosial"),
        ("export", DRAFT, "--format", "text"),
    ],
)
def test_a_document_is_the_same_in_a_file(
    patuh: Callable, written: Callable[..., str], root: Path, call: tuple[str, ...]
) -> None:
    written(CLEAN)
    words = [str(root / word) if word == DRAFT else word for word in call]
    shown = patuh(*words)
    assert shown.code == 0
    assert shown.out
    assert patuh(*words, "-o", "keluar").out == ""
    assert Path("keluar").read_text(encoding="utf-8") == shown.out


@pytest.mark.parametrize("command", ["facts", "check", "chart"])
def test_no_input_is_written_over(
    patuh: Callable, written: Callable[..., str], command: str
) -> None:
    name = written(CLEAN)
    more = ("--format", "svg") if command == "chart" else ()
    run = patuh(command, name, "-o", f"./{name}", *more)
    assert run.code == 2
    assert "adalah masukan" in run.err
    assert Path(name).read_text(encoding="utf-8") == CLEAN
