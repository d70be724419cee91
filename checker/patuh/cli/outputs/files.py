"""Files of the user's: written anew, or written as a document."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from patuh.cli.call.wrong_call import FaultError, WrongCallError
from patuh.inputs.paths import STDIN, reason
from patuh_parser.sotk import SotkError, decode

BINARY = ("docx", "pdf", "png", "xlsx")
"""Forms that nobody wants to see in a terminal."""
_LONGEST_STEM = 40
"""So much of a name tells whose new content a file holds; the system bounds names in bytes."""


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
        _replace(Path(output), data)


def binary_output(ctx: click.Context, form: str, output: str | None) -> None:
    """Refuse to write what is no text to a terminal; raises `WrongCallError` without a file."""
    if form in BINARY and output is None:
        raise WrongCallError("calls.needs_output", ctx, form=form)


def spare(inputs: Iterable[str | None], output: str | None) -> None:
    """Refuse to write onto a file that is read, by whatever name; raises `WrongCallError`."""
    if output is None or output == STDIN:
        return
    for path in inputs:
        if path is not None and path != STDIN and _same(path, output):
            raise WrongCallError("calls.onto_input", path=output)


def replace_text(path: Path, text: str, was: str) -> None:
    """Replaces the file in one step, if it still holds the text `was`; raises OSError.

    Keeps its mode and its encoding. A file that may not be written stays, though its folder would
    let it be replaced.
    """
    _replace(path, text.encode(_encoding(path)), lambda: _holds(path, was))


def _replace(path: Path, data: bytes, may: Callable[[], bool] = lambda: True) -> None:
    """Let the file hold this and nothing half; behind a link it is the file itself.

    What is no file, such as a device, is written to. `may` is asked last of all.
    """
    path = path.resolve()
    mode = path.stat().st_mode if path.exists() else None
    if mode is not None and not stat.S_ISREG(mode):
        path.write_bytes(data)
        return
    if mode is not None and not (mode & 0o222 and os.access(path, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    new = path.with_name(f".{path.name[:_LONGEST_STEM]}.{os.urandom(4).hex()}.patuh")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if mode is not None:
            os.chmod(new, mode)
        if not may():
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(path))
        os.replace(new, path)
    except BaseException:
        os.unlink(new)
        raise


def _holds(path: Path, text: str) -> bool:
    try:
        return decode(path.read_bytes(), str(path)) == text
    except SotkError:
        return False


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return False


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(3)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    return "utf-8-sig" if start == b"\xef\xbb\xbf" else "utf-8"
