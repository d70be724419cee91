"""New norms that no rule knows, where rules asked by name for what they replace.

Where a report that went through one office must go through another, and the rules know only the
first, nothing is found against the new norm: that is no permission. A difference that rests on a
finding which those rules make no more is withheld.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from patuh.engine.rules.changes import asking_by_name
from patuh.revision.records import Compared, Example, NormChange, Verdict, once
from patuh.revision.sides import Sides, parsed
from patuh.revision.unreached import stating

_Unread = dict[str, list[NormChange]]
"""By check ("H7") the new norms."""


def unread(both: Sides, norms: Sequence[NormChange]) -> _Unread:
    """The new norms that the rules of a check do not know, though they knew what is replaced."""
    found: _Unread = {}
    for came in both.change.came:
        for gone in both.change.gone:
            if _replaces(came, gone):
                for check in _lost(both, gone, came):
                    own = stating(both, came, norms, gone=False)
                    found.setdefault(check.upper(), []).extend(own)
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


def _replaces(came: str, gone: str) -> bool:
    """Whether they are norms of one kind under one provision, and differ in one value."""
    (name, values), (was, before) = parsed(came), parsed(gone)
    if name != was or len(values) != len(before) or values[-1:] != before[-1:]:
        return False
    return sum(one != other for one, other in zip(values, before, strict=True)) == 1


def _lost(both: Sides, gone: str, came: str) -> frozenset[str]:
    """The checks that asked for the old value by name, where none asks so for the new one."""
    was, now = (
        asking_by_name(fact, side.rules) for fact, side in ((gone, both.old), (came, both.new))
    )
    if now - was:
        return frozenset()
    return frozenset(head.partition(":")[2] for head, _ in was - now) - {""}
