"""The data files beside the reader: its messages, and the words by which it knows offices."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return the content of ``name.toml``; it is read once and not to be changed."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def one_of(*lists: Iterable[str]) -> str:
    """Return a pattern that matches any of the words (each a pattern) of some lists."""
    return f"(?:{'|'.join(word for words in lists for word in words)})"
