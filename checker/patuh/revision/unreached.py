"""Norms that changed and of which no example tells: a check that rests on one is not called equal.

A norm is told if a difference rests on its provision, if a stored certificate tells it, or if the
same norm also stands under another provision.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from patuh.engine.rules.changes import Side, checks_on
from patuh.knowledge.regulations import national
from patuh.knowledge.root import using
from patuh.revision.adequacy import stored, without_leaf
from patuh.revision.records import Compared, NormChange
from patuh.revision.sides import Sides, parsed


def with_unreached(
    both: Sides, norms: Sequence[NormChange], whole: Compared, checks: Sequence[Compared]
) -> tuple[Compared, ...]:
    """The verdicts on checks; one that was equal and rests on a norm not told is out of reach."""
    examples = [example for one in (whole, *checks) for example in one.examples]
    blamed = {leaf for example in examples for leaf in example.provisions}
    untold = ((fact, norm) for fact, norm in _untold(both, norms) if norm.provision not in blamed)
    rests = _resting(both, untold)
    return tuple(
        replace(one, verdict="tak_terjangkau", unreached=tuple(rests[one.check]))
        if one.verdict == "setara" and one.check in rests
        else one
        for one in checks
    )


def with_untranslated(
    both: Sides, left: Mapping[str, NormChange], checks: Sequence[Compared], same: Sequence[str]
) -> tuple[tuple[Compared, ...], tuple[str, ...]]:
    """The verdicts, and the checks that are the same, where a draft was translated only in part.

    A check that rests on a norm that was not translated (`left`, by its fact) is neither equal nor
    the same.
    """
    rests = _resting(both, left.items())
    found = [
        replace(one, verdict="tak_terjangkau", unreached=(*one.unreached, *rests[one.check]))
        if one.verdict in ("setara", "tak_terjangkau") and one.check in rests
        else one
        for one in checks
    ]
    moved = [check for check in same if check in rests]
    found += [Compared(check, "tak_terjangkau", (), tuple(rests[check])) for check in moved]
    return tuple(found), tuple(check for check in same if check not in rests)


def _resting(both: Sides, norms: Iterable[tuple[str, NormChange]]) -> dict[str, list[NormChange]]:
    """The norms on which each check ("A3") rests, of these with their facts."""
    every = list(norms)
    checks = checks_on((fact for fact, _ in every), (both.old, both.new))
    rests: dict[str, list[NormChange]] = {}
    for fact, norm in every:
        for check in sorted(checks[fact]):
            rests.setdefault(check.upper(), []).append(norm)
    return rests


def _untold(both: Sides, norms: Sequence[NormChange]) -> Iterator[tuple[str, NormChange]]:
    """The changed norms that neither have a certificate nor a twin, each with its fact."""
    with using(both.old_root):
        laws = (both.law, *(law.id for law in national()))
        every = [one for law in laws for one in stored(law)]
    known = stated(both, norms)
    certified = {norm for one in every for norm in (*one.norms, *one.cited)}
    for gone, facts, side in (
        (True, both.change.gone, both.old),
        (False, both.change.came, both.new),
    ):
        twins = _twins(side)
        for fact in facts:
            found = known[gone, fact]
            if found and fact not in certified and twins.get(without_leaf(fact), 0) < 2:
                yield fact, found[0]


def stated(both: Sides, norms: Sequence[NormChange]) -> dict[tuple[bool, str], list[NormChange]]:
    """The norms by the facts that state them, of those that went (True) and of those that came."""
    known: dict[tuple[bool, str, tuple[str, ...]], list[NormChange]] = {}
    for norm in norms:
        known.setdefault((norm.gone, norm.predicate, norm.values), []).append(norm)
    found: dict[tuple[bool, str], list[NormChange]] = {}
    for gone, facts in ((True, both.change.gone), (False, both.change.came)):
        for fact in facts:
            name, values = parsed(fact)
            found[gone, fact] = [
                norm
                for norm in known.get((gone, name, values[1:-1]), ())
                if values[-1] in (norm.provision, _was(both, norm.provision))
            ]
    return found


def _twins(side: Side) -> dict[str, int]:
    """How often each norm stands in a side."""
    counted: dict[str, int] = {}
    for facts in side.facts.values():
        for fact in facts:
            counted[without_leaf(fact)] = counted.get(without_leaf(fact), 0) + 1
    return counted


def _was(both: Sides, provision: str) -> str:
    """The provision as the old side numbers it."""
    return next((was for was, now in both.leaves.items() if now == provision), provision)
