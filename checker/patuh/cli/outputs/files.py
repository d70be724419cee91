"""Files of the user's: written anew, or written as a document."""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from patuh.cli.call.wrong_call import FaultError
from patuh.cli.inputs.paths import reason


@contextmanager
def writing(path: str) -> Iterator[None]:
    """Say, as a fault, why the system does not let the file be written."""
    try:
        yield
    except OSError as error:
        raise FaultError("calls.not_written", path=path, reason=reason(error)) from None


def write(content: str | bytes, output: str | None) -> None:
    """Write a document into a file, or to standard output."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if output is None or output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    with writing(output):
        Path(output).write_bytes(data)


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
