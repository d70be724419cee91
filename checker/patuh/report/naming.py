"""How a page that is handed on names a file."""

from pathlib import Path


def named(path: str) -> str:
    """A path as it was given, of an absolute one the name: its folders tell others nothing."""
    whole = Path(path)
    return whole.name if whole.is_absolute() else path
