"""Parse tables kept between runs: building them costs seven times as much as loading them.

They lie in the user's cache folder (`$XDG_CACHE_HOME` or `~/.cache`, below `patuh/`), named by
the grammar and by the versions of Lark and Python. A pickle is only loaded if the file and its
folder belong to the user and nobody else may write them; whatever goes wrong, the tables are
built.
"""

import hashlib
import os
import stat
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lark import Lark


def stored_parser(grammar: str, build: Callable[[], "Lark"], transformer: Any) -> "Lark | None":
    """The parser of `grammar` from stored tables, stored now if it was not; None if neither can be.

    `build` makes the parser without a transformer.
    """
    path = _path(grammar)
    if path is None:
        return None
    try:
        data = path.read_bytes() if _trusted(path) else _store(path, build())
        return _load(data, transformer)
    except Exception:
        return None


def _load(data: bytes, transformer: Any) -> "Lark":
    from lark import Lark

    parser: Lark = Lark.__new__(Lark)._load(BytesIO(data), transformer=transformer)
    return parser


def _store(path: Path, parser: "Lark") -> bytes:
    """The tables of the parser, written in one step."""
    target = BytesIO()
    parser.save(target)
    data = target.getvalue()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    os.replace(part, path)
    return data


def _path(grammar: str) -> Path | None:
    if not hasattr(os, "getuid"):
        return None
    import lark

    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    if not os.path.isabs(home):
        return None
    version = f"{lark.__version__} {sys.version}"
    name = hashlib.sha256(f"{version}\n{grammar}".encode()).hexdigest()[:32]
    return Path(home, "patuh", f"sotk-{name}.tables")


def _trusted(path: Path) -> bool:
    """Whether the file is there and only the user may have written it."""
    try:
        places = path.lstat(), path.parent.lstat()
    except OSError:
        return False
    writable = stat.S_IWGRP | stat.S_IWOTH
    return stat.S_ISREG(places[0].st_mode) and all(
        place.st_uid == os.getuid() and not place.st_mode & writable for place in places
    )
