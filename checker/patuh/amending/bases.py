"""Which file a proposal may name as its base, and its text.

A base lies in the folder of the proposal or below the current one, whatever links and `..` its
path goes through, so that a proposal from elsewhere cannot make patuh read, or quote in an
error, any other file.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path, PureWindowsPath

from msgspec import Struct

from patuh_parser.sotk import Diagnostic, SotkError, decode
from patuh_parser.sotk.lines.characters import MAX_BYTES
from patuh_parser.sotk.model import Header

DEEPEST = 5
"""So many bases may stand one upon the other."""
SUFFIX = ".sotk"
_STDIN = "-"
_GIVEN: ContextVar[tuple[bytes, str] | None] = ContextVar("_GIVEN", default=None)


@contextmanager
def given(base: tuple[bytes, str] | None) -> Iterator[None]:
    """Meanwhile, in this thread, a proposal that names a base changes this one.

    `base` is content and name, whatever file the proposal names; the base of a base is a file.
    """
    token = _GIVEN.set(base)
    try:
        yield
    finally:
        _GIVEN.reset(token)


class Chain(Struct, frozen=True):
    """The proposals that lead to a base; `roots` are the folders in which bases may lie."""

    roots: tuple[Path, ...]
    files: tuple[Path, ...]

    @classmethod
    def of(cls, path: str) -> "Chain":
        """The chain that begins with the proposal at `path` ("-": standard input)."""
        here = Path.cwd().resolve()
        if path == _STDIN:
            return cls((here,), (here / _STDIN,))
        start = Path(path).resolve()
        return cls((start.parent, here), (start,))

    def follow(self, header: Header, path: str) -> tuple[str, str, "Chain"]:
        """The path of the base that a header names, its text, and the chain to it.

        `path` is the file of the header. Raises `SotkError`: outside the folders (E607), not
        there (E608), not to be opened (E609), no proposal (E610), a cycle (E611), too deep
        (E612), or no text.
        """
        held = _GIVEN.get() if len(self.files) == 1 else None
        if held is not None:
            data, name = held
            return name, _text(data, name), Chain(self.roots, (*self.files, Path(name)))
        wanted = header.base or ""
        folder = "" if path == _STDIN else os.path.dirname(path)
        shown = Path(os.path.normpath(os.path.join(folder, wanted))).as_posix()

        def failure(code: str, *args: str) -> SotkError:
            place = header.spans["TERHADAP"]
            return SotkError((Diagnostic(code, place, args or (wanted,)),), path)

        if wanted.startswith(("/", "\\")) or PureWindowsPath(wanted).drive:
            raise failure("E607")
        try:
            file = Path(folder, wanted).resolve()
            if not any(file.is_relative_to(root) for root in self.roots):
                raise failure("E607")
            if file.suffix.lower() != SUFFIX:
                raise failure("E610")
            if file in self.files:
                raise failure("E611")
            if len(self.files) > DEEPEST:
                raise failure("E612", str(DEEPEST))
            if not file.exists():
                raise failure("E608")
            if not file.is_file():
                raise failure("E609")
            with open(file, "rb") as stream:
                data = stream.read(MAX_BYTES + 1)
        except (OSError, RuntimeError, ValueError):
            raise failure("E609") from None
        return shown, _text(data, shown), Chain(self.roots, (*self.files, file))


def _text(data: bytes, path: str) -> str:
    try:
        return decode(data, path)
    except SotkError as error:
        raise SotkError(error.diagnostics, path, data.decode("utf-8", "replace")) from None
