"""Inputs of a command: files, folders, and standard input."""

import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from patuh.checking import UnknownRegionError
from patuh.finding import InputError, Place, Unreadable
from patuh.knowledge.messages import Lang
from patuh_parser.text.span import Span

SUFFIX = ".sotk"
DRAFTS = (".docx", ".pdf", ".txt", ".md")
STDIN = "-"
LARGEST = 64 * 1024 * 1024

_OPENING = re.compile(
    rb"^[^a-zA-Z\n]{0,40}(?:Menimbang|Mengingat|M ?E ?M ?U ?T ?U ?S ?K ?A ?N)\b", re.M
)
_PEEK = 65_536

_START = Span(1, 1, 1, 1)


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
        errors += [_failure(str(e.filename), "M002", _cannot_open(e)) for e in closed]
        if not inside and not closed:
            errors.append(_failure(name, "M001", _NO_FILES))
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
        return _failure(path, "M002", _cannot_open(error))
    if len(data) > LARGEST:
        return _failure(path, "M003", _TOO_LARGE)
    return data


def unknown_region(error: UnknownRegionError) -> Unreadable:
    """The error for a regency without a regulation, listing those there are."""
    known = ", ".join(error.known)
    texts: dict[str, tuple[str, str | None]] = {
        "id": (
            f"belum ada peraturan untuk `{error.region}` dalam basis pengetahuan",
            f"yang ada: {known}",
        ),
        "en": (
            f"the knowledge base holds no regulation for `{error.region}`",
            f"there are: {known}",
        ),
    }
    found = InputError("M004", error.place, texts)
    return Unreadable(error.place.path, error.source, (found,))


def _cannot_open(error: OSError) -> dict[str, str]:
    if isinstance(error, FileNotFoundError):
        return {"id": "berkas atau folder ini tidak ada", "en": "there is no such file or folder"}
    reason = error_words(error)
    return {
        "id": f"berkas tidak dapat dibuka: {reason['id']}",
        "en": f"the file cannot be opened: {reason['en']}",
    }


def error_words(error: OSError) -> dict[Lang, str]:
    """Why the system refuses a file; what is seldom keeps the words of the system."""
    said = error.strerror or str(error)
    texts = {
        errno.EACCES: ("tidak ada izin", "permission denied"),
        errno.EPERM: ("tidak ada izin", "permission denied"),
        errno.EROFS: ("media ini hanya dapat dibaca", "the file system is read-only"),
        errno.ENOSPC: ("ruang penyimpanan penuh", "no space is left"),
        errno.EISDIR: ("ini folder", "it is a folder"),
        errno.ENOENT: ("foldernya tidak ada", "its folder does not exist"),
        errno.ENOTDIR: ("sebagian jalurnya bukan folder", "part of its path is no folder"),
        errno.ELOOP: ("tautannya berputar", "its links lead in a circle"),
        errno.ENAMETOOLONG: ("namanya terlalu panjang", "its name is too long"),
    }
    indonesian, english = texts.get(error.errno or 0, (said, said))
    return {"id": indonesian, "en": english}


_NO_FILES = {
    "id": f"tidak ada berkas {SUFFIX} di dalam folder, dan tidak ada naskah ({', '.join(DRAFTS)})",
    "en": f"the folder holds no {SUFFIX} file and no draft ({', '.join(DRAFTS)})",
}
_TOO_LARGE = {
    "id": f"masukan lebih besar dari {LARGEST // 1024**2} MB",
    "en": f"the input is larger than {LARGEST // 1024**2} MB",
}


def _failure(path: str, code: str, texts: dict[str, str]) -> Unreadable:
    messages: dict[str, tuple[str, str | None]] = {
        lang: (text, None) for lang, text in texts.items()
    }
    return Unreadable(path, "", (InputError(code, Place(path, _START), messages),))
