"""Whether a folder is a knowledge base that can be read at all."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from patuh.audit import declared
from patuh.engine.overlays.acceptance import OverlayError, accept, refused, text_of
from patuh.engine.overlays.message_files import accept_messages
from patuh.finding import Unreadable, unread

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_HEADED = re.compile(r"^%\*!", re.MULTILINE)
_MUST = (
    "vocabulary/usulan.lp", "vocabulary/norma.lp", "checks", "regulations", "messages/id",
    "messages/en", "names/units.toml",
)  # fmt: skip


def unreadable(root: Path) -> list[Unreadable]:
    """The files that cannot be read, each with its error; empty if all can."""
    missing = [name for name in _MUST if not (root / name).exists()]
    if missing:
        told = f"bukan basis pengetahuan: tidak ada {missing[0]}"
        return [_broken(refused(root, 0, 0, told, f"no knowledge base: no {missing[0]}"))]
    return list(_files(root))


def _files(root: Path) -> Iterator[Unreadable]:
    for path in sorted(root.rglob("*")):
        try:
            if path.suffix == ".lp":
                accept(path)
                _documented(path)
            elif path.suffix == ".toml" and path.parent.parent.name == "messages":
                accept_messages(path)
            elif path.suffix == ".toml":
                _accept_table(path, declarations=path == root / declared.FILE)
        except OverlayError as error:
            yield _broken(error)


def _documented(path: Path) -> None:
    """Refuse a file of checks that heads no rule: the catalogue of checks is read off the heads."""
    if path.parent.name == "checks" and not _HEADED.search(path.read_text(encoding="utf-8")):
        told = "tidak ada kepala `%*! … *%` dalam berkas pemeriksaan ini"
        raise refused(path, 0, 0, told, "this file of checks has no heading `%*! … *%`")


def _accept_table(path: Path, declarations: bool) -> None:
    try:
        data = tomllib.loads(text_of(path))
    except tomllib.TOMLDecodeError as error:
        found = _AT.search(str(error))
        line, column = map(int, found.groups()) if found else (1, 1)
        raise refused(path, line, column, f"bukan TOML: {error}", f"is no TOML: {error}") from error
    if declarations and (wrong := declared.misshapen(data)) is not None:
        raise refused(path, 0, 0, *wrong)


def _broken(error: OverlayError) -> Unreadable:
    path = error.path
    source = path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else ""
    return unread(str(path), "M008", error.texts, error.span, source)
