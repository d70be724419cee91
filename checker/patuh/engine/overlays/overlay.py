"""A knowledge base with files of a user's own laid over it.

The files are data and stay data: what would run code, read other files or leave an atom open is
refused (`patuh.engine.overlays.acceptance`).
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from clingo import ast

from patuh.engine.overlays.acceptance import OverlayError, accept, refused
from patuh.engine.overlays.losses import lost
from patuh.engine.overlays.message_files import accept_marks, accept_messages
from patuh.engine.overlays.regulation_files import accept_of_regulation
from patuh.knowledge.laid_over import Overlay, note
from patuh.knowledge.marks import FOLDER as MARKS
from patuh.knowledge.messages import check_messages
from patuh.messages import LANGUAGES

__all__ = ["OverlayError", "accept", "lay_over"]

_REGULATION = re.compile(r"regulations/([^/]+)")
_FOLDERS = re.compile(
    r"(?:drafting/)?(?:vocabulary|checks)|messages/(?:id|en)|drafting(?:/marks)?"
    rf"|{_REGULATION.pattern}"
)
_PLACES = "checks, vocabulary, regulations/<id>, messages/<lang>, drafting"
_FINDINGS = {"temuan", "temuan_garis"}


def lay_over(base: Path, folder: Path, target: Path) -> None:
    """Copy the knowledge base to `target`, with the files of `folder` added or in their place.

    A file belongs where its path says (`checks/upt.lp`); one that lies in the folder itself
    replaces the file of its name, or else is a new file of checks. The knowledge base then says
    itself what was laid over it (`patuh.knowledge.laid_over`). Raises `OverlayError`.
    """
    shutil.copytree(base, target, dirs_exist_ok=True)
    names = [path.relative_to(base).as_posix() for path in sorted(base.rglob("*.lp"))]
    programs: list[Path] = []
    taken: list[str] = []
    if not folder.is_dir():
        raise refused(folder, 0, 0, "no_folder")
    files = [path for path in sorted(folder.rglob("*")) if _belongs(path, folder)]
    if not files:
        raise refused(folder, 0, 0, "no_rules")
    for path in files:
        name = _name(path, path.relative_to(folder).as_posix(), names)
        if path.suffix == ".lp":
            accept(path)
            programs.append(path)
        elif name.startswith(f"{MARKS}/"):
            accept_marks(path, base)
        elif own := _REGULATION.match(name):
            accept_of_regulation(path, own[1])
        else:
            accept_messages(path)
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / name)
        taken.append(name)
    for path in programs:
        _worded(path, target)
    replaced = tuple(name for name in taken if (base / name).exists())
    added = tuple(name for name in taken if name not in replaced)
    note(Overlay(str(folder), replaced, added, lost(base, target)), target)


def _belongs(path: Path, folder: Path) -> bool:
    """Whether it is a file of rules or words, or a regulation's text; other texts may lie by."""
    parent = path.parent.relative_to(folder).as_posix()
    text = path.suffix == ".txt" and _REGULATION.fullmatch(parent)
    return path.suffix in {".lp", ".toml"} or bool(text)


def _name(path: Path, name: str, known: list[str]) -> str:
    parent, _, own = name.rpartition("/")
    if not parent and path.suffix == ".lp":
        same = [other for other in known if other.rpartition("/")[2] == own]
        if len(same) > 1:
            raise refused(path, 0, 0, "several", names=", ".join(same))
        return same[0] if same else f"checks/{own}"
    if not _FOLDERS.fullmatch(parent) or (parent == "drafting" and path.suffix != ".lp"):
        raise refused(path, 0, 0, "unread_folder", folder=parent, places=_PLACES)
    return name


def _worded(path: Path, root: Path) -> None:
    """Refuse a finding that has no words in the knowledge base."""
    for check, case, line, column in _cases(path.read_text(encoding="utf-8")):
        for lang in LANGUAGES:
            message = check_messages(lang, root).get(check)
            if message is None or case not in message.cases:
                name = f"{check.upper()} ({case})"
                where = f"messages/{lang}/*.toml"
                raise refused(path, line, column, "no_sentence", case=name, file=where)


def _cases(text: str) -> Iterator[tuple[str, str, int, int]]:
    found: list[tuple[str, str, int, int]] = []

    def read(node: ast.AST) -> None:
        if node.ast_type != ast.ASTType.Rule or node.head.ast_type != ast.ASTType.Literal:
            return
        term = getattr(node.head.atom, "symbol", None)
        if term is not None and getattr(term, "name", "") in _FINDINGS and len(term.arguments) == 6:
            place = node.location.begin
            check, case = str(term.arguments[2]), str(term.arguments[3])
            if check[0].islower() and case[0].islower():
                found.append((check, case, place.line, place.column))

    ast.parse_string(text, read)
    yield from found
