"""What files of a user's own were laid over the knowledge base in use, as it says itself."""

from pathlib import Path

from msgspec import Struct, json

from patuh.knowledge.root import kb_root, of_kb

_NAME = "overlay.json"


class Overlay(Struct, frozen=True):
    """A folder laid over a knowledge base: the files that took the place of others, and new ones.

    `gone` are the checks of each regulation that could find something before and no longer can; of
    a check of which only cases are gone, these stand in brackets: "H7 (langsung)".
    """

    folder: str
    replaced: tuple[str, ...]
    added: tuple[str, ...]
    gone: dict[str, tuple[str, ...]]


@of_kb
def overlays(root: Path | None = None) -> tuple[Overlay, ...]:
    """The folders that were laid over, one over the other, the first first."""
    path = (root or kb_root()) / _NAME
    return json.decode(path.read_bytes(), type=tuple[Overlay, ...]) if path.is_file() else ()


def note(overlay: Overlay, root: Path) -> None:
    """Let the knowledge base at `root` say that this was laid over it."""
    path = root / _NAME
    before = json.decode(path.read_bytes(), type=tuple[Overlay, ...]) if path.is_file() else ()
    path.write_bytes(json.encode((*before, overlay)))
