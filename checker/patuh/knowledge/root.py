"""Where the knowledge base and the texts of the regulations lie."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from patuh_parser.disk import Place

if TYPE_CHECKING:
    from pathlib import Path

P = ParamSpec("P")
R = TypeVar("R")

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))

_instead: ContextVar[str | None] = ContextVar("kb", default=None)
"""For each thread its own, so that one may check under a folder laid over while others do not."""
_kept: dict[str, dict[Any, Any]] = {}
"""What was read and worked out, by the folder in use meanwhile."""


def kb_folder(instead: Place | None = None) -> str:
    """The folder `kb/`: `instead`, else the one in use, that of the installed package or the
    checkout."""
    return os.fspath(instead) if instead else _instead.get() or _own_kb()


def kb_root() -> "Path":
    """The folder `kb/` in use, for what a check of a sound proposal does without."""
    from pathlib import Path

    return Path(kb_folder())


@contextmanager
def use(root: Place) -> Iterator[None]:
    """Take `root` for `kb/` meanwhile in this thread; what was read of it before is forgotten."""
    forget(root)
    try:
        with using(root):
            yield
    finally:
        forget(root)


@contextmanager
def using(root: Place) -> Iterator[None]:
    """Take `root` for `kb/` meanwhile in this thread."""
    before = _instead.set(os.fspath(root))
    try:
        yield
    finally:
        _instead.reset(before)


def forget(root: Place) -> None:
    """Let all that lies in `root` be read again when it is asked for."""
    _kept.pop(os.fspath(root), None)
    inside = os.path.join(root, "")
    for kept in list(_kept.values()):
        for key in list(kept):
            places = (one for one in key[1] if isinstance(one, str | os.PathLike))
            if any(os.path.join(one, "").startswith(inside) for one in places):
                kept.pop(key, None)


def of_kb(function: Callable[P, R]) -> Callable[P, R]:
    """As `cache`, for what rests on the folder in use besides its arguments."""

    @wraps(function)
    def call(*arguments: P.args, **named: P.kwargs) -> R:
        kept = _kept.setdefault(kb_folder(), {})
        key = (function, (*arguments, *named.values()), (*named,))
        try:
            found: R = kept[key]
        except KeyError:
            found = kept[key] = function(*arguments, **named)
        return found

    return call


@cache
def _own_kb() -> str:
    return _find("kb")


def corpus_root() -> "Path":
    """The folder `corpus/`: beside the knowledge base in use, else patuh's own."""
    from pathlib import Path

    beside = kb_root().resolve().parent / "corpus"
    return beside if beside.is_dir() else Path(_own_corpus())


@cache
def _own_corpus() -> str:
    return _find("corpus")


def _find(name: str) -> str:
    for base in (_PACKAGE, os.path.dirname(os.path.dirname(_PACKAGE))):
        folder = os.path.join(base, name)
        if os.path.isdir(folder):
            return folder
    raise FileNotFoundError(f"the folder {name}/ of patuh is missing from this installation")
