"""What is worked out from files that do not change, kept between processes.

A value is named by a hash of all that it was made of: texts, code, versions. It is looked for in
the installed package, which holds what was made when the wheel was built, then in the user's cache
folder, and else made anew and kept there: as MessagePack, never as code, written in one step. What
is damaged, of somebody else, or open to others for writing is passed over, and without a folder
that can be written everything is the same, only slower.
"""

import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import MsgspecError, msgpack, to_builtins

from patuh_parser.disk import Place, beside, bytes_of, names_in, text_of
from patuh_parser.hashes import blake2b

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

_PACKAGED = beside(__file__, "made")
"""Where the wheel has what was made when it was built."""
MOST_BYTES = 8_000_000
MOST_FILES = 512
"""So many values are kept in the cache folder; the oldest go first."""
MOST_WRITES = 96
"""So many does one process write: tests of changed rules are to leave the others their place."""

_FORMAT = b"1"
_CHECK = 4
_DIGEST = 16
_BINARY = getattr(os, "O_BINARY", 0)
_HOMES = {"win32": "%LOCALAPPDATA%", "darwin": "~/Library/Caches"}
_written = 0


def stored(name: str, kind: type[T], made_of: Iterable[str | bytes], make: Callable[[], T]) -> T:
    """The value that `make` gives for `made_of`, of the type `kind`.

    `made_of` must tell all that the value depends on, the code that makes it too (`code_of`).
    """
    file = f"{name}-{hash_of(made_of)}"
    for data in _found(file):
        try:
            return msgpack.decode(data, type=kind)
        except (MsgspecError, RecursionError):
            continue
    value = make()
    folder = _cache_folder()
    if folder is not None:
        from pathlib import Path  # where nothing is kept

        _write(Path(folder, file), msgpack.encode(value))
    return value


def _found(file: str) -> Iterator[memoryview]:
    """What is kept under this name, in the package and then in the cache folder."""
    for folder in (_PACKAGED, _cache_folder()):
        data = folder and _read(folder, file, trusted=folder == _PACKAGED)
        if data:
            yield data


def toml(path: Place) -> dict[str, Any]:
    """The TOML file at `path`, with dates as text. Raises what reading and `tomllib` raise."""
    name, _ = os.path.splitext(os.path.basename(path))
    return stored(name, dict[str, Any], [bytes_of(path)], lambda: loads(path))


def loads(path: Place) -> dict[str, Any]:
    """The same, read anew."""
    import tomllib

    found: dict[str, Any] = to_builtins(tomllib.loads(text_of(path)))
    return found


@cache
def code_of(*places: str) -> bytes:
    """The code in these files, and that directly in these folders: it makes a value what it is."""
    return b"".join(map(_code_in, places))


@cache
def _code_in(place: str) -> bytes:
    alone = place.endswith(".py")
    files = [place] if alone else [os.path.join(place, name) for name in names_in(place, ".py")]
    return b"".join(blake2b(bytes_of(file), digest_size=_DIGEST).digest() for file in files)


def hash_of(made_of: Iterable[str | bytes]) -> str:
    """A name for these parts and no others."""
    found = blake2b(_FORMAT, digest_size=_DIGEST)
    for part in made_of:
        data = part.encode() if isinstance(part, str) else part
        found.update(b"%d " % len(data))
        found.update(data)
    return found.hexdigest()


def _check(value: bytes | memoryview) -> bytes:
    """What tells whether a value is whole; who may have written it is told by its owner."""
    return zlib.crc32(value).to_bytes(_CHECK, "big")


def _read(folder: str, file: str, trusted: bool) -> memoryview | None:
    """The value in a file if it is whole, and if nobody else may have written it."""
    flags = os.O_RDONLY | _BINARY | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(f"{folder}{os.sep}{file}", flags)
    except OSError:
        return None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > MOST_BYTES:
            return None
        if not trusted and not (_ours(found) and _private(folder)):
            return None
        data = memoryview(os.read(handle, found.st_size))
    except OSError:
        return None
    finally:
        os.close(handle)
    value = data[_CHECK:]
    return value if _check(value) == data[:_CHECK] else None


def _write(path: "Path", value: bytes) -> None:
    """Write a value in one step, if it can be written."""
    global _written
    if len(value) > MOST_BYTES - _CHECK or _written >= MOST_WRITES:
        return
    _written += 1
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _private(str(path.parent)):
            return
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_check(value) + value)
            os.replace(part, path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        _tidy(path.parent)
    except OSError:
        return


def _tidy(folder: "Path") -> None:
    files = sorted(folder.iterdir(), key=lambda file: file.lstat().st_mtime)
    for file in files[:-MOST_FILES]:
        file.unlink(missing_ok=True)


def _cache_folder() -> str | None:
    """The user's own folder for what can be made again; None if there is none."""
    home = os.environ.get("XDG_CACHE_HOME") or _HOMES.get(sys.platform, "~/.cache")
    folder = os.path.expandvars(os.path.expanduser(home))
    return os.path.join(folder, "patuh") if os.path.isabs(folder) else None


def _private(folder: str) -> bool:
    """Whether only the user writes in the folder, and no other can put one in its place."""
    try:
        own, above = os.lstat(folder), os.stat(os.path.dirname(folder))
    except OSError:
        return False
    if not hasattr(os, "getuid"):
        return True
    safe = above.st_uid in (0, os.getuid()) and not above.st_mode & stat.S_IWOTH
    return stat.S_ISDIR(own.st_mode) and _ours(own) and safe


def _ours(found: os.stat_result) -> bool:
    if not hasattr(os, "getuid"):
        return True
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
