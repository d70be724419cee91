"""The names that a proposal may use, made of kb/names and the lists of the regulations."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import convert
from msgspec.structs import replace

from patuh.knowledge.list_headings import list_headings
from patuh.knowledge.norms import norms, sorts
from patuh.knowledge.offices import Office, offices
from patuh.knowledge.regulation_names import OwnUnit, own_names
from patuh.knowledge.root import of_kb
from patuh.knowledge.territory.regions import city_words, in_words_of, is_city
from patuh_parser.sotk.lexing.gazetteer import Gazetteer, KnownName
from patuh_parser.sotk.lexing.gazetteer import Sorts as Kinds
from patuh_parser.stored import toml


class UnknownSortError(ValueError):
    """A table names a unit without a sort, and its first words give none."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@of_kb
def make_kinds(base: Path) -> Kinds:
    """What a reader of proposals has to know of the sorts."""
    table = _table(base / "names" / "sorts.toml")["sorts"]
    groups = {heading.group for heading in list_headings(base)}
    alone = _table(base / "names" / "sorts.toml")["alone"]
    every = sorts((), base)
    homes = {sort: (home, other) for sort, (home, other) in table["homes"].items()}
    return Kinds(
        nested=frozenset(table["nested"]),
        outside=every.outside & groups,
        unknown=table["unknown"],
        homes=homes,
        hosts=frozenset(table["hosts"]),
        agencies=every.agencies,
        complete=every.agencies | frozenset(table["complete"]),
        placed=frozenset(table["placed"]),
        alone={word: (sort, name) for word, (sort, name) in alone.items()},
    )


def make_gazetteer(
    kb_root: Path, regulations: tuple[str, ...], places: tuple[str, ...]
) -> Gazetteer:
    """The names under some regulations, in regions of which one has these `places`.

    Raises `UnknownSortError`.
    """
    words = _table(kb_root / "names" / "sorts.toml")
    general = _table(kb_root / "names" / "units.toml")
    first_words: dict[str, str] = dict(words["first_words"])
    outside = sorts(regulations, kb_root).outside
    listed: dict[str, str | None] = {}
    tables: list[Mapping[str, OwnUnit]] = []
    regions: list[str] = [*places]
    for regulation in regulations:
        folder = kb_root / "regulations" / regulation
        for _, (*_, group, name, _) in norms(regulation, "daftar", kb_root):
            listed.setdefault(name, group if group in outside else None)
        tables.append(own_names(regulation, kb_root).units)
        first_words |= own_names(regulation, kb_root).first_words
        if (folder / "regulation.toml").is_file():
            regions.append(_table(folder / "regulation.toml")["region"])
    regions = list(dict.fromkeys(regions))
    names: dict[str, KnownName] = {}
    for key, office in _local_offices(kb_root, regions).items():
        if office.regulation and office.regulation not in regulations:
            continue
        for spelling in [office.name, *office.also, *_with_region(office, regions)]:
            names.setdefault(spelling, KnownName(spelling, key, office.sort, office.name))
    units: dict[str, str | None] = dict(listed)
    tables.append(convert(general["units"], dict[str, OwnUnit]))
    for table in tables:
        for name, entry in table.items():
            if units.get(name) is None:
                units[name] = entry.sort

    def called(name: str) -> KnownName:
        return KnownName(name, name, units[name] or sort_of(name, first_words), name)

    for name in listed:
        names.setdefault(name, called(name))
    for table in tables:  # what the regulation calls a unit goes before what others call so
        for name in table:
            names.setdefault(name, called(name))
        for name, entry in table.items():
            for spelling in entry.also:
                known = names[name]
                names.setdefault(
                    spelling, KnownName(spelling, known.key, known.sort, known.display)
                )
    return Gazetteer(
        names=tuple(names.values()),
        first_words=first_words,
        heads=_local_heads(words["heads"], regions),
        same=words["same"],
        titles={title: tuple(begin) for title, begin in words["titles"].items()},
        spellings=words["spellings"],
        patterns=_named(regulations, "pola_hubungan_kerja", kb_root),
        sub_kinds=_named(regulations, "subjenis_koordinasi", kb_root),
        regions=tuple(regions),
        words=frozenset(general["words"]["known"]),
        sorts=make_kinds(kb_root),
        closed_means=any(norms(law, "sarana_koordinasi", kb_root) for law in regulations),
    )


def _named(regulations: Sequence[str], predicate: str, kb_root: Path) -> tuple[str, ...]:
    """What the norms of a predicate name."""
    found = (values[1] for r in regulations for _, values in norms(r, predicate, kb_root))
    return tuple(dict.fromkeys(found))


def sort_of(name: str, first_words: Mapping[str, str]) -> str:
    """Return the sort that the first words of a name give; raises UnknownSortError without one."""
    words = name.split()
    for count in range(len(words), 0, -1):
        sort = first_words.get(" ".join(words[:count]))
        if sort is not None:
            return sort
    raise UnknownSortError(name)


def _local_offices(root: Path, regions: Sequence[str]) -> Mapping[str, Office]:
    """The offices by key, with their names in these regions."""
    every = offices(root)
    city = next(filter(is_city, regions), None)
    if city is None:
        return every
    also = city_words(root).also
    return {
        key: replace(
            office,
            name=in_words_of(city, office.name),
            also=(*(in_words_of(city, name) for name in office.also), *also.get(key, ())),
        )
        for key, office in every.items()
    }


def _local_heads(heads: Mapping[str, str], regions: Sequence[str]) -> Mapping[str, str]:
    """The words for the heads of units, each with what is read for them."""
    city = next(filter(is_city, regions), "")
    return {in_words_of(city, words): unit for words, unit in heads.items()}


def _with_region(office: Office, regions: Sequence[str]) -> Iterator[str]:
    """The office with the name of its region: "Bupati Paser", "Forkopimda Paser"."""
    for region in regions if office.unique else ():
        for name in (office.name, *office.also):
            yield f"{name} {region.partition(' ')[2]}"


@of_kb
def _table(path: Path) -> dict[str, Any]:
    return toml(path)
