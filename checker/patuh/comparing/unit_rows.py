"""The matrix semula – menjadi of two structures, by unit and aspect."""

from collections.abc import Iterator

from msgspec.structs import replace

from patuh.amending.nodes import renamed
from patuh.comparing.records import Row
from patuh.comparing.sides import Sides, can_be_formed
from patuh_parser.sotk import model as m
from patuh_parser.text.span import Span

_KINDS: tuple[m.LineKind, ...] = (
    "bertanggung_jawab", "membawahi", "membina", "mengoordinasikan",
    "mengoordinasikan_administratif", "berhubungan_kerja",
)  # fmt: skip
_NOWHERE = Span(1, 1, 1, 1)


def unit_rows(sides: Sides) -> Iterator[Row]:
    """The matrix: the units of the base in their order, then those that are new."""
    old, new = sides.old, sides.new
    became = {now: key for key, now in sides.renamed.items()}
    for key in old.units:
        yield from _rows(sides, key, sides.renamed.get(key, key))
    for key in new.units:
        if key not in old.units and key not in became:
            yield from _rows(sides, key, key)


def _rows(sides: Sides, key: str, now: str) -> Iterator[Row]:
    unit = sides.name(key if key in sides.old.units else now)
    yield from _named(sides, key, now, unit)
    before = tuple(f"pada {sides.name(p)}" for p in sides.old.parents.get(key, ()))
    after = tuple(f"pada {sides.name(p)}" for p in sides.new.parents.get(now, ()))
    was = {sides.renamed.get(p, p) for p in sides.old.parents.get(key, ())}
    ends = now not in sides.new.units and f" {' '.join(before)}" in unit
    if was != set(sides.new.parents.get(now, ())) and (after or sides.complete) and not ends:
        yield Row(unit, "kedudukan", before, after)
    for kind in _KINDS:
        old = sides.old.lines.get((key, kind), [])
        new = sides.new.lines.get((now, kind), [])
        if not new and not sides.complete:
            continue
        had = {_bare(renamed(line, sides.renamed)) for line in old}
        has = {_bare(line) for line in new}
        left = [line for line in old if _bare(renamed(line, sides.renamed)) not in has]
        came = [line for line in new if _bare(line) not in had]
        if left or came:
            yield Row(
                unit, kind,
                tuple(map(sides.old.text, left)), tuple(map(sides.new.text, came)),
            )  # fmt: skip


def _named(sides: Sides, key: str, now: str, unit: str) -> Iterator[Row]:
    """The row on the unit itself, if it comes, goes, or is called otherwise."""
    there, here = key in sides.old.units, now in sides.new.units
    if there and here and sides.old.units[key].name != sides.new.units[now].name:
        yield Row(unit, "satuan", (unit,), (sides.name(now),))
    elif there and not here:
        into = tuple(sides.name(c.new) for c in sides.changes if c.old == key and c.new is not None)
        if into or sides.complete:
            yield Row(unit, "satuan", (unit,), into)
    elif here and not there and can_be_formed(sides.new.units[now]):
        yield Row(
            unit, "satuan",
            tuple(sides.name(c.old) for c in sides.changes if c.new == now), (unit,),
        )  # fmt: skip


def _bare(line: m.Line) -> m.Line:
    """A line without its number and places."""
    via = (m.Station(place.key, _NOWHERE) for place in line.via)
    return replace(line, id=0, span=_NOWHERE, via=tuple(via))
