"""Which statements of the programs can take part in a check.

A rule whose body needs an atom of a predicate that neither the proposal nor any rule that can
fire brings about never fires: a proposal without workflows needs no rule on steps, and a
regulation without a norm switches its checks off. Of those that can fire, many bear on no finding:
a norm that only such rules ask for which cannot. All these cost clingo as much as others, so they
are left out before grounding. Predicates are told apart by name, and by the constants that stand
in their first four places (`patuh.engine.rules.kinds`), which at worst keeps a rule too many.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from msgspec import Raw, Struct, msgpack

from patuh.engine.atoms.derivation import FINDING, FINDING_ON_LINE
from patuh.engine.rules import kinds
from patuh.engine.rules import statements as described
from patuh.engine.rules import values as by_values
from patuh.engine.rules.kinds import OPEN, brought
from patuh.engine.rules.statements import Described, Statement, statements
from patuh.engine.rules.values import Held, Outline, Rules, bring, held, outline
from patuh.knowledge.programs import Program, hash_of_programs
from patuh_parser.stored import code_of, stored

_CONST = re.compile(r"#const\s+(\w+)")
_DIRECTIVE = Outline(("", ()), (), 0)
_FEW = 30_000
"""Letters of facts; of more almost every rule has what it needs, and to ask costs more."""
_FINDINGS = frozenset({FINDING[0], FINDING_ON_LINE[0]})


class _Table(Struct, frozen=True, array_like=True):
    """The statements of some programs, and how they hang together, in numbers.

    Of each name, predicates and kinds alike: `waiting`, the statements that need it; `derived`,
    those with that head; `opens`, the group that it brings whole, -1 if only itself.
    """

    text: str
    """All statements, one behind the other."""
    starts: tuple[int, ...]
    """Where each begins, and where the last ends."""
    files: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    """The file and line of each."""
    heads: tuple[int, ...]
    bodies: tuple[bool, ...]
    checks: tuple[str, ...]
    names: tuple[str, ...]
    missing: tuple[int, ...]
    """How many names each statement needs."""
    brings: tuple[tuple[int, ...], ...]
    uses: tuple[tuple[int, ...], ...]
    waiting: tuple[tuple[int, ...], ...]
    derived: tuple[tuple[int, ...], ...]
    opens: tuple[int, ...]
    groups: dict[str, int]
    """The kinds of a predicate at one place, "kata/1", by number."""
    kinds: tuple[tuple[int, ...], ...]
    """Of each group."""
    anything: frozenset[str]
    """In the place of a constant, what may stand for any other: switches, and `*`."""
    order: tuple[int, ...]
    """The place of each statement, of those that derive what it needs before it."""
    outlines: tuple[Raw, ...]
    """Of each statement (`patuh.engine.rules.values`); none if one has no single atom as head."""
    asked: tuple[tuple[str, ...], ...]
    """The predicates that each needs, as outlines name them."""
    told: dict[str, tuple[tuple[str, ...] | None, ...]]
    """What the facts among the statements hold."""

    def statement(self, index: int) -> Statement:
        """The statement of this number."""
        file, line = self.places[index]
        return Statement(
            f"{self.files[file]}:{line}",
            self.text[self.starts[index] : self.starts[index + 1]],
            self.names[self.heads[index]],
            self.bodies[index],
            self.checks[index],
        )


@lru_cache(maxsize=64)
def _table(programs: tuple[Program, ...]) -> _Table:
    made_of: tuple[str | bytes, ...] = (
        code_of(__file__, kinds.__file__, described.__file__, by_values.__file__),
        hash_of_programs(programs),
    )
    return stored("statements", _Table, made_of, lambda: _tabled(statements(programs)))


@lru_cache(maxsize=64)
def _numbers(programs: tuple[Program, ...]) -> dict[str, int]:
    """The number of each name of their table."""
    return {name: number for number, name in enumerate(_table(programs).names)}


def _tabled(every: tuple[Described, ...]) -> _Table:
    anything = {OPEN, *(found[1] for one in every if (found := _CONST.match(one.text)))}
    numbers: dict[str, int] = {}
    for one in every:
        for name in (one.head, *sorted(one.needs), *sorted(one.uses), *one.brings):
            numbers.setdefault(name, len(numbers))
    groups: dict[str, int] = {}
    for name in numbers:
        if "=" in name:
            groups.setdefault(name.partition("=")[0], len(groups))
    free = {name for name in numbers if name.partition("=")[2] in anything}
    waiting: list[list[int]] = [[] for _ in numbers]
    derived: list[list[int]] = [[] for _ in numbers]
    for index, one in enumerate(every):
        derived[numbers[one.head]].append(index)
        for name in one.needs - free:
            waiting[numbers[name]].append(index)
    members: list[list[int]] = [[] for _ in groups]
    for name, number in numbers.items():
        if "=" in name and waiting[number]:
            members[groups[name.partition("=")[0]]].append(number)
    places = [one.place.rpartition(":") for one in every]
    files = tuple(dict.fromkeys(file for file, _, _ in places))
    return _Table(
        "".join(one.text for one in every),
        tuple(accumulate((len(one.text) for one in every), initial=0)),
        files,
        tuple((files.index(file), int(line)) for file, _, line in places),
        tuple(numbers[one.head] for one in every),
        tuple(one.derives for one in every),
        tuple(one.check for one in every),
        tuple(numbers),
        tuple(len(one.needs - free) for one in every),
        tuple(tuple(numbers[name] for name in one.brings) for one in every),
        tuple(tuple(sorted(numbers[name] for name in one.uses)) for one in every),
        tuple(map(tuple, waiting)),
        tuple(map(tuple, derived)),
        tuple(groups[n.partition("=")[0]] if n in free else -1 for n in numbers),
        groups,
        tuple(map(tuple, members)),
        frozenset(anything),
        *_outlined(every, anything),
    )


def _outlined(every: tuple[Described, ...], anything: set[str]) -> tuple[Any, ...]:
    """The last four fields of their table."""
    free = frozenset(anything)
    outlines = [outline(one.text, free) if one.head else _DIRECTIVE for one in every]
    if None in outlines:
        return (), (), (), {}
    known = [one for one in outlines if one is not None]
    facts: Held = {}
    for one, said in zip(every, known, strict=True):
        if not one.derives and one.head:
            name, parts = said.head
            values = [frozenset(p) if isinstance(p, tuple) else None for p in parts]
            bring(facts, name, values)
    told = {n: tuple(v and tuple(sorted(v)) for v in values) for n, values in facts.items()}
    asked = tuple(tuple(dict.fromkeys(need for need, _ in one.needs)) for one in known)
    return _ordered(known), tuple(Raw(msgpack.encode(one)) for one in known), asked, told


def _ordered(outlines: Sequence[Outline]) -> tuple[int, ...]:
    """The place of each, behind those of the predicates that it needs but for circles."""
    derived: dict[str, list[int]] = {}
    for index, one in enumerate(outlines):
        derived.setdefault(one.head[0], []).append(index)
    places: dict[int, int] = {}
    seen: set[str] = set()
    for start in derived:
        waiting = [(start, False)]
        while waiting:
            name, done = waiting.pop()
            rules = derived.get(name, ())
            if done:
                for index in rules:
                    places[index] = len(places)
            elif name not in seen:
                seen.add(name)
                waiting.append((name, True))
                waiting += [(need, False) for i in rules for need, _ in outlines[i].needs]
    return tuple(places[index] for index in range(len(outlines)))


def live(programs: tuple[Program, ...], given: frozenset[str]) -> tuple[Statement, ...]:
    """The statements that can take part where only the predicates `given` have facts besides.

    Of a predicate that is given with its kinds only these have facts.
    """
    return tuple(map(_table(programs).statement, sorted(_live(programs, given))))


@lru_cache(maxsize=256)
def _live(programs: tuple[Program, ...], given: frozenset[str]) -> frozenset[int]:
    table = _table(programs)
    missing, waiting = [*table.missing], [*table.waiting]
    ready = [index for index, count in enumerate(missing) if not count]

    def meet(name: int) -> None:
        for index in waiting[name]:
            missing[index] -= 1
            if not missing[index]:
                ready.append(index)
        waiting[name] = ()

    def open_all(group: int) -> None:
        for name in table.kinds[group]:
            meet(name)

    numbers = _numbers(programs)
    for name in given:
        predicate, kind, _ = name.partition("/")
        for one in (predicate, *((name,) if kind else brought(name))):
            group, _, value = one.partition("=")
            if value in table.anything:
                if group in table.groups:
                    open_all(table.groups[group])
            elif one in numbers:
                meet(numbers[one])
    kept: set[int] = set()
    while ready:
        index = ready.pop()
        kept.add(index)
        for number in table.brings[index]:
            if table.opens[number] >= 0:
                open_all(table.opens[number])
            elif waiting[number]:
                meet(number)
    return frozenset(kept)


@lru_cache(maxsize=256)
def telling(
    programs: tuple[Program, ...],
    given: frozenset[str],
    checks: frozenset[str] | None = None,
    besides: frozenset[str] = frozenset(),
) -> tuple[Statement, ...]:
    """Those that are live and bear on a finding, of these checks ("h7") if some are named.

    Also what bears on the predicates `besides`.
    """
    kept = _bearing(programs, _live(programs, given), checks, besides)
    return tuple(map(_table(programs).statement, sorted(kept)))


def telling_of(programs: tuple[Program, ...], facts: str) -> tuple[Statement, ...]:
    """Those that bear on a finding and, where the facts are few, can fire by their values.

    They stand one on a line. Facts on a condition (`… :- ada(3).`) count as if it held.
    """
    table = _table(programs)
    if not table.outlines or len(facts) > _FEW:
        return telling(programs, kinds.kinds_of(facts))
    ruled = _ruled(programs)
    values: Held = {name: [*places] for name, places in ruled.told.items()}
    for name, places in held(facts, table.anything).items():
        bring(values, name, places)
    fired = map(ruled.order.__getitem__, ruled.rules.firing(values))
    kept = _bearing(programs, ruled.stated.union(fired))
    known = ruled.statements
    for index in kept:
        if index not in known:
            known[index] = table.statement(index)
    return tuple(map(known.__getitem__, sorted(kept)))


class _Ruled(NamedTuple):
    """The statements that bear on a finding: those without a body, and the rules in order."""

    stated: frozenset[int]
    order: Sequence[int]
    rules: Rules
    told: Held
    """What the facts among them hold."""
    statements: dict[int, Statement]
    """Those that were asked for."""


@lru_cache(maxsize=64)
def _ruled(programs: tuple[Program, ...]) -> _Ruled:
    table = _table(programs)
    bearing = _bearing(programs, frozenset(range(len(table.heads))))
    order, rules = _in_order(table, bearing)
    return _Ruled(frozenset(bearing.difference(order)), order, rules, _told(table), {})


@lru_cache(maxsize=8)
def settled(programs: tuple[Program, ...]) -> Held:
    """What may stand in the places of the predicates that hold whatever the proposal says."""
    table = _table(programs)
    values = _told(table)
    _, rules = _in_order(table, range(len(table.heads)))
    rules.firing(values)
    return values


def _in_order(table: _Table, some: Iterable[int]) -> tuple[list[int], Rules]:
    """The rules among some statements, each behind what it needs but for circles."""
    order = sorted(filter(table.bodies.__getitem__, some), key=table.order.__getitem__)

    def told(place: int) -> Outline:
        return msgpack.decode(table.outlines[order[place]], type=Outline)

    return order, Rules([table.asked[index] for index in order], told)


def _told(table: _Table) -> Held:
    return {
        name: [one if one is None else frozenset(one) for one in places]
        for name, places in table.told.items()
    }


def _bearing(
    programs: tuple[Program, ...],
    alive: frozenset[int],
    checks: frozenset[str] | None = None,
    besides: frozenset[str] = frozenset(),
) -> set[int]:
    """What of these statements bears on a finding, or on the predicates `besides`."""
    table = _table(programs)
    waiting: list[int] = []
    numbers = _numbers(programs)
    findings = {numbers[name] for name in _FINDINGS if name in numbers}
    wanted = {numbers[name] for name in besides - _FINDINGS if name in numbers}
    directive = numbers.get("", -1)
    for index in alive:
        check, head = table.checks[index], table.heads[index]
        of_another = checks is not None and check and check not in checks
        if head == directive or (head in findings and not of_another):
            waiting.append(index)
    for number in wanted:
        waiting += alive.intersection(table.derived[number])
    kept: set[int] = set()
    seen: set[int] = set()
    while waiting:
        index = waiting.pop()
        if index in kept:
            continue
        kept.add(index)
        # what makes every finding on a line a finding asks for those of the checks, which are there
        general = table.heads[index] in findings and not table.checks[index]
        for number in table.uses[index]:
            if number not in seen and not (general and number in findings):
                seen.add(number)
                waiting += alive.intersection(table.derived[number])
    return kept
