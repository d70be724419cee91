"""Where the knowledge base and the texts of the regulations lie."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_PACKAGE = Path(__file__).resolve().parent.parent

_instead: ContextVar[Path | None] = ContextVar("kb", default=None)
"""For each thread its own, so that one may check under a folder laid over while others do not."""
_kept: dict[Path, dict[Any, Any]] = {}
"""What was read and worked out, by the folder in use meanwhile."""


def kb_root() -> Path:
    """The folder `kb/`: the one in use instead, that of the installed package or the checkout."""
    return _instead.get() or _own_kb()


@contextmanager
def use(root: Path) -> Iterator[None]:
    """Take `root` for `kb/` meanwhile in this thread; what was read of it before is forgotten."""
    forget(root)
    try:
        with using(root):
            yield
    finally:
        forget(root)


@contextmanager
def using(root: Path) -> Iterator[None]:
    """Take `root` for `kb/` meanwhile in this thread."""
    before = _instead.set(root)
    try:
        yield
    finally:
        _instead.reset(before)


def forget(root: Path) -> None:
    """Let all that lies in `root` be read again when it is asked for."""
    _kept.pop(root, None)
    for kept in list(_kept.values()):
        for key in list(kept):
            if any(isinstance(one, Path) and one.is_relative_to(root) for one in key[1]):
                kept.pop(key, None)


def of_kb(function: Callable[P, R]) -> Callable[P, R]:
    """As `cache`, for what rests on the folder in use besides its arguments."""

    @wraps(function)
    def call(*arguments: P.args, **named: P.kwargs) -> R:
        kept = _kept.setdefault(kb_root(), {})
        key = (function, (*arguments, *named.values()), (*named,))
        try:
            found: R = kept[key]
        except KeyError:
            found = kept[key] = function(*arguments, **named)
        return found

    return call


@cache
def _own_kb() -> Path:
    return _find("kb")


def corpus_root() -> Path:
    """The folder `corpus/`: beside the knowledge base in use, else patuh's own."""
    beside = kb_root().resolve().parent / "corpus"
    return beside if beside.is_dir() else _own_corpus()


@cache
def _own_corpus() -> Path:
    return _find("corpus")


def _find(name: str) -> Path:
    for base in (_PACKAGE, _PACKAGE.parent.parent):
        folder = base / name
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the folder {name}/ of patuh is missing from this installation")
