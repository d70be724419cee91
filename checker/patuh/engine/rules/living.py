"""Which statements of the programs can take part in a check.

A rule whose body needs an atom of a predicate that neither the proposal nor any rule that can
fire brings about never fires: a proposal without workflows needs no rule on steps, and a
regulation without a norm switches its checks off. Of those that can fire, many bear on no finding:
a norm that only such rules ask for which cannot. All these cost clingo as much as others, so they
are left out before grounding. Predicates are told apart by name, and by the constants that stand
in their first four places (`patuh.engine.rules.kinds`), which at worst keeps a rule too many.
"""

from functools import lru_cache

from patuh.engine.rules.kinds import brought, kinds_of
from patuh.engine.rules.statements import Statement
from patuh.engine.rules.table import Table
from patuh.engine.rules.values import Held, Rules, blurred, bring, held
from patuh.knowledge.programs import Program, hash_of_programs
from patuh_parser.disk import beside
from patuh_parser.stored import code_of, stored

_FEW = 30_000
"""Letters of facts; of more the texts and numbers are held to be anything."""


_MADE_BY = [
    beside(__file__, f"{name}.py")
    for name in ("comparing", "kinds", "statements", "table", "tabling", "values")
]


@lru_cache(maxsize=64)
def table(programs: tuple[Program, ...]) -> Table:
    """The statements of some programs, and how they hang together."""

    def made() -> Table:
        from patuh.engine.rules.tabling import make_table

        return make_table(programs)

    made_of: list[str | bytes] = [code_of(*_MADE_BY), hash_of_programs(programs)]
    return stored("statements", Table, made_of, made)


def live(programs: tuple[Program, ...], given: frozenset[str]) -> tuple[Statement, ...]:
    """The statements that can take part where only the predicates `given` have facts besides.

    Of a predicate that is given with its kinds only these have facts.
    """
    return tuple(map(table(programs).statement, sorted(_live(programs, given))))


@lru_cache(maxsize=256)
def _live(programs: tuple[Program, ...], given: frozenset[str]) -> frozenset[int]:
    every = table(programs)
    known, numbers = every.by_kinds, every.numbers
    missing, waiting = [*known.missing], [*known.waiting]
    ready = [index for index, count in enumerate(missing) if not count]

    def meet(name: int) -> None:
        for index in waiting[name]:
            missing[index] -= 1
            if not missing[index]:
                ready.append(index)
        waiting[name] = ()

    def open_all(group: int) -> None:
        for name in known.kinds[group]:
            meet(name)

    for name in given:
        predicate, kind, _ = name.partition("/")
        for one in (predicate, *((name,) if kind else brought(name))):
            group, _, value = one.partition("=")
            if value in every.anything:
                if group in known.groups:
                    open_all(known.groups[group])
            elif one in numbers:
                meet(numbers[one])
    kept: set[int] = set()
    while ready:
        index = ready.pop()
        kept.add(index)
        for number in known.brings[index]:
            if known.opens[number] >= 0:
                open_all(known.opens[number])
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
    every = table(programs)
    kept = every.bearing(_live(programs, given), checks, besides)
    return tuple(map(every.statement, sorted(kept)))


def telling_of(programs: tuple[Program, ...], facts: str) -> tuple[Statement, ...]:
    """Those that bear on a finding and can fire by the values of the facts.

    They stand one on a line. Facts on a condition (`… :- ada(3).`) count as if it held.
    """
    every = table(programs)
    known = every.by_values
    if known is None:
        return telling(programs, kinds_of(facts))
    values = known.held()
    told = facts if len(facts) < _FEW else blurred(facts)
    for name, places in held(told, every.anything).items():
        bring(values, name, places)
    fired = (known.order[at] for at in _rules(programs).firing(values, known.telling))
    kept = every.bearing(frozenset([*known.stated, *fired]))
    return tuple(map(every.statement, sorted(kept)))


@lru_cache(maxsize=64)
def _rules(programs: tuple[Program, ...]) -> Rules:
    """The rules, made ready."""
    known = table(programs).by_values
    assert known is not None
    return known.made_ready()


@lru_cache(maxsize=8)
def settled(programs: tuple[Program, ...]) -> Held:
    """What may stand in the places of the predicates that hold whatever the proposal says."""
    known = table(programs).by_values
    if known is None:
        return {}
    values = known.held()
    _rules(programs).firing(values, range(len(known.order)))
    return values
