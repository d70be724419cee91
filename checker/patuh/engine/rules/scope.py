"""Where a check applies, read off its own rules.

A check is silent for a reason only where it might have spoken. Its scope is what its rules ask for
outright: the positive conditions, without what is absent, compared or counted; the helpers that
stand beside it in `checks/` are loosened likewise, those of the vocabulary keep their meaning.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from patuh.engine.atoms.derivation import FINDING_ON_LINE
from patuh.engine.rules.activity import declared
from patuh.engine.rules.compiled import all_rules
from patuh.engine.rules.templates import Condition, Rule
from patuh.knowledge.programs import PREDICATES_OF_NORMS, Program

_LOOSE = "audit_luas_"
_NEAR = "audit_dekat_"
_HEAD = "audit_lingkup"
Helpers = Mapping[str, Sequence[Rule]]


@lru_cache(maxsize=256)
def scope(programs: tuple[Program, ...], check: str) -> tuple[str, ...]:
    """Rules with the head `audit_lingkup` for a check ("h2"), the most telling reading first.

    Three readings: the conditions without what is absent, compared or counted; the same with
    another kind of line, step or unit where a rule names one; and all conditions but one.
    """
    own = [rule for rule in all_rules(programs) if rule.check == check]
    helpers, norms = _helpers(programs), declared(programs, PREDICATES_OF_NORMS) | {"tafsir"}
    readings = (_loosely(own, helpers), _of_other_kind(own, norms), _nearly(own, helpers, norms))
    return tuple("\n".join(lines) for lines in readings)


@lru_cache(maxsize=8)
def _helpers(programs: tuple[Program, ...]) -> Helpers:
    """The rules of the predicates that are defined in `checks/` alone."""
    rules = all_rules(programs)
    foreign = {rule.head.name for rule in rules if not rule.place.startswith("checks/")}
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        if not rule.check and rule.head.name not in foreign | {FINDING_ON_LINE[0]}:
            found.setdefault(rule.head.name, []).append(rule)
    return found


def _loosely(own: Sequence[Rule], helpers: Helpers) -> Iterator[str]:
    """The rules by their positive conditions, where that leaves something out."""
    loosened = _loosened(helpers)
    telling = [rule for rule in own if _leaves_out(rule) or rule.names & loosened]
    for rule in telling:
        yield _rule(_HEAD, _renamed(rule.positive, loosened, _LOOSE))
    for name in sorted(_reached(telling, helpers) & loosened):
        for rule in helpers[name]:
            kept = rule.positive if rule.bound_by(rule.positive) else rule.body
            yield _rule(f"{_LOOSE}{rule.head.text}", _renamed(kept, loosened, _LOOSE))


def _loosened(helpers: Helpers) -> frozenset[str]:
    """The helpers that say more than their positive conditions, or rest on such."""
    found: set[str] = set()
    while more := {
        name
        for name, rules in helpers.items()
        if name not in found
        and any(
            rule.names & found or (_leaves_out(rule) and rule.bound_by(rule.positive))
            for rule in rules
        )
    }:
        found |= more
    return frozenset(found)


def _leaves_out(rule: Rule) -> bool:
    return len(rule.positive) < len(rule.body)


def _of_other_kind(own: Sequence[Rule], norms: frozenset[str]) -> Iterator[str]:
    """The positive conditions, of which one may hold with other constants than the rule names."""
    for rule in own:
        for part in rule.positive:
            if part.name not in norms and part.opened != part.text:
                yield _rule(
                    _HEAD, [part.opened if one is part else one.text for one in rule.positive]
                )


def _nearly(own: Sequence[Rule], helpers: Helpers, norms: frozenset[str]) -> Iterator[str]:
    """The rules without one condition, or with helpers of which one condition may be left out."""
    every = frozenset(helpers)
    for rule in own:
        yield from _without_one(rule, _HEAD, norms)
        if rule.names & every:
            yield _rule(_HEAD, _renamed(rule.positive, every, _NEAR))
    for name in sorted(_reached(own, helpers)):
        for rule in helpers[name]:
            head = f"{_NEAR}{rule.head.text}"
            yield _rule(head, [part.text for part in rule.body])
            if rule.bound_by(rule.positive):
                yield _rule(head, _renamed(rule.positive, every, _NEAR))
            yield from _without_one(rule, head, norms)


def _without_one(rule: Rule, head: str, norms: frozenset[str]) -> Iterator[str]:
    """The rule without one of its conditions on the proposal, as far as its head stays bound."""
    for left_out in rule.positive:
        rest = tuple(part for part in rule.positive if part is not left_out)
        if left_out.name not in norms and rest and (head == _HEAD or rule.bound_by(rest)):
            yield _rule(head, [part.text for part in rest])


def _reached(rules: Sequence[Rule], helpers: Helpers) -> frozenset[str]:
    """The helpers that the rules use, and those that they use in turn."""
    found: set[str] = set()
    waiting = [name for rule in rules for name in rule.names & helpers.keys()]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [one for rule in helpers[name] for one in rule.names & helpers.keys()]
    return frozenset(found)


def _renamed(conditions: Sequence[Condition], names: frozenset[str], prefix: str) -> list[str]:
    """The conditions, with the loosened helpers in the place of their originals."""
    return [f"{prefix}{one.text}" if one.name in names else one.text for one in conditions]


def _rule(head: str, body: Sequence[str]) -> str:
    return f"{head} :- {', '.join(body)}." if body else f"{head}."
