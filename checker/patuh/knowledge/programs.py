"""The answer set programs that apply: vocabulary, checks, and the norms of each regulation."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from patuh.knowledge.root import kb_root


@dataclass(frozen=True, slots=True)
class Program:
    """One `.lp` file; `name` is its path below `kb/`."""

    name: str
    text: str


def programs(regulation_ids: Iterable[str], root: Path | None = None) -> tuple[Program, ...]:
    """All programs for checking under these regulations, in a fixed order."""
    base = root or kb_root()
    folders = ["vocabulary", "checks", *(f"regulations/{name}" for name in regulation_ids)]
    return tuple(program for folder in folders for program in _folder(base, folder))


@cache
def _folder(base: Path, folder: str) -> tuple[Program, ...]:
    return tuple(
        Program(f"{folder}/{path.name}", path.read_text(encoding="utf-8"))
        for path in sorted((base / folder).glob("*.lp"))
    )
