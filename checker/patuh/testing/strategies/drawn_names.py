"""Names as regencies give them: the tables of `drawn_names.toml`, and as many as are asked for."""

import tomllib
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from msgspec import Struct

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

AGENCIES: tuple[str, ...] = tuple(_TABLE["agencies"])
AGENCY_PARTS: Mapping[str, tuple[str, ...]] = {
    part: tuple(f"{word} " for word in words) for part, words in _TABLE["agency"].items()
}
"""Each part that an agency plays, with what its name may begin with."""
TITLES: Mapping[str, str] = _TABLE["titles"]
"""What a drawn proposal is about."""
AGENCY = next(iter(AGENCY_PARTS))
"""The part that any agency may play."""


class Part(Struct, frozen=True):
    """The names of those who play a part other than that of an agency."""

    word: str
    names: tuple[str, ...]
    inside: bool = False
    """Whether they lie in an agency and have names of their own in each."""

    def begins(self, name: str) -> bool:
        """Whether it is a name of such a unit."""
        return bool(self.word) and name.startswith(f"{self.word} ")


PARTS: Mapping[str, Part] = {
    name: Part(entry["word"], tuple(entry["names"]), entry.get("inside", False))
    for name, entry in _TABLE["part"].items()
}


def numbered(prefix: str, names: tuple[str, ...]) -> Iterator[str]:
    """The names behind the prefix, then again with 2, 3, …: as many as are asked for.

    No Roman numbers: the reader takes long ones that differ by a letter for slips.
    """
    for turn in count(1):
        tail = f" {turn}" if turn > 1 else ""
        yield from (f"{prefix} {name}{tail}".strip() for name in names)
