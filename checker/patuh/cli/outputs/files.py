"""A file of the user's, written anew."""

import errno
import os
import tempfile
from pathlib import Path


def replace_text(path: Path, text: str) -> None:
    """Replaces the file in one step, so that nothing is half written; raises OSError.

    Keeps its mode and its encoding; behind a link it is the file itself that is written. A file
    that may not be written stays, though its folder would let it be replaced.
    """
    path = path.resolve()
    encoding = _encoding(path)
    mode = path.stat().st_mode
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding=encoding, newline="") as file:
            file.write(text)
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(3)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    return "utf-8-sig" if start == b"\xef\xbb\xbf" else "utf-8"
