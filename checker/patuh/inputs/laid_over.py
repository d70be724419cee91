"""`--kb-overlay`: a folder of the user's own over the knowledge base."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from patuh.finding import Unreadable
from patuh.knowledge.root import kb_root, use


@contextmanager
def overlaid(folder: str | None) -> Iterator[Unreadable | None]:
    """Use the knowledge base with the folder laid over it, or say why it is refused."""
    if folder is None:
        yield None
        return
    import tempfile

    from patuh.engine.overlays.overlay import OverlayError, lay_over

    with tempfile.TemporaryDirectory(prefix="patuh-kb-") as name:
        target = Path(name) / "kb"  # what lies beside a knowledge base counts as its corpus
        try:
            lay_over(kb_root(), Path(folder), target)
        except OverlayError as error:
            yield error.unreadable("M007")
            return
        with use(target):
            yield None
