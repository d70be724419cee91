"""Whether a folder is a knowledge base that can be read at all."""

import re
from collections.abc import Iterator
from pathlib import Path

from patuh.audit import declared
from patuh.engine.overlays.acceptance import OverlayError, accept, refuse_foreign, refused
from patuh.engine.overlays.message_files import accept_marks, accept_messages, table_of
from patuh.finding import Unreadable
from patuh.knowledge.marks import FOLDER as MARKS

_HEADED = re.compile(r"^%\*!", re.MULTILINE)
_MUST = (
    "vocabulary/usulan.lp", "vocabulary/norma.lp", "checks", "regulations", "messages/id",
    "messages/en", "names/units.toml",
)  # fmt: skip


def unreadable(root: Path) -> list[Unreadable]:
    """The files that cannot be read, each with its error; empty if all can."""
    missing = [name for name in _MUST if not (root / name).exists()]
    if missing:
        return [refused(root, 0, 0, "no_knowledge_base", missing=missing[0]).unreadable("M008")]
    return list(_files(root))


def _files(root: Path) -> Iterator[Unreadable]:
    for path in sorted(root.rglob("*")):
        try:
            if path.suffix in {".lp", ".toml"}:
                refuse_foreign(path, root)
            if path.suffix == ".lp":
                accept(path)
                _documented(path)
            elif path.suffix == ".toml" and path.parent.parent.name == "messages":
                accept_messages(path)
            elif path.suffix == ".toml" and path.parent == root / MARKS:
                accept_marks(path, root)
            elif path.suffix == ".toml":
                _accept_table(path, declarations=path == root / declared.FILE)
        except OverlayError as error:
            yield error.unreadable("M008")


def _documented(path: Path) -> None:
    """Refuse a file of checks that heads no rule: the catalogue of checks is read off the heads."""
    if path.parent.name == "checks" and not _HEADED.search(path.read_text(encoding="utf-8")):
        raise refused(path, 0, 0, "no_heading")


def _accept_table(path: Path, declarations: bool) -> None:
    _, data = table_of(path)
    if declarations and (wrong := declared.misshapen(data)) is not None:
        key, values = wrong
        raise refused(path, 0, 0, key, **values)
