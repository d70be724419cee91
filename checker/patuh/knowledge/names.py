"""The names that a proposal may use: tables of kb/names, and the lists of the regulations."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from patuh_parser.sotk.gazetteer import Gazetteer, KnownName

_ENTRY = re.compile(r'^daftar\(\w+, \w+, (\w+), "([^"]+)", "[^"]+"\)\.', re.MULTILINE)
_OWN_SORT = ("vertikal", "lainnya")


def gazetteer(kb_root: Path, regulations: Sequence[str]) -> Gazetteer:
    """Return the names that hold under the given regulations (ids such as "kutim_41_2023").

    General names come first to hand for every region; a list in a regulation adds its entries
    and settles their sorts. Raises OSError or ValueError if a table is missing or not well formed.
    """
    return _gazetteer(kb_root, tuple(regulations))


@cache
def _gazetteer(kb_root: Path, regulations: tuple[str, ...]) -> Gazetteer:
    sorts = _table(kb_root / "names" / "sorts.toml")
    general = _table(kb_root / "names" / "units.toml")
    first_words: dict[str, str] = sorts["first_words"]
    listed: dict[str, str | None] = {}
    own: list[Mapping[str, Any]] = []
    regions: list[str] = []
    for regulation in regulations:
        folder = kb_root / "regulations" / regulation
        for group, name in _entries(folder):
            listed.setdefault(name, group if group in _OWN_SORT else None)
        if (folder / "names.toml").is_file():
            own.append(_table(folder / "names.toml"))
        if (folder / "regulation.toml").is_file():
            regions.append(_table(folder / "regulation.toml")["region"])
    names: dict[str, KnownName] = {}
    for key, office in _table(kb_root / "names" / "offices.toml").items():
        shown = office["name"]
        for spelling in [shown, *office.get("also", ()), *_regional(office, regions)]:
            names[spelling] = KnownName(spelling, key, office["sort"], shown)
    units: dict[str, str | None] = dict(listed)
    for table in (*own, general):
        for name, entry in table["units"].items():
            if units.get(name) is None:
                units[name] = entry.get("sort")
    for name, sort in units.items():
        known = KnownName(name, name, sort or sort_of(name, first_words), name)
        names.setdefault(name, known)
    for table in (*own, general):
        for name, entry in table["units"].items():
            for spelling in entry.get("also", ()):
                known = names[name]
                names.setdefault(
                    spelling, KnownName(spelling, known.key, known.sort, known.display)
                )
    return Gazetteer(
        names=tuple(names.values()),
        first_words=first_words,
        heads=sorts["heads"],
        spellings=sorts["spellings"],
        regions=tuple(regions),
        words=frozenset(general["words"]["known"]),
    )


def display_names(kb_root: Path, regulations: Sequence[str] = ()) -> dict[str, str]:
    """Return the name to show for each key: of the offices, and of the units that are known."""
    return dict(_display_names(kb_root, tuple(regulations)))


@cache
def _display_names(kb_root: Path, regulations: tuple[str, ...]) -> dict[str, str]:
    return {name.key: name.display for name in _gazetteer(kb_root, regulations).names}


def sort_of(name: str, first_words: Mapping[str, str]) -> str:
    """Return the sort that the first words of a name give; raises ValueError if they give none."""
    words = name.split()
    for count in range(len(words), 0, -1):
        sort = first_words.get(" ".join(words[:count]))
        if sort is not None:
            return sort
    raise ValueError(f"no sort for the name {name!r}")


def _entries(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("pasal_*_daftar.lp")):
        yield from _ENTRY.findall(path.read_text(encoding="utf-8"))


def _regional(office: Mapping[str, Any], regions: Sequence[str]) -> Iterator[str]:
    """The office with the name of its regency: "Bupati Paser", "Forkopimda Kabupaten Paser"."""
    if office["sort"] in ("asisten", "staf_ahli"):
        return
    for region in regions:
        for name in (office["name"], *office.get("also", ())):
            yield f"{name} {region.removeprefix('Kabupaten ')}"


@cache
def _table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
