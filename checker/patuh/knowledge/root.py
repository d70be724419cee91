"""Where the knowledge base and the texts of the regulations lie."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_PACKAGE = Path(__file__).resolve().parent.parent

_instead: list[Path] = []


def kb_root() -> Path:
    """The folder `kb/`: the one in use instead, that of the installed package or the checkout."""
    return _instead[-1] if _instead else _own_kb()


@contextmanager
def use(root: Path) -> Iterator[None]:
    """Take `root` for `kb/` meanwhile; what was read of another folder is forgotten.

    What is worked out from its arguments alone need not be: `lasting` keeps it.
    """
    _forget()
    _instead.append(root)
    try:
        yield
    finally:
        _instead.pop()
        _forget()


def _forget() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("patuh."):
            for value in list(vars(module).values()):
                clear = getattr(value, "cache_clear", None)
                if clear is not None and value.__module__.startswith("patuh."):
                    clear()


def lasting(maxsize: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """As `lru_cache`, for what rests on its arguments alone, whatever folder is in use."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        kept = lru_cache(maxsize)(function)

        @wraps(function)
        def call(*arguments: P.args, **named: P.kwargs) -> R:
            return kept(*arguments, **named)  # type: ignore[arg-type]

        return call

    return decorate


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
