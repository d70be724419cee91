"""What lies in a folder: its inputs, and what of it is left out, which is always told."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from patuh.finding import LeftOut, Unreadable, unread
from patuh.inputs.paths import (
    DRAFTS,
    LARGEST,
    OPENING,
    SETTINGS,
    STDIN,
    SUFFIX,
    cannot_open,
    is_draft,
)
from patuh.messages import both, told

if TYPE_CHECKING:
    from pathlib import Path

_TEXTS = (".txt", ".md", ".markdown")
"""Endings of drafts that notes have as well."""
_LOCKS = ("~$", ".~lock", "._")
"""How the names of files begin that programs keep beside those that they have open."""
_PACKAGES = "node_modules"
_ENVIRONMENT = "pyvenv.cfg"

Found = tuple[list[str], list[Unreadable], list[LeftOut]]


def expand(paths: Iterable[str]) -> Found:
    """Every file that the paths name, in order, what could not be found, and what is left out."""
    found: dict[str, None] = {}
    errors: list[Unreadable] = []
    left: list[LeftOut] = []
    for name in paths:
        if name == STDIN or not os.path.isdir(name):  # no exception for odd names
            found[name] = None
            continue
        inside, broken, beside = _survey(name)
        if not inside and not broken:
            texts = told("inputs.no_files", proposals=SUFFIX, drafts=", ".join(DRAFTS))
            errors.append(unread(name, "M001", texts))
        found.update(dict.fromkeys(inside))
        errors += broken
        left += beside
    return list(found), errors, left


def _survey(folder: str) -> Found:
    inputs: list[str] = []
    broken: list[Unreadable] = []
    left: list[LeftOut] = []
    for path in sorted(map(str, _below(folder, broken, left))):
        kind = _kind(path)
        if kind == "input":
            inputs.append(path)
        elif kind == "no_file":
            reason = both("inputs.reason.no_file")
            broken.append(unread(path, "M002", told("inputs.cannot_open", reason=reason)))
        else:
            left.append(LeftOut(folder, path, kind))
    return inputs, broken, sorted(left, key=lambda one: (one.reason, one.path))


def _below(folder: str, broken: list[Unreadable], left: list[LeftOut]) -> "Iterator[Path]":
    """All files in a folder and those in it; folders that are not entered are noted."""
    from pathlib import Path  # a file alone needs none

    def closed(error: OSError) -> None:
        broken.append(unread(str(error.filename), "M002", cannot_open(error)))

    for parent, folders, names in os.walk(folder, onerror=closed):
        for inner in [*folders]:
            path = os.path.join(parent, inner)
            if os.path.islink(path):
                left.append(LeftOut(folder, path, "linked"))
            elif _is_of_programs(inner, path):
                left.append(LeftOut(folder, path, "not_entered"))
                folders.remove(inner)
        yield from (Path(parent, name) for name in names if name != SETTINGS)


def _is_of_programs(name: str, path: str) -> bool:
    """Whether a folder is hidden, a virtual environment, or holds packages."""
    environment = os.path.exists(os.path.join(path, _ENVIRONMENT))
    return name.startswith(".") or name == _PACKAGES or environment


def _kind(path: str) -> str:
    """`input`, `no_file` (named like one, and none), or why it is left out."""
    if os.path.basename(path).startswith(_LOCKS):
        return "locks"
    draft = is_draft(path)
    if not draft and not path.casefold().endswith((SUFFIX, f"{SUFFIX}.txt")):
        return "broken_link" if not os.path.exists(path) else "other"
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return "input"  # its reader says why it cannot be read
    if not stat.S_ISREG(mode):
        return "no_file"
    is_note = draft and path.casefold().endswith(_TEXTS) and not _opens(path)
    return "notes" if is_note else "input"


def _opens(path: str) -> bool:
    """Whether a text has the words that a draft opens with, in whatever width of characters."""
    try:
        with open(path, "rb") as file:
            return re.search(OPENING, file.read(LARGEST).replace(b"\0", b"")) is not None
    except OSError:
        return True
