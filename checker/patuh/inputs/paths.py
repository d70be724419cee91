"""Inputs of a command: files, folders, and standard input."""

import errno
import os
import re
import select
import sys
import time
from typing import TYPE_CHECKING

from patuh.finding import Unreadable, unread
from patuh.messages import LANGUAGES, Both, Texts, both, told

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".sotk"
DRAFTS = (".docx", ".pdf", ".txt", ".md", ".markdown")
TABLES = (".xlsx", ".csv", ".tsv", ".xls", ".ods")
"""Kinds of tables, which `patuh import` makes proposals of."""
TOLD_DRAFTS = (".doc", ".docm", ".dot", ".dotm", ".dotx", ".odt", ".ott", ".rtf")
"""Kinds that the reader of drafts reads through LibreOffice, or says that it does not."""
_PROPOSED = r"\s*(?:USULAN|RANCANGAN)\s*:"
"""How a proposal begins, which no draft does."""
WORDS = ("menimbang", "mengingat", "memutuskan")
OPENING = rb"(?mi)^[^a-z\n]{0,40}(?:%s)\b" % "|".join(map(" ?".join, WORDS)).encode()
"""What a draft opens with, in whatever letters; in a title they may stand apart."""
STDIN = "-"
SETTINGS = "patuh.toml"
"""Options of a folder (`patuh.cli.commands.settings`)."""
LARGEST = 64 * 1024 * 1024
LONGEST_HEAD = 4_096

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


def settings_of(path: str) -> "Path | None":
    """The nearest file with options (`patuh.toml`) in the folder of an input or above."""
    here = os.path.abspath("." if path == STDIN else path)
    folder = here if os.path.isdir(here) else os.path.dirname(here)
    while not os.path.isfile(file := os.path.join(folder, SETTINGS)):  # whatever its name
        if folder == os.path.dirname(folder):
            return None
        folder = os.path.dirname(folder)
    from pathlib import Path

    return Path(file)


def is_draft(path: str) -> bool:
    """Whether a file is the text of a draft, by its ending; `x.sotk.txt` is a proposal."""
    from pathlib import Path

    name = Path(path.casefold())
    return name.suffix in DRAFTS + TOLD_DRAFTS and not name.name.endswith(f"{SUFFIX}.txt")


def reads_draft(path: str, data: bytes, said: str | None = None) -> bool:
    """Whether a file holds a draft: as it is `said` (`draft`, `proposal`), else by its content.

    What begins as a proposal is one, whatever its name; what has no name, or an unknown one, is a
    draft if it opens like one or is no plain text.
    """
    if said is not None:
        return said == "draft"
    if path.casefold().endswith((SUFFIX, f"{SUFFIX}.txt")):
        return False
    text = data.replace(b"\0", b"")
    if re.match(_PROPOSED, text[:LONGEST_HEAD].decode("utf-8-sig", "replace")):
        return False
    from patuh_parser.legal.files.formats import is_container

    return is_draft(path) or is_container(data) or re.search(OPENING, text) is not None


def is_other_text(unreadable: Unreadable) -> bool:
    """Whether a file was read, and is the text of something else than a regulation."""
    return [error.code for error in unreadable.errors] == ["bukan_peraturan"]


def read_bytes(path: str) -> bytes | Unreadable:
    """The content of an input, at most `LARGEST` bytes."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(LARGEST + 1)
    except OSError as error:
        return unread(path, "M002", cannot_open(error))
    except ValueError:  # no system has a file with U+0000 in its name
        return unread(path, "M002", told("inputs.not_there"))
    return bounded(path, data)


def bounded(path: str, data: bytes) -> bytes | Unreadable:
    """The content, unless it is larger than `LARGEST`."""
    return data if len(data) <= LARGEST else _too_large(path)


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
            return unread(STDIN, "M002", cannot_open(error))
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


def cannot_open(error: OSError) -> Texts:
    """What is told of a file or folder that the system refuses."""
    if isinstance(error, FileNotFoundError):
        return told("inputs.not_there")
    return told("inputs.cannot_open", reason=reason(error))
