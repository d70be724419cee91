"""Bounds on what follows from a structure: units above units, and sentences on whole groups.

Every sentence may be in order by itself; it is what they say together that must stay small.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from patuh_parser.sotk import model as m
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.limits import MOST_ABOVE, MOST_GROUPED

Above = dict[str, set[str]]


def check_heights(
    units: Sequence[m.Unit], statements: Sequence[m.Statement], errors: Diagnostics
) -> None:
    """Note the first unit that lies in too many others (E410) or stands below too many (E411)."""
    around: Above = defaultdict(set)
    for unit in units:
        if unit.parent is not None:
            around[unit.key].add(unit.parent)
    for statement in statements:
        if isinstance(statement, m.Placement):
            around[statement.unit].add(statement.parent)
    if _note("E410", units, around, errors):
        return
    members = _members(units)
    for statement in statements:
        if isinstance(statement, m.Line) and not statement.negated:
            lower, upper = _ends(statement, members)
            for key in lower:
                around[key].update(upper)
    _note("E411", units, around, errors)


def check_groups(
    units: Sequence[m.Unit], lines: Iterable[m.Statement], errors: Diagnostics
) -> None:
    """Note the first sentence on a group with which such sentences say too much (E412)."""
    members = _members(units)
    said = 0
    for line in lines:
        if isinstance(line, m.Line) and line.group is not None:
            said += len(members[line.group])
            if said > MOST_GROUPED:
                errors.add("E412", line.span, str(MOST_GROUPED))
                return


def _members(units: Sequence[m.Unit]) -> dict[str, list[str]]:
    """The keys of each group; those of Perangkat Daerah are at most the units inside no other."""
    found: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        found[unit.sort].append(unit.key)
        if unit.parent is None:
            found["perangkat_daerah"].append(unit.key)
    return found


def _ends(line: m.Line, members: dict[str, list[str]]) -> tuple[Sequence[str], Sequence[str]]:
    """Those below and those above by a line that commands or answers; else nobody."""
    sources = _named(line.source, line, members)
    targets = _named(line.target, line, members)
    if line.kind == "bertanggung_jawab":
        return sources, targets
    if line.kind in ("membawahi", "membina"):
        return targets, sources
    return (), ()


def _named(key: str | None, line: m.Line, members: dict[str, list[str]]) -> Sequence[str]:
    if key is not None:
        return (key,)
    return members[line.group] if line.group is not None else ()


def _note(code: str, units: Sequence[m.Unit], above: Above, errors: Diagnostics) -> bool:
    reached: dict[frozenset[str], set[str]] = {}
    for unit in units:
        uppers = frozenset(above.get(unit.key, ()))
        if uppers not in reached:  # units of one group stand below the same ones
            reached[uppers] = _reached(uppers, above)
        every = reached[uppers]
        if len(every) - (unit.key in every) > MOST_ABOVE:
            errors.add(code, unit.span, unit.name, str(MOST_ABOVE))
            return True
    return False


def _reached(uppers: frozenset[str], above: Above) -> set[str]:
    """These units and all above them, or some where they are too many in any case."""
    seen = {*uppers}
    waiting = [*uppers]
    while waiting and len(seen) <= MOST_ABOVE + 1:
        more = above.get(waiting.pop(), set()) - seen
        seen |= more
        waiting += more
    return seen
