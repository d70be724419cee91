"""In what each unit of a table lies: by ids, by names, or by the outline."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from msgspec.structs import replace

from patuh.tables.head import Head
from patuh.tables.names import Names
from patuh.tables.outline import Numbers
from patuh.tables.told import Notes
from patuh.tables.units import Named
from patuh_parser.sotk.lexing.name_finder import Mention
from patuh_parser.sotk.limits import MOST_ABOVE

Parents = list[int | None]
"""For each unit the place of the one that it lies in."""
Places = dict[str | tuple[str, str], dict[int, None]]
"""The units of a name, and those of a name in what they are said to lie in."""
_SHOWN = 3


def parents_of(units: list[Named], head: Head, names: Names, notes: Notes) -> Parents:
    """The parents of the units; notes where a table contradicts itself or leaves one open.

    A unit whose parent is named in its row alone is given that name as what it lies in.
    """
    ids = _ids(units, notes) if head.id is not None else {}
    given = [one.record.parent for one in units]
    if head.parent_id is not None and head.id is None:
        notes.wrong("kolom_id_tak_ada", head.sheet.cell(head.row, head.parent_id))
        return [None] * len(units)
    if head.parent_id is not None or any(parent in ids for parent in given if parent):
        return _by_id(units, ids, notes)
    if head.parent is not None:
        return _by_name(units, names, notes)
    return _by_outline(units, notes)


def _ids(units: Sequence[Named], notes: Notes) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, one in enumerate(units):
        if not one.record.id:
            notes.wrong("id_kosong", one.record.cell, name=one.name)
        elif (first := found.setdefault(one.record.id, at)) != at:
            other = units[first].record.cell
            notes.wrong("id_ganda", one.record.cell, id=one.record.id, other=other)
    return found


def _by_id(units: Sequence[Named], ids: Mapping[str, int], notes: Notes) -> Parents:
    parents = [ids.get(one.record.parent) for one in units]
    beyond = [at for at, one in enumerate(units) if one.record.parent and parents[at] is None]
    top = [at for at, one in enumerate(units) if not one.record.parent]
    if len(beyond) == 1 and not top:  # the table of one agency: what it lies in is not part of it
        notes.note("akar_di_luar", units[beyond[0]].record.cell, name=units[beyond[0]].name)
        return parents
    for at in beyond:
        one = units[at].record
        notes.wrong("induk_tak_ada", one.parent_cell or one.cell, parent=one.parent)
    if any(units[at].government for at in top):
        for at in top[1:]:
            one, other = units[at].record, units[top[0]].record.cell
            notes.wrong("akar_ganda", one.cell, name=units[at].name, other=other)
    return parents


def _by_name(units: list[Named], names: Names, notes: Notes) -> Parents:
    places: Places = {}
    for at, one in enumerate(units):
        name = one.key or one.name
        places.setdefault(name, {})[at] = None
        for outer in _said(one, names):
            places.setdefault((outer, name), {})[at] = None
    parents: Parents = []
    nearest = 0
    for at, one in enumerate(units):
        text = one.record.parent
        mention = names.mention(text) if text else None
        if not text or one.government or text == one.record.name or names.heads(text):
            if mention is not None and one.sort in names.finder.gazetteer.sorts.placed:
                units[at] = replace(one, inside=mention)
            parents.append(None)
            continue
        wanted = {} if mention is None else _meant(mention, at, units, parents, places)
        if len(wanted) > 1:
            near = _nearest(wanted, parents, at)
            nearest += len(near)
            wanted = near or wanted
        cell = one.record.parent_cell or one.record.cell
        if len(wanted) > 1:
            cells = ", ".join(str(units[w].record.cell) for w in islice(wanted, _SHOWN))
            notes.wrong("induk_mana", cell, parent=text, cells=cells)
        elif not wanted and mention is not None and names.stands_alone(mention):
            units[at] = replace(one, inside=mention)
            notes.note("induk_tanpa_baris", cell, parent=mention.name)
        elif not wanted and names.elsewhere(text):
            notes.wrong("daerah_lain", cell, name=text, region=names.law.region)
        elif not wanted:
            notes.wrong("induk_tak_ada", cell, parent=text)
        parents.append(next(iter(wanted)) if len(wanted) == 1 else None)
    if nearest:
        notes.note("induk_terdekat", count=nearest)
    return parents


def _meant(
    mention: Mention,
    at: int,
    units: Sequence[Named],
    parents: Parents,
    places: Places,
) -> dict[int, None]:
    """The units that the name of a parent may mean; that of an office the nearest such unit."""
    if mention.title:
        path = _open(parents, at)
        begun = {above: None for above in path if units[above].name.startswith(mention.title)}
        return _nearest(begun, parents, at)
    name = mention.key or mention.name
    if mention.inside is None:
        return places.get(name, {})
    return places.get((mention.inside.key or mention.inside.name, name), {})


def _nearest(wanted: Collection[int], parents: Parents, at: int) -> dict[int, None]:
    """The nearest of some units that the row before is or lies in, where the table goes from each
    unit on to what lies in it; else none, for its order then says nothing."""
    near = next((above for above in _open(parents, at) if above in wanted), None)
    if near is None:
        return {}
    place = parents[near]
    return {near: None} if place is None or place in _open(parents, near) else {}


def _open(parents: Parents, at: int) -> Iterator[int]:
    """The row before and those that it lies in, the nearest first."""
    above: int | None = at - 1 if at else None
    for _ in range(MOST_ABOVE):
        if above is None:
            return
        yield above
        above = parents[above] if above < len(parents) else None


def _said(one: Named, names: Names) -> set[str]:
    """The keys of what a unit is said to lie in, in its row."""
    above = names.mention(one.record.parent) if one.record.parent else None
    return {place.key or place.name for place in (above, one.inside) if place is not None}


def _by_outline(units: Sequence[Named], notes: Notes) -> Parents:
    """By the columns of the names where these differ, else by their numbers, else by blanks."""
    records = [one.record for one in units]
    if len({record.place for record in records}) > 1:
        return _nested([record.place for record in records])
    if any(record.mark for record in records):
        numbers = Numbers()
        depths: list[int | None] = []
        titled = bool(records) and not records[0].mark
        for record in records:
            if not record.mark:
                numbers, depth = Numbers(), 0
            elif (depth := numbers.depth(record.mark)) is None:  # type: ignore[assignment]
                notes.wrong("nomor_loncat", record.cell, mark=record.mark)
            depths.append(depth if depth is None or not record.mark else depth + titled)
        return _nested([0 if depth is None else depth for depth in depths])
    return _nested([record.indent for record in records])


def _nested(depths: Sequence[int]) -> Parents:
    """Each below the last that stands less deep."""
    parents: Parents = []
    path: list[int] = []
    for at, depth in enumerate(depths):
        while path and depths[path[-1]] >= depth:
            path.pop()
        parents.append(path[-1] if path else None)
        path.append(at)
    return parents
