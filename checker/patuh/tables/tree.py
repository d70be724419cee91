"""Units with their parents as the tree that a proposal states; what is none is an error."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from patuh.tables.cells import Cell
from patuh.tables.placing import Parents
from patuh.tables.told import Notes
from patuh.tables.units import Named
from patuh_parser.sotk.lexing.gazetteer import Sorts
from patuh_parser.sotk.lexing.name_finder import MAX_NESTING, Mention
from patuh_parser.sotk.limits import MOST_ABOVE
from patuh_parser.sotk.resolving.inside import key_within, place_name

_SHOWN = 5


class Placed(Struct, frozen=True):
    """A unit as a proposal names it, with the key of what it lies in."""

    key: str
    name: str
    sort: str
    parent: str | None
    cell: Cell
    type: str = ""


def placed(units: Sequence[Named], parents: Parents, kinds: Sorts, notes: Notes) -> list[Placed]:
    """The units of a table in its order, each with its place.

    Left out and told: the regency itself and the offices of persons at its head. Notes cycles
    (`lingkaran`), units without a place (`tanpa_induk`), those named twice (`satuan_ganda`).
    """
    if not _circles(units, parents, notes):
        return []
    broken = {error.cell.row for error in notes.errors if error.cell is not None}
    found: dict[int, Placed] = {}
    """Also the heads of units, each as its unit."""
    tree: dict[int, Placed] = {}
    first: dict[tuple[str, str | None], Cell] = {}
    keys: dict[str, str | None] = {}
    for at in _from_above(parents):
        one = _placed(at, units, parents, found, broken, kinds, notes)
        if one is None:
            if units[at].type:
                notes.note("tipe_tak_dipakai", units[at].record.cell, name=units[at].record.name)
            continue
        earlier = first.setdefault((one.key, one.parent), one.cell)
        if earlier is not one.cell:
            notes.wrong("satuan_ganda", one.cell, name=one.name, other=earlier)
            continue
        if keys.setdefault(one.key, one.parent) != one.parent and one.parent in keys:
            name = f"{one.name} {place_name(one.parent, one.parent)}"
            notes.note("nama_sama", one.cell, name=one.name, written=name)
            one = Placed(name, name, one.sort, one.parent, one.cell)
        found[at] = tree[at] = replace(one, type=units[at].type)
    left = [units[at].name for at in range(len(units)) if units[at].government or units[at].person]
    if left:
        notes.note("bukan_dalam", count=len(left), names=", ".join(dict.fromkeys(left)))
    return [tree[at] for at in sorted(tree)]


def _placed(
    at: int,
    units: Sequence[Named],
    parents: Parents,
    found: dict[int, Placed],
    broken: Collection[int],
    kinds: Sorts,
    notes: Notes,
) -> Placed | None:
    one, cell = units[at], units[at].record.cell
    if one.government or one.person or one.unknown:
        return None
    above = parents[at]
    parent = found.get(above) if above is not None else None
    if one.title:
        if parent is not None and parent.name.startswith(one.title):
            notes.note("kepala", cell, name=one.record.name, unit=parent.name)
            found[at] = parent  # what lies below the head lies in the unit
        else:
            notes.wrong("jabatan_tanpa_satuan", cell, name=one.record.name)
        return None
    if (
        above is not None
        and parent is None
        and not (units[above].government or units[above].person)
    ):
        return None  # what is wrong with its place is said there
    sort = one.sort
    if one.inside is not None:
        outer = one.inside.key or one.inside.name
        if parent is not None and not _lies_in(at, one.inside, parents, found):
            notes.wrong("tempat_lain", cell, name=one.inside.name, parent=parent.name)
            return None
        if parent is None:
            parent = Placed(outer, one.inside.name, one.inside.sort or "", None, cell)
    office = units[above] if parent is None and above is not None else None
    if office is not None and office.person and sort in kinds.placed:
        of = office.record.cell
        parent = Placed(office.key or office.name, office.name, office.sort, None, of)
    name = one.name
    if parent is not None and sort in kinds.nested and name.endswith(f" {parent.name}"):
        bare = name.removesuffix(f" {parent.name}")
        name = bare if " " in bare else name
    if parent is not None and sort in kinds.agencies:
        homes = {home for home, _ in kinds.homes.values()}
        if parent.sort in kinds.hosts or parent.key in homes:
            notes.note("di_bawah", cell, name=one.name, parent=parent.name)
            parent = None
    if parent is None:
        if sort in kinds.nested and cell.row in broken:
            return None  # what is wrong with its place is said
        if sort in kinds.nested:
            notes.wrong("tanpa_induk", cell, name=one.name)
            return None
        return Placed(one.key or name, name, sort, None, cell)
    key = one.key or name
    if kinds.within(sort, parent.key, parent.sort):
        key = key_within(name, place_name(parent.key, parent.name))
        sort = kinds.elsewhere(sort)
        if key.count(" pada ") >= MAX_NESTING:
            notes.wrong("terlalu_dalam", cell, limit=MAX_NESTING)
            return None
    return Placed(key, name, sort, parent.key, cell)


def _lies_in(at: int, meant: Mention, parents: Parents, found: Mapping[int, Placed]) -> bool:
    """Whether a name means one of those that a unit lies in."""
    above = parents[at]
    for _ in range(MOST_ABOVE):
        if above is None:
            return False
        if (unit := found.get(above)) is not None and _is(unit, meant):
            return True
        above = parents[above]
    return False


def _is(unit: Placed, meant: Mention) -> bool:
    """Whether a name means a unit: its own, or what it begins with (`Kecamatan`)."""
    if meant.title:
        return unit.name.startswith(meant.title)
    return meant.name == unit.name or meant.key == unit.key


def _circles(units: Sequence[Named], parents: Parents, notes: Notes) -> bool:
    """Whether no unit lies in itself; each circle is noted once."""
    done: set[int] = set()
    fine = True
    for start in range(len(units)):
        path: list[int] = []
        on: set[int] = set()
        at: int | None = start
        while at is not None and at not in done and at not in on:
            path.append(at)
            on.add(at)
            at = parents[at]
        if at is not None and at in on:
            circle = path[path.index(at) :]
            cells = ", ".join(str(units[one].record.cell) for one in circle[:_SHOWN])
            one = units[min(circle)]
            notes.wrong("lingkaran", one.record.cell, name=one.name, cells=cells)
            fine = False
        done |= on
    return fine


def _from_above(parents: Parents) -> list[int]:
    """All units, each behind the one that it lies in, else in the order of the table."""
    order: list[int] = []
    done: set[int] = set()
    for start in range(len(parents)):
        path: list[int] = []
        at: int | None = start
        while at is not None and at not in done:
            done.add(at)
            path.append(at)
            at = parents[at]
        order += reversed(path)
    return order
