"""Where the knowledge base and the texts of the regulations lie."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def kb_root() -> Path:
    """The folder `kb/`: inside the installed package, else that of the checkout."""
    return _find("kb")


@cache
def corpus_root() -> Path:
    """The folder `corpus/`: inside the installed package, else that of the checkout."""
    return _find("corpus")


def _find(name: str) -> Path:
    for base in (_PACKAGE, _PACKAGE.parent.parent):
        folder = base / name
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the folder {name}/ of patuh is missing from this installation")
