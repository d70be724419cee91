"""Folders of the user's for the targets that read their files, and what holds of a refusal."""

import re
import tempfile
from functools import cache
from pathlib import Path

from patuh.engine.overlays.acceptance import OverlayError
from patuh_parser.text.source import text_lines

_QUOTED = re.compile(r"`[^`]*`|'[^']*'|[^a-z ]+")
_IN_MEMORY = Path("/dev/shm")
_FOLDERS = ("checks", "messages/id", "messages/en", "drafting/marks", "regulations/paser_56_2020")


@cache
def folder(name: str) -> tuple[Path, Path]:
    """The folder of the user's and where it is laid over a knowledge base; in memory, if it can."""
    root = Path(tempfile.mkdtemp(prefix=f"patuh-fuzz-{name}-", dir=_memory()))
    for inner in _FOLDERS:
        (root / "mine" / inner).mkdir(parents=True)
    return root / "mine", root / "kb"


@cache
def empty_kb() -> Path:
    """An empty knowledge base."""
    root = Path(tempfile.mkdtemp(prefix="patuh-fuzz-kb-", dir=_memory()))
    for inner in _FOLDERS:
        (root / inner).mkdir(parents=True)
    return root


def _memory() -> Path | None:
    return _IN_MEMORY if _IN_MEMORY.is_dir() else None


def assert_in_place(error: OverlayError, file: Path, data: bytes) -> None:
    """Words in both languages, and a place in the file."""
    assert error.path == file
    lines = text_lines(data.decode("utf-8", "replace"))
    assert 1 <= error.span.line <= len(lines) + 1, error
    assert error.span.column >= 1
    assert [lang for lang, (text, _) in error.texts.items() if text] == ["id", "en"]


def trait(error: OverlayError) -> str:
    """What tells a refusal from others: its first words, without those of the file."""
    return " ".join(_QUOTED.sub("", error.texts["en"][0]).split()[:4])
