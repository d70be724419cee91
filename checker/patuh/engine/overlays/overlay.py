"""A knowledge base with files of a user's own laid over it.

The files are data and stay data: what would run code, read other files or leave an atom open is
refused (`patuh.engine.overlays.acceptance`).
"""

import re
import shutil
from pathlib import Path

from patuh.engine.overlays.acceptance import OverlayError, accept, refuse_foreign, refused
from patuh.engine.overlays.heads import accept_findings, cases_without_words
from patuh.engine.overlays.losses import lost
from patuh.engine.overlays.message_files import accept_marks, accept_messages
from patuh.engine.overlays.regulation_files import accept_names, accept_of_regulation
from patuh.knowledge.laid_over import Overlay, note
from patuh.knowledge.marks import FOLDER as MARKS

__all__ = ["OverlayError", "accept", "lay_over"]

_REGULATION = re.compile(r"regulations/([^/]+)")
_FOLDERS = re.compile(
    r"(?:drafting/)?(?:vocabulary|checks)|messages/(?:id|en)|drafting(?:/marks)?"
    rf"|{_REGULATION.pattern}"
)
_PLACES = "checks, vocabulary, regulations/<id>, messages/<lang>, drafting"


def lay_over(base: Path, folder: Path, target: Path) -> None:
    """Copy the knowledge base to `target`, with the files of `folder` added or in their place.

    A file belongs where its path says (`checks/upt.lp`); one that lies in the folder itself
    replaces the file of its name, or else is a new file of checks. The knowledge base then says
    itself what was laid over it (`patuh.knowledge.laid_over`). Raises `OverlayError`.
    """
    shutil.copytree(base, target, dirs_exist_ok=True)
    names = [path.relative_to(base).as_posix() for path in sorted(base.rglob("*.lp"))]
    programs: list[Path] = []
    words: list[Path] = []
    taken: list[str] = []
    owned: dict[str, list[Path]] = {}
    if not folder.is_dir():
        raise refused(folder, 0, 0, "no_folder")
    files = [path for path in sorted(folder.rglob("*")) if _belongs(path, folder)]
    if not files:
        raise refused(folder, 0, 0, "no_rules")
    for path in files:
        refuse_foreign(path, folder)
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
            words.append(path)
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / name)
        taken.append(name)
        if law := _REGULATION.match(name):
            owned.setdefault(law[1], []).append(path)
    for path in programs:
        accept_findings(path, target)
    _worded(words, target)
    for regulation_id, own_files in owned.items():
        accept_names(regulation_id, own_files, target)
    replaced = tuple(name for name in taken if (base / name).exists())
    added = tuple(name for name in taken if name not in replaced)
    note(Overlay(str(folder), replaced, added, lost(base, target)), target)


def _belongs(path: Path, folder: Path) -> bool:
    """Whether it is a file of rules or words, a regulation's text, or a folder that is a link.

    Other texts may lie by.
    """
    if path.is_symlink() and path.is_dir():
        return True
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


def _worded(words: list[Path], target: Path) -> None:
    """Refuse words in the place of others that leave a finding of the knowledge base without."""
    missing = [
        one
        for program in (sorted(target.rglob("checks/*.lp")) if words else ())
        for one in cases_without_words(program.read_text(encoding="utf-8"), target)
    ]
    for check, case, lang in missing:
        for path in words:
            if path.parent.name == lang:
                name, where = f"{check.upper()} ({case})", f"messages/{lang}/*.toml"
                raise refused(path, 1, 1, "no_sentence", case=name, file=where)
