"""What lies in a folder: its inputs, and what of it is left out, which is always told."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from patuh.cli.inputs.paths import (
    DRAFTS,
    LARGEST,
    STDIN,
    SUFFIX,
    cannot_open,
    is_draft,
)
from patuh.finding import LeftOut, Unreadable, unread
from patuh.messages import both, told

_WORDS = ("menimbang", "mengingat", "memutuskan")
_OPENING = re.compile(
    rb"^[^a-z\n]{0,40}(?:%s)\b" % "|".join(map(" ?".join, _WORDS)).encode(), re.M | re.I
)
"""What a draft opens with, in whatever letters; in a title they may stand apart."""
_TEXTS = (".txt", ".md")
"""Endings of drafts that notes have as well."""

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


def _below(folder: str, broken: list[Unreadable], left: list[LeftOut]) -> Iterator[Path]:
    """All files in a folder and those in it; folders that are not entered are noted."""

    def closed(error: OSError) -> None:
        broken.append(unread(str(error.filename), "M002", cannot_open(error)))

    for parent, folders, names in os.walk(folder, onerror=closed):
        for inner in folders:
            if os.path.islink(os.path.join(parent, inner)):
                left.append(LeftOut(folder, os.path.join(parent, inner), "linked"))
        yield from (Path(parent, name) for name in names)


def _kind(path: str) -> str:
    """`input`, `no_file` (named like one, and none), or why it is left out."""
    draft = is_draft(path)
    if not draft and not path.casefold().endswith((SUFFIX, f"{SUFFIX}.txt")):
        return "broken_link" if not os.path.exists(path) else "other"
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return "input"  # its reader says why it cannot be read
    if not stat.S_ISREG(mode):
        return "no_file"
    is_note = draft and Path(path).suffix.casefold() in _TEXTS and not _opens(path)
    return "notes" if is_note else "input"


def _opens(path: str) -> bool:
    """Whether a text has the words that a draft opens with, in whatever width of characters."""
    try:
        with open(path, "rb") as file:
            return _OPENING.search(file.read(LARGEST).replace(b"\0", b"")) is not None
    except OSError:
        return True
