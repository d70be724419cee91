"""The names that a proposal may use: tables of kb/names, and the lists of the regulations."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import convert
from msgspec.structs import astuple, replace

from patuh.knowledge.list_headings import list_headings
from patuh.knowledge.norms import norms, sorts
from patuh.knowledge.offices import Office, offices
from patuh.knowledge.programs import hash_of_programs, vocabulary
from patuh.knowledge.programs import norms as own
from patuh.knowledge.regulation_names import OwnUnit, own_names
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root as root_in_use
from patuh.knowledge.root import of_kb
from patuh.knowledge.territory.regions import city_words, in_words_of, is_city
from patuh_parser.sotk.lexing.gazetteer import Gazetteer, KnownName
from patuh_parser.sotk.lexing.gazetteer import Sorts as Kinds
from patuh_parser.stored import code_of, hash_of, stored, toml

_CODE = (
    __file__,
    *(
        str(Path(__file__).parent / f"{name}.py")
        for name in ("norms", "offices", "regulation_names", "territory/regions")
    ),
)


class UnknownSortError(ValueError):
    """A table names a unit without a sort, and its first words give none."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@of_kb
def kinds(root: Path | None = None) -> Kinds:
    """What a reader of proposals has to know of the sorts."""
    base = root or root_in_use()
    return stored("sorts", Kinds, _made_of(base), lambda: _kinds(base))


def _kinds(base: Path) -> Kinds:
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


def gazetteer(kb_root: Path, regulations: Sequence[str]) -> Gazetteer:
    """Return the names that hold under the given regulations (ids such as "kutim_41_2023").

    General names come first to hand for every region; a list in a regulation adds its entries
    and settles their sorts. Raises OSError or ValueError if a table is missing or not well formed.
    """
    return _gazetteer(kb_root, tuple(regulations))


def known_under(laws: Sequence[Regulation]) -> Gazetteer:
    """The names that hold for a proposal under these regulations, in their region."""
    first = laws[0] if laws and laws[0].nationwide else None
    places = (first.region, *first.region_aliases) if first else ()
    return _gazetteer(root_in_use(), tuple(law.id for law in laws), places)


def alike(one: Gazetteer, other: Gazetteer) -> bool:
    """Whether a proposal reads the same with either."""
    return one is other or astuple(one) == astuple(other)


@of_kb
def _gazetteer(
    kb_root: Path, regulations: tuple[str, ...], places: tuple[str, ...] = ()
) -> Gazetteer:
    made_of = [*_made_of(kb_root, regulations), *regulations, *places]
    return stored("names", Gazetteer, made_of, lambda: _make(kb_root, regulations, places))


def _made_of(base: Path, regulations: tuple[str, ...] = ()) -> Iterator[str]:
    """All that names and sorts are made of."""
    yield _general(base)
    for regulation in regulations:
        yield hash_of_programs(own(regulation, base))


@of_kb
def _general(base: Path) -> str:
    """A hash of what they are made of under every regulation."""
    parts: list[str | bytes] = [
        code_of(*_CODE),
        hash_of_programs(vocabulary(base)),
    ]
    tables = ("names/*.toml", "regions/*.toml", "regulations/*/*.toml")
    for file in sorted(file for folder in tables for file in base.glob(folder)):
        parts += [str(file.relative_to(base)), file.read_bytes()]
    return hash_of(parts)


def _make(kb_root: Path, regulations: tuple[str, ...], places: tuple[str, ...]) -> Gazetteer:
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
        sorts=kinds(kb_root),
        closed_means=any(norms(law, "sarana_koordinasi", kb_root) for law in regulations),
    )


def _named(regulations: Sequence[str], predicate: str, kb_root: Path) -> tuple[str, ...]:
    """What the norms of a predicate name."""
    found = (values[1] for r in regulations for _, values in norms(r, predicate, kb_root))
    return tuple(dict.fromkeys(found))


def display_names(kb_root: Path, regulations: Sequence[str] = ()) -> dict[str, str]:
    """Return the name to show for each key: of the offices, and of the units that are known."""
    return dict(_display_names(kb_root, tuple(regulations)))


@of_kb
def _display_names(kb_root: Path, regulations: tuple[str, ...]) -> dict[str, str]:
    named = {name.key: name.display for name in _gazetteer(kb_root, regulations).names}
    return _office_names(kb_root) | named


def _office_names(base: Path) -> dict[str, str]:
    def make() -> dict[str, str]:
        return {key: office.name for key, office in offices(base).items()}

    return stored("office_names", dict[str, str], _made_of(base), make)


@of_kb
def spelt(regulation: str) -> Mapping[str, str]:
    """The name to show for each name under a regulation, by every spelling in small letters."""
    shown = _display_names(root_in_use(), (regulation,))
    known = _gazetteer(root_in_use(), (regulation,)).names
    return {name.name.casefold(): shown[name.key] for name in reversed(known)}


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
