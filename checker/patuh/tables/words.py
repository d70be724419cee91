"""What tables of units are headed and ended with: `kb/names/tables.toml`."""

import re
from pathlib import Path
from typing import Any

from patuh.knowledge.root import kb_root, of_kb
from patuh_parser.stored import toml

_MARKS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """A text in small letters without marks, as the words of the table are compared."""
    return _MARKS.sub(" ", text).strip().casefold()


@of_kb
def roles(root: Path | None = None) -> dict[str, tuple[str, int]]:
    """What a column is by its head, and the rank of the words among those of its kind."""
    columns = _table(root)["columns"]
    return {
        words: (role, rank) for role, every in columns.items() for rank, words in enumerate(every)
    }


@of_kb
def heads(root: Path | None = None) -> tuple[str, ...]:
    """The heads of the columns that tell a unit, its id and that of its superior."""
    columns = _table(root)["columns"]
    return tuple(columns[role][0] for role in ("id", "name", "parent_id"))


@of_kb
def listing(column: str, root: Path | None = None) -> frozenset[str]:
    """The heads of a column of a table that lists inputs: "file" or "region"."""
    return frozenset(_table(root)["listing"][column])


@of_kb
def ends(root: Path | None = None) -> frozenset[str]:
    """First words of rows that end a table."""
    return frozenset(_table(root)["ends"]["words"])


@of_kb
def posts(root: Path | None = None) -> tuple[str, ...]:
    """Words for kinds of posts that are no units."""
    return tuple(_table(root)["posts"]["words"])


@of_kb
def post_names(root: Path | None = None) -> frozenset[str]:
    """Names of posts, as `plain` gives them, that are no units."""
    return frozenset(_table(root)["posts"]["names"])


@of_kb
def begins(root: Path | None = None) -> dict[tuple[str, ...], str]:
    """Shortened beginnings of names, in small letters without dots, with the whole words."""
    return {tuple(short.split()): whole for short, whole in _table(root)["begins"].items()}


@of_kb
def capitals(root: Path | None = None) -> dict[str, bool]:
    """Words in capitals, and whether these are an abbreviation's."""
    words = _table(root)["words"]
    ordinary = dict.fromkeys(map(str.upper, words["ordinary"]), False)
    return ordinary | dict.fromkeys(map(str.upper, words["short"]), True)


def _table(root: Path | None) -> dict[str, Any]:
    return toml((root or kb_root()) / "names" / "tables.toml")
