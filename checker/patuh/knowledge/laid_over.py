"""What files of a user's own were laid over the knowledge base in use, as it says itself."""

import os

from msgspec import Struct, json

from patuh.knowledge.root import kb_folder, of_kb
from patuh_parser.disk import Place, bytes_of

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
def overlays(root: Place | None = None) -> tuple[Overlay, ...]:
    """The folders that were laid over, one over the other, the first first."""
    return _noted(os.path.join(kb_folder(root), _NAME))


def note(overlay: Overlay, root: Place) -> None:
    """Let the knowledge base at `root` say that this was laid over it."""
    path = os.path.join(root, _NAME)
    every = (*_noted(path), overlay)
    with open(path, "wb") as file:
        file.write(json.encode(every))


def _noted(path: str) -> tuple[Overlay, ...]:
    there = os.path.isfile(path)
    return json.decode(bytes_of(path), type=tuple[Overlay, ...]) if there else ()
