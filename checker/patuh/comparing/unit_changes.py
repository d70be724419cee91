"""What became of every unit between two structures."""

from collections.abc import Iterator

from patuh.comparing.records import UnitChange, UnitChangeKind
from patuh.comparing.sides import Sides, can_be_formed


def unit_changes(sides: Sides) -> Iterator[UnitChange]:
    """What became of every unit that is not as it was."""
    explained = set(sides.renamed) | set(sides.renamed.values())
    grouped: dict[tuple[UnitChangeKind, str], list[str]] = {}
    absent: UnitChangeKind = "dihapus" if sides.complete else "tidak_disebut"
    for change in sides.changes:
        explained |= {change.old, change.new or change.old}
        old, new = change.old, change.new or ""
        if change.kind == "gabung":
            grouped.setdefault(("digabung", new), []).append(old)
        elif change.kind == "pecah":
            grouped.setdefault(("dipecah", old), []).append(new)
        elif change.kind == "ganti":
            yield UnitChange("diganti", (sides.name(new),), (sides.name(old),), (sides.name(new),))
        else:
            yield UnitChange("dihapus", (sides.name(old),), (sides.name(old),))
    for (kind, key), others in grouped.items():
        goes_on = [key] if key in sides.old.units and key in sides.new.units else []
        names = tuple(map(sides.name, [*goes_on, *others]))
        one = (sides.name(key),)
        yield UnitChange(kind, one, *((names, one) if kind == "digabung" else (one, names)))
    for key, unit in sides.new.units.items():
        if key not in explained and key not in sides.old.units and can_be_formed(unit):
            yield UnitChange("dibentuk", (sides.name(key),), (), (sides.name(key),))
    for key, unit in sides.old.units.items():
        now = sides.renamed.get(key, key)
        if now in sides.new.units:
            yield from _moves(sides, key, now)
        elif key not in explained and can_be_formed(unit):
            yield UnitChange(absent, (sides.name(key),), (sides.name(key),))


def _moves(sides: Sides, key: str, now: str) -> Iterator[UnitChange]:
    for before, after in (
        (sides.old.parents.get(key, []), sides.new.parents.get(now, [])),
        (sides.old.coordinators(key), sides.new.coordinators(now)),
    ):
        was = [sides.renamed.get(name, name) for name in before]
        if before and after and set(was) != set(after):
            yield UnitChange(
                "dialihkan", (sides.name(now),),
                tuple(map(sides.name, before)), tuple(map(sides.name, after)),
            )  # fmt: skip
