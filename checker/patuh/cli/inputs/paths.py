"""Inputs of a command: files, folders, and standard input."""

import errno
import os
import re
import select
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from patuh.finding import Unreadable, unread
from patuh.messages import LANGUAGES, Both, Texts, both, told

SUFFIX = ".sotk"
DRAFTS = (".docx", ".pdf", ".txt", ".md")
STDIN = "-"
LARGEST = 64 * 1024 * 1024

_OPENING = re.compile(
    rb"^[^a-zA-Z\n]{0,40}(?:Menimbang|Mengingat|M ?E ?M ?U ?T ?U ?S ?K ?A ?N)\b", re.M
)
_PEEK = 65_536

_REASONS = {
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "read_only",
    errno.ENOSPC: "no_space",
    errno.EISDIR: "is_folder",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder_within",
    errno.ELOOP: "links_circle",
    errno.ENAMETOOLONG: "long_name",
    errno.ESTALE: "changed",
}


def expand(paths: Iterable[str]) -> tuple[list[str], list[Unreadable]]:
    """Every file that the paths name, in order, and what could not be found."""
    found: dict[str, None] = {}
    errors: list[Unreadable] = []
    for name in paths:
        if name == STDIN or not os.path.isdir(name):  # no exception for odd names
            found[name] = None
            continue
        closed: list[OSError] = []
        inside = sorted(
            str(child)
            for child in _below(name, closed)
            if os.path.isfile(child) and _is_input(child)
        )
        errors += [unread(str(e.filename), "M002", _cannot_open(e)) for e in closed]
        if not inside and not closed:
            texts = told("inputs.no_files", proposals=SUFFIX, drafts=", ".join(DRAFTS))
            errors.append(unread(name, "M001", texts))
        found.update(dict.fromkeys(inside))
    return list(found), errors


def _below(folder: str, closed: list[OSError]) -> Iterator[Path]:
    """All that lies in a folder and those in it; folders that cannot be opened are noted."""
    for parent, _, names in os.walk(folder, onerror=closed.append):
        yield from (Path(parent, name) for name in names)


def _is_input(path: Path) -> bool:
    """Whether a file of a folder is a proposal or a draft; notes in plain text are neither."""
    suffix = path.suffix.casefold()
    if suffix in (SUFFIX, ".docx", ".pdf"):
        return True
    if suffix not in DRAFTS:
        return False
    try:
        with open(path, "rb") as file:
            return _OPENING.search(file.read(_PEEK)) is not None
    except OSError:
        return True


def is_draft(path: str) -> bool:
    """Whether a file is the text of a draft, by its ending."""
    return Path(path).suffix.casefold() in DRAFTS


def read_bytes(path: str) -> bytes | Unreadable:
    """The content of an input, at most `LARGEST` bytes."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(LARGEST + 1)
    except OSError as error:
        return unread(path, "M002", _cannot_open(error))
    if len(data) > LARGEST:
        return _too_large(path)
    return data


def read_stdin(end: float) -> bytes | Unreadable | None:
    """Standard input, at most `LARGEST` bytes; None if it has not ended by then (monotonic)."""
    try:
        descriptor = sys.stdin.fileno()
    except (OSError, ValueError, AttributeError):  # no file of the system
        return read_bytes(STDIN)
    read = bytearray()
    while select.select([descriptor], [], [], max(0, end - time.monotonic()))[0]:
        try:
            piece = os.read(descriptor, LARGEST)
        except OSError as error:
            return unread(STDIN, "M002", _cannot_open(error))
        read += piece
        if len(read) > LARGEST:
            return _too_large(STDIN)
        if not piece:
            return bytes(read)
    return None


def _too_large(path: str) -> Unreadable:
    return unread(path, "M003", told("inputs.too_large", limit=LARGEST // 1024**2))


def reason(error: OSError) -> Both:
    """Why the system refuses a file; what is seldom keeps the words of the system."""
    key = _REASONS.get(error.errno or 0)
    if key is None:
        return dict.fromkeys(LANGUAGES, error.strerror or str(error))
    return both(f"inputs.reason.{key}")


def _cannot_open(error: OSError) -> Texts:
    if isinstance(error, FileNotFoundError):
        return told("inputs.not_there")
    return told("inputs.cannot_open", reason=reason(error))
