"""What tables of units are headed and ended with: `kb/names/tables.toml`."""

import re
from pathlib import Path
from typing import Any

from patuh.knowledge.root import kb_root, of_kb
from patuh_parser.stored import toml

_MARKS = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_UNIT = "{unit}"


def plain(text: str) -> str:
    """A text in small letters without marks, as the words of the table are compared."""
    return _MARKS.sub(" ", text).strip().casefold()


@of_kb
def roles(root: Path | None = None) -> dict[str, tuple[str, int]]:
    """What a column is by its head, and the rank of the words among those of its kind."""
    units = _table(root)["heads"]["unit"]
    found: dict[str, tuple[str, int]] = {}
    for role, every in _table(root)["columns"].items():
        for rank, words in enumerate(every):
            said = [words.replace(_UNIT, unit) for unit in units] if _UNIT in words else [words]
            for head in said:
                found.setdefault(head, (role, rank))
    return found


def role(head: str) -> tuple[str, int]:
    """What a column is by its head and the rank of that, "" if it is not known.

    Both words of `TIPE/KELAS` tell it; a level beside a name (`OPD / UNIT KERJA`) is a name.
    """
    for text in (head, _BRACKETS.sub("", head)):
        if known := roles().get(plain(text)):
            return known
        parts = [roles().get(plain(part), ("", 0)) for part in text.split("/")]
        kinds = {kind for kind, _ in parts}
        if kinds in ({"level"}, {"name"}, {"type"}, {"parent"}, {"level", "name"}):
            return max(parts)
    return "", 0


@of_kb
def heads(root: Path | None = None) -> tuple[str, ...]:
    """The heads of the columns that tell a unit, its id and that of its superior."""
    columns = _table(root)["columns"]
    first = (columns[role][0] for role in ("id", "name", "parent_id"))
    return tuple(words.replace(_UNIT, _table(root)["heads"]["unit"][0]) for words in first)


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
