"""The table of the statements of some programs, made of their text: only where it is not kept."""

import re
from collections.abc import Sequence
from itertools import accumulate

from msgspec import msgpack
from msgspec.structs import replace

from patuh.engine.rules.kinds import OPEN
from patuh.engine.rules.statements import Described, statements
from patuh.engine.rules.table import ByKinds, ByValues, Table
from patuh.engine.rules.values import Held, Outline, asking, bring, outline, ready
from patuh.knowledge.programs import Program

_CONST = r"#const\s+(\w+)"
_DIRECTIVE = Outline(("", ()), (), 0)


def make_table(programs: tuple[Program, ...]) -> Table:
    """The table of the statements of some programs."""
    every = statements(programs)
    anything = frozenset({OPEN, *(m[1] for one in every if (m := re.match(_CONST, one.text)))})
    heads = tuple(dict.fromkeys(one.head for one in every))
    known = frozenset(heads)
    others = (name for one in every for name in (*sorted(one.needs), *one.brings))
    numbers = {name: number for number, name in enumerate(dict.fromkeys((*heads, *others)))}
    derived: list[list[int]] = [[] for _ in heads]
    for index, one in enumerate(every):
        derived[numbers[one.head]].append(index)
    places = [one.place.rpartition(":") for one in every]
    files = tuple(dict.fromkeys(file for file, _, _ in places))
    made = Table(
        "".join(one.text for one in every),
        tuple(accumulate((len(one.text) for one in every), initial=0)),
        files,
        tuple((files.index(file), int(line)) for file, _, line in places),
        tuple(numbers[one.head] for one in every),
        tuple(one.derives for one in every),
        tuple(one.check for one in every),
        heads,
        tuple(tuple(sorted(map(numbers.__getitem__, one.uses & known))) for one in every),
        tuple(map(tuple, derived)),
        anything,
    )
    by_values = _by_values(every, anything, made)
    return replace(
        made,
        _by_kinds=msgpack.encode(_by_kinds(every, heads, numbers, anything)),
        _by_values=msgpack.encode(by_values),
    )


def _by_kinds(
    every: tuple[Described, ...],
    heads: tuple[str, ...],
    numbers: dict[str, int],
    anything: frozenset[str],
) -> ByKinds:
    groups: dict[str, int] = {}
    for name in numbers:
        if "=" in name:
            groups.setdefault(name.partition("=")[0], len(groups))
    free = {name for name in numbers if name.partition("=")[2] in anything}
    waiting: list[list[int]] = [[] for _ in numbers]
    for index, one in enumerate(every):
        for name in one.needs - free:
            waiting[numbers[name]].append(index)
    members: list[list[int]] = [[] for _ in groups]
    for name, number in numbers.items():
        if "=" in name and waiting[number]:
            members[groups[name.partition("=")[0]]].append(number)
    return ByKinds(
        tuple(numbers)[len(heads) :],
        tuple(len(one.needs - free) for one in every),
        tuple(tuple(numbers[name] for name in one.brings) for one in every),
        tuple(map(tuple, waiting)),
        tuple(groups[n.partition("=")[0]] if n in free else -1 for n in numbers),
        groups,
        tuple(map(tuple, members)),
    )


def _by_values(
    every: tuple[Described, ...], anything: frozenset[str], made: Table
) -> ByValues | None:
    outlines = [outline(one.text, anything) if one.head else _DIRECTIVE for one in every]
    if None in outlines:
        return None
    known = [one for one in outlines if one is not None]
    facts: Held = {}
    for one, said in zip(every, known, strict=True):
        if not one.derives and one.head:
            name, parts = said.head
            values = [frozenset(p) if isinstance(p, tuple) else None for p in parts]
            bring(facts, name, values)
    order = [index for index in _ordered(known) if every[index].derives]
    asked = [tuple(dict.fromkeys(need for need, _ in known[index].needs)) for index in order]
    bearing = made.bearing(frozenset(range(len(every))))
    return ByValues(
        tuple(order),
        tuple(msgpack.encode(ready(known[index])) for index in order),
        tuple(asked),
        asking(asked),
        tuple(place for place, index in enumerate(order) if index in bearing),
        tuple(sorted(bearing.difference(order))),
        {name: tuple(values) for name, values in facts.items()},
    )


def _ordered(outlines: Sequence[Outline]) -> list[int]:
    """Their numbers, each behind those of the predicates that it needs but for circles."""
    derived: dict[str, list[int]] = {}
    for index, one in enumerate(outlines):
        derived.setdefault(one.head[0], []).append(index)
    found: list[int] = []
    seen: set[str] = set()
    for start in derived:
        waiting = [(start, False)]
        while waiting:
            name, done = waiting.pop()
            rules = derived.get(name, ())
            if done:
                found += rules
            elif name not in seen:
                seen.add(name)
                waiting.append((name, True))
                waiting += [(need, False) for i in rules for need, _ in outlines[i].needs]
    return found
