"""The posts that a sentence on an echelon is on: the heads of all units that a title may mean."""

from collections.abc import Iterator

from patuh_parser.sotk.lexing.name_finder import Mention
from patuh_parser.sotk.parsing.syntax import RANKED, Sentence
from patuh_parser.sotk.resolving.inside import chain_of
from patuh_parser.sotk.resolving.units import Units


def is_open(name: Mention) -> bool:
    """Whether a title stands in a name for a unit."""
    return any(link.title for link in chain_of(name))


def comes_last(raw: Sentence) -> bool:
    """Whether it is on every head of a name, but for those that the text gives an echelon by
    themselves: `Kepala Seksi pada Kelurahan` beside `Kepala Seksi`."""
    return raw.body.form == RANKED and any(
        name.title and name.inside is None for name in raw.subject.names
    )


def posts(name: Mention, units: Units) -> list[Mention]:
    """The name itself, or the units of the file that a title stands for; none if there are none.

    `Kepala Bidang adalah jabatan eselon III.b` is said of the head of every Bidang.
    """
    if not is_open(name):
        return [name]
    found = list(dict.fromkeys(_keys(name, units)))
    if not found:
        only = _alone(name, units)
        return [] if only is None else [only]
    return [Mention(units.titles.declared.first[key].name, key, units.titles.declared.sorts[key],
                    name.span) for key in found]  # fmt: skip


def _keys(name: Mention, units: Units) -> Iterator[str]:
    """The keys of the units that a name with titles in it may stand for."""
    declared = units.titles.declared
    if not name.title:
        fitting = [key for key in declared.sorts if declared.first[key].name == name.name]
    else:
        fitting = [
            key for key in units.titles.candidates(name) if not _has_own_title(key, name, units)
        ]
    if name.inside is None:
        homes = units.kinds.nested
        yield from (
            key for key in fitting if declared.sorts[[*_within(key, units)][-1]] not in homes
        )
        return
    outer = name.inside
    places = set(_keys(outer, units)) if is_open(outer) else {outer.key or outer.name}
    yield from (key for key in fitting if not places.isdisjoint(_around(key, units)))


def _within(key: str, units: Units) -> Iterator[str]:
    """The unit itself and what it lies in, up to the first that is no part of another: a Seksi of a
    Kelurahan is none of the Kecamatan."""
    declared = units.titles.declared
    yield key
    for at in declared.above(key):
        yield at
        if not units.kinds.is_part(declared.sorts[at]):
            return


def _around(key: str, units: Units) -> Iterator[str]:
    """The same, and the office that a Bagian or an Asisten is of by its sort, unsaid."""
    outermost = key
    for outermost in _within(key, units):
        yield outermost
    kinds, sort = units.kinds, units.titles.declared.sorts.get(outermost, "")
    yield from (home for of, (home, _) in kinds.homes.items() if sort == of or sort in kinds.hosts)


def _alone(name: Mention, units: Units) -> Mention | None:
    """The part that an office without a name heads in the only unit that it may lie in."""
    place = name.inside
    if place is None or name.alone is None:
        return None
    around = list(_keys(place, units))
    if len(around) != 1:
        return None
    declared = units.titles.declared
    outer = declared.first[around[0]]
    part = Mention(name.title[0] if name.title else name.name, None, name.sort, name.span)
    part.inside = Mention(outer.name, around[0], declared.sorts[around[0]], name.span)
    return part


def _has_own_title(key: str, name: Mention, units: Units) -> bool:
    """Whether another title says more of a unit: no `Kepala UPTD` is the head of a Puskesmas."""
    called = f"{units.titles.declared.first[key].name} "

    def said(begins: tuple[str, ...]) -> tuple[int, int]:
        fits = [len(one) for one in begins if called.startswith(f"{one} ".lstrip())]
        return max(fits, default=-1), -len(begins)

    return said(name.title) < max(map(said, units.names.gazetteer.titles.values()))
