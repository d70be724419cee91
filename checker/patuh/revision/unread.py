"""New norms that no rule knows, where rules asked by name for what they replace.

Where a report that went through one office must go through another, and the rules know only the
first, nothing is found against the new norm: that is no permission. A difference that rests on a
finding which those rules make no more is withheld.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from patuh.engine.rules.changes import Asking, asking_by_name
from patuh.revision.records import Compared, Example, NormChange, Verdict, once
from patuh.revision.sides import Sides, parsed
from patuh.revision.unreached import stated

_Unread = dict[str, list[NormChange]]
"""By check ("H7") the new norms."""


def unread(both: Sides, norms: Sequence[NormChange]) -> _Unread:
    """The new norms that the rules of a check do not know, though they knew what is replaced."""
    pairs = [*_pairs(both.change.gone, both.change.came)]
    was = asking_by_name((gone for gone, _ in pairs), both.old.rules)
    now = asking_by_name((came for _, came in pairs), both.new.rules)
    every = stated(both, norms)
    found: _Unread = {}
    for gone, came in pairs:
        for check in _lost(was[gone], now[came]):
            found.setdefault(check.upper(), []).extend(every[False, came])
    return found


def without_unread(every: Sequence[Compared], unread: _Unread) -> tuple[Compared, ...]:
    """The verdicts, on the whole first, without the differences that rest on what is not read."""
    return tuple(_without(one, unread) for one in every)


def _without(one: Compared, unread: _Unread) -> Compared:
    resting = [(example, {*_checks(example, unread)}) for example in one.examples]
    kept = [example for example, checks in resting if not checks]
    checks = {one.check} & unread.keys() | {check for _, own in resting for check in own}
    if not checks:
        return one
    norms = [norm for check in sorted(checks) for norm in unread[check]]
    if len(kept) < len(resting):
        verdict = _verdict(kept)
    else:
        verdict = "tak_terjangkau" if one.verdict == "setara" else one.verdict
    unreached = once((*one.unreached, *norms))
    return replace(one, verdict=verdict, examples=tuple(kept), unreached=unreached)


def _checks(example: Example, unread: _Unread) -> Iterator[str]:
    """The checks whose findings the new side lacks only because a new norm is not read."""
    return (o.check for o in example.old if o.check in unread and o not in example.new)


def _verdict(kept: Sequence[Example]) -> Verdict:
    ways = {example.direction for example in kept if example.pure}
    if len(ways) > 1:
        return "tak_sebanding"
    if ways:
        return "lebih_ketat" if "ketat" in ways else "lebih_longgar"
    return "berganti_temuan" if kept else "tak_terjangkau"


def _pairs(gone: Iterable[str], came: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Norms that went with those in their place: of one kind, of one provision, one value apart."""
    before: dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]] = {}
    for fact in gone:
        name, values = parsed(fact)
        if values:
            before.setdefault((name, values[-1]), []).append((fact, values))
    for fact in came:
        name, values = parsed(fact)
        for other, own in before.get((name, values[-1] if values else ""), ()):
            if len(own) == len(values) and _apart(own, values) == 1:
                yield other, fact


def _apart(some: Iterable[str], others: Iterable[str]) -> int:
    return sum(one != other for one, other in zip(some, others, strict=True))


def _lost(was: Asking, now: Asking) -> frozenset[str]:
    """The checks that asked for the old value by name, where none asks so for the new one."""
    if now - was:
        return frozenset()
    return frozenset(head.partition(":")[2] for head, _ in was - now) - {""}
