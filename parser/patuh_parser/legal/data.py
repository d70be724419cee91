"""The data files beside the reader: its messages, and the words by which it knows offices."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from patuh_parser.stored import toml


@cache
def table(name: str) -> dict[str, Any]:
    """Return the content of ``name.toml``; it is read once and not to be changed."""
    return toml(Path(__file__).with_name(f"{name}.toml"))


def one_of(*lists: Iterable[str]) -> str:
    """Return a pattern that matches any of the words (each a pattern) of some lists."""
    return f"(?:{'|'.join(word for words in lists for word in words)})"
