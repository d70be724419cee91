"""A folder of the user's own over the knowledge base, or in its place."""

import os
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from patuh.finding import Unreadable
from patuh.knowledge.root import forget, kb_root, using


class LaidOver:
    """The knowledge base with a folder laid over it, as long as this lives; without one as it is.

    `refused` says why the folder cannot be used.
    """

    def __init__(self, folder: str | os.PathLike[str] | None) -> None:
        self.refused: Unreadable | None = None
        self._root = kb_root()
        self._end: Callable[[], object] = _nothing
        if folder is None:
            return
        import tempfile

        from patuh.engine.overlays.overlay import OverlayError, lay_over

        own = Path(tempfile.mkdtemp(prefix="patuh-kb-"))
        self._end = weakref.finalize(self, _remove, own)
        root = own / "kb"  # what lies beside a knowledge base counts as its corpus
        try:
            lay_over(self._root, Path(folder), root)
        except OverlayError as error:
            self.refused = error.unreadable("M007")
        else:
            self._root = root

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Take it for the knowledge base meanwhile, in this thread."""
        with using(self._root):
            yield

    def end(self) -> None:
        """Remove it."""
        self._end()


def _nothing() -> None:
    """There is nothing to remove."""


def _remove(folder: Path) -> None:
    import shutil

    forget(folder / "kb")
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def overlaid(folder: str | None) -> Iterator[Unreadable | None]:
    """Use the knowledge base with the folder laid over it, or say why it is refused."""
    laid = LaidOver(folder)
    try:
        with laid.in_use():
            yield laid.refused
    finally:
        laid.end()


_OWN = "vocabulary/usulan.lp"
"""What every knowledge base has, and no overlay that does not take its place."""


def is_whole(folder: str | os.PathLike[str]) -> bool:
    """Whether a folder is a knowledge base of its own, and no overlay."""
    return Path(folder, _OWN).is_file()


@contextmanager
def knowledge_base(folder: str) -> Iterator[Path | Unreadable]:
    """The knowledge base that a folder is or, laid over the one in use, makes; else why not.

    Of one that it is, nothing is read here.
    """
    if is_whole(folder):
        yield Path(folder)
        return
    laid = LaidOver(folder)
    try:
        with laid.in_use():
            root = kb_root()
        yield laid.refused or root
    finally:
        laid.end()
