"""What a unit is called and deals with, by the words of its name (`kb/names/parts.toml`)."""

import os
import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec import Struct, convert

from patuh.knowledge.constant import Constant
from patuh.knowledge.root import kb_folder, of_kb
from patuh_parser.disk import Place
from patuh_parser.stored import toml

_WORD = re.compile(r"\w+")


class Parts(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that begin the names of units, and words within names, each with a constant."""

    ranks: Mapping[str, Constant]
    upt_ranks: Mapping[str, Constant]
    bodies: Mapping[str, Constant]
    upt: tuple[str, ...]
    """The words that may stand before those of `upt_ranks`."""
    affairs: Mapping[Constant, tuple[str, ...]]
    affairs_of: Mapping[str, Mapping[Constant, tuple[str, ...]]]
    """Further words in names that begin with this one, outside of those of `affairs`."""

    @property
    def constants(self) -> tuple[Constant, ...]:
        """All that facts on the names of units say."""
        called = (*self.ranks.values(), *self.upt_ranks.values(), *self.bodies.values())
        return (*called, *self.affairs)

    def rank(self, name: str) -> str | None:
        """What a unit is called: by its first words, of which the longest are meant."""
        words = name.split()
        behind = words[0] in self.upt
        for count in range(min(len(words) - behind, 3), 0, -1):
            begin = " ".join(words[behind : behind + count])
            if found := self.upt_ranks.get(begin):
                return found
            if not behind and (found := self.ranks.get(begin) or self.bodies.get(begin)):
                return found
        return None


@of_kb
def parts(root: Place | None = None) -> Parts:
    """The table."""
    return convert(toml(os.path.join(kb_folder(root), "names", "parts.toml")), Parts)


@of_kb
def affairs() -> Callable[[str], tuple[str, ...]]:
    """What tells of the name of a unit what the unit deals with, in the order of the table."""
    every = parts().affairs
    beginning: dict[str, list[tuple[Constant, str]]] = {}
    for affair, phrases in every.items():
        for phrase in phrases:
            beginning.setdefault(_WORD.findall(phrase)[0], []).append((affair, phrase))

    own = {
        first: [(affair, word) for affair, words in table.items() for word in words]
        for first, table in parts().affairs_of.items()
    }
    known = [phrase for phrases in every.values() for phrase in phrases if " " in phrase]

    @lru_cache(4096)
    def of(name: str) -> tuple[str, ...]:
        found = {
            affair
            for word in set(_WORD.findall(name))
            for affair, phrase in beginning.get(word, ())
            if phrase == word or _holds(name, phrase)
        }
        if further := own.get(name.split(" ", 1)[0]):
            rest = name
            for phrase in known:
                rest = rest.replace(phrase, "")
            found |= {affair for affair, word in further if _holds(rest, word)}
        return tuple(affair for affair in every if affair in found) if found else ()

    return of


def _holds(name: str, words: str) -> bool:
    """Whether a name has these whole words; no pattern is compiled for them."""
    at = name.find(words)
    while at >= 0:
        around = name[max(at - 1, 0) : at] + name[at + len(words) : at + len(words) + 1]
        if not any(letter.isalnum() or letter == "_" for letter in around):
            return True
        at = name.find(words, at + 1)
    return False
