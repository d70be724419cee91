"""What a unit is called and deals with, by the words of its name (`kb/names/parts.toml`)."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, convert

from patuh.knowledge.constant import Constant
from patuh.knowledge.root import kb_root, of_kb
from patuh_parser.stored import toml


class Parts(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that begin the names of units, and words within names, each with a constant."""

    ranks: Mapping[str, Constant]
    affairs: Mapping[Constant, tuple[str, ...]]

    def rank(self, name: str) -> str | None:
        """What a unit is called: by its first words, of which the longest are meant."""
        words = name.split()
        tried = (" ".join(words[:count]) for count in range(min(len(words), 4), 0, -1))
        return next((self.ranks[begin] for begin in tried if begin in self.ranks), None)


@of_kb
def parts(root: Path | None = None) -> Parts:
    """The table."""
    return convert(toml((root or kb_root()) / "names" / "parts.toml"), Parts)


def affairs(name: str) -> tuple[str, ...]:
    """What a unit deals with by its name, in the order of the table."""
    return tuple(affair for affair, found in _patterns().items() if found.search(name))


@of_kb
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {
        affair: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
        for affair, words in parts().affairs.items()
    }
