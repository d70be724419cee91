"""The kabupaten and kota of the country (`kb/regions/`), and what is said otherwise in a kota."""

import os
import re
from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from patuh.knowledge.root import kb_folder, of_kb
from patuh_parser.disk import Place, bytes_of
from patuh_parser.stored import code_of, stored, toml
from patuh_parser.text.similar import nearest

_PARTING = r"[\s\-\u2010\u2011\u2013]+"
_ISLANDS = r"\bkep\."


class Region(Struct, frozen=True, array_like=True):
    """A kabupaten or kota: its code, its full name, and whether it governs itself."""

    code: str
    name: str
    autonomous: bool


@of_kb
def regions(root: Place | None = None) -> Mapping[str, Region]:
    """Every region by its full name in small letters, in the order of the codes."""
    table = bytes_of(os.path.join(kb_folder(root), "regions", "wilayah.csv"))
    made_of = code_of(__file__), table
    return stored("regions", dict[str, Region], made_of, lambda: _read(table.decode()))


def _read(table: str) -> dict[str, Region]:
    import csv  # where nothing is kept

    every = [
        Region(row["kode"], f"{row['jenis'].capitalize()} {row['nama']}", row["otonom"] == "ya")
        for row in csv.DictReader(table.splitlines())
    ]
    return {region.name.casefold(): region for region in every}


def region_named(name: str) -> Region | None:
    """The region of this name, `Kabupaten Paser`; of a bare name, or one as `Pemerintah …`."""
    words = name.casefold().split()
    words = words[1:] if words[:1] == ["pemerintah"] else words
    words = ["kabupaten", *words[1:]] if words[:1] in (["kab"], ["kab."]) else words
    return _known(" ".join(words)) or _known(" ".join(["kabupaten", *words]))


def _known(name: str) -> Region | None:
    """The region of a full name in small letters: `Fakfak`, `Fak-Fak` and `Fak Fak` are one."""
    return regions().get(name) or _joined().get(joined(name))


@of_kb
def _joined() -> Mapping[str, Region]:
    """The regions by their joined names, but those that two would share."""
    shared = Counter(map(joined, regions()))
    return {at: one for name, one in regions().items() if shared[at := joined(name)] == 1}


def joined(name: str) -> str:
    """A full name in small letters, after the kind without blanks and hyphens."""
    kind, _, rest = name.casefold().partition(" ")
    return f"{kind} {re.sub(_PARTING, '', re.sub(_ISLANDS, 'kepulauan', rest))}"


def spelt_otherwise(name: str) -> tuple[str, ...]:
    """The full name of a region with the blanks and hyphens of `name`, if those are others."""
    found = region_named(name)
    if found is None or name.casefold().endswith(found.name.casefold()):
        return ()
    kind, words = found.name.partition(" ")[0], name.split()
    ends = (" ".join([kind, *words[at:]]) for at in range(len(words)))
    return tuple(
        full
        for full in ends
        if joined(full) == joined(found.name) and full.casefold() != found.name.casefold()
    )


def near_regions(name: str) -> tuple[str, ...]:
    """The regions that may be meant by a name of none: of the other kind, or alike."""
    bare = name.casefold().partition(" ")[2] or name.casefold()
    names = [region.name for region in regions().values()]
    same = [full for full in names if full.casefold().partition(" ")[2] == bare]
    return tuple(same) or nearest(name, names) or nearest(name.title(), names)


class CityWords(Struct, frozen=True):
    """`kb/regions/kota.toml`: the sort of region, words that are others there, other spellings."""

    sort: str
    words: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]]

    @property
    def pattern(self) -> re.Pattern[str]:
        """Any of the words, where it does not stand beside its counterpart (`Kabupaten/Kota`)."""
        every = sorted(self.words, key=len, reverse=True)
        return re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, every))})(?![\w/])")


def in_words_of(region: str, text: str) -> str:
    """A text on a kabupaten as it is said in the region: in a kota of the Wali Kota."""
    if not is_city(region):
        return text
    return _pattern().sub(lambda found: city_words().words[found[0]], text)


def is_city(region: str) -> bool:
    """Whether it is the full name of a kota."""
    return region.startswith(f"{city_words().sort} ")


@of_kb
def city_words(root: Place | None = None) -> CityWords:
    """What is said otherwise in a kota."""
    table = toml(os.path.join(kb_folder(root), "regions", "kota.toml"))
    also = {key: tuple(names) for key, names in table["also"].items()}
    return CityWords(table["sort"], table["words"], also)


@of_kb
def _pattern() -> re.Pattern[str]:
    return city_words().pattern
