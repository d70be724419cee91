"""Which steps of a proposal have an act that some check asks about.

A rule asks about an act where it names it, or holds it against those that it names elsewhere
(`memindahkan(Aksi)`). For a step that counts only where a finding rests on the rule, and where what
both need of this very step and its workflow may hold: `memediasi` settles a dispute, and is nothing
to anybody in an activity.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from patuh.engine import rules
from patuh.engine.rules.activity import declared
from patuh.engine.rules.compiled import all_rules, rules_by_head
from patuh.engine.rules.kinds import kinds_of, split
from patuh.engine.rules.living import settled, telling
from patuh.engine.rules.templates import Condition, Constant, Pattern, Rule, Term, Variable
from patuh.engine.rules.values import Held
from patuh.knowledge.predicates import predicates
from patuh.knowledge.programs import PROPOSAL, Program, hash_of_programs
from patuh_parser.stored import code_of, stored

_STEP = ("W", "N")
_ACT = "Aksi"
Known = tuple[str | None, ...]
"""What is known of the places of an atom."""


class _Asker(Struct, frozen=True):
    """A rule, its condition on a step, and the acts that satisfy the rule."""

    rule: Rule
    of_step: Pattern
    acts: frozenset[str]


def asked(
    programs: tuple[Program, ...], facts: str, steps: Iterable[tuple[str, str, str]]
) -> frozenset[tuple[str, str]]:
    """Those of the steps, as workflow, number and act, whose act a check asks about."""
    wanted = [step for step in steps if step[2] in _all_acts(programs)]
    if not wanted:
        return frozenset()
    proposal = _Proposal(programs, facts)
    return frozenset(
        (flow, number)
        for flow, number, act in wanted
        if any(
            act in asker.acts
            and proposal.bears(asker.rule, _bound(asker.of_step, (flow, number), act))
            for asker in _askers(programs)
        )
    )


class _Proposal:
    """What may hold in a proposal, as far as workflow, step and act tell."""

    def __init__(self, programs: tuple[Program, ...], facts: str) -> None:
        self._rules = rules_by_head(programs)
        self._settled = settled(programs)
        self._given = declared(programs, PROPOSAL)
        self._facts: dict[str, list[Sequence[str]]] = {}
        for line in facts.split("\n"):
            name, bracket, inner = line.removesuffix(".").partition("(")
            if bracket:
                self._facts.setdefault(name, []).append(split(inner[:-1], ","))
        self._known: dict[tuple[str, Known], bool] = {}
        self._users = _users(programs)
        self._alive = {one.place for one in telling(programs, kinds_of(facts))}
        self._borne: dict[tuple[str, Known], bool] = {}

    def bears(self, rule: Rule, bound: Mapping[str, str]) -> bool:
        """Whether it may fire with these values, and a finding of this workflow rest on it."""
        if rule.place not in self._alive or not self.may_fire(rule, bound):
            return False
        if rule.check:
            return True
        known = tuple(_value(part, bound) for part in rule.head.parts)
        key = rule.head.name, known
        if key not in self._borne:
            self._borne[key] = False
            self._borne[key] = any(
                inner is not None and self.bears(user, inner)
                for user, atom in self._users.get(rule.head.signature, ())
                for inner in (_unified(atom, known),)
            )
        return self._borne[key]

    def may_fire(self, rule: Rule, bound: Mapping[str, str]) -> bool:
        return all(self._may_hold(one.atom, bound) for one in rule.positive if one.atom)

    def _may_hold(self, atom: Pattern, bound: Mapping[str, str]) -> bool:
        known = tuple(_value(part, bound) for part in atom.parts)
        if not any(known):
            return True
        if atom.name in self._given:
            return any(_fits(known, row) for row in self._facts.get(atom.name, ()))
        own = self._rules.get(atom.signature)
        if own is None:
            return _may_be(known, self._settled.get(_signature(atom)))
        key = atom.name, known
        if key not in self._known:
            self._known[key] = False  # what rests on itself does not hold by that
            heads = ((rule, _unified(rule.head, known)) for rule in own)
            self._known[key] = any(
                inner is not None and self.may_fire(rule, inner) for rule, inner in heads
            )
        return self._known[key]


def _bound(of_step: Pattern, at: tuple[str, str], act: str) -> dict[str, str]:
    """The variables of a condition on a step, for this one."""
    names = predicates()[_signature(of_step)].arguments
    values = dict(zip((*_STEP, _ACT), (*at, act), strict=True))
    return {
        part.name: values[name]
        for name, part in zip(names, of_step.parts, strict=True)
        if name in values and isinstance(part, Variable) and part.name != "_"
    }


def _unified(head: Pattern, known: Known) -> dict[str, str] | None:
    """What the variables of a head are where this is known of its places; None if it is another."""
    bound: dict[str, str] = {}
    for part, value in zip(head.parts, known, strict=True):
        if value is None:
            continue
        if isinstance(part, Constant) and part.text != value:
            return None
        if isinstance(part, Variable) and bound.setdefault(part.name, value) != value:
            return None
    return bound


def _value(part: Term, bound: Mapping[str, str]) -> str | None:
    if isinstance(part, Constant):
        return part.text
    return bound.get(part.name) if isinstance(part, Variable) else None


def _may_be(known: Known, held: Sequence[frozenset[str] | None] | None) -> bool:
    """Whether what rests on no proposal may have this; of anything else nothing is known."""
    places = zip(known, held or (), strict=False)
    return all(not value or values is None or value in values for value, values in places)


def _fits(known: Known, row: Sequence[str]) -> bool:
    return len(known) == len(row) and all(
        value is None or value == there for value, there in zip(known, row, strict=True)
    )


def _signature(atom: Pattern) -> str:
    return f"{atom.name}/{len(atom.parts)}"


@lru_cache(maxsize=8)
def _users(programs: tuple[Program, ...]) -> Mapping[tuple[str, int], list[tuple[Rule, Pattern]]]:
    """The rules that ask for each predicate, outright, denied or in an aggregate, and how."""
    found: dict[tuple[str, int], list[tuple[Rule, Pattern]]] = {}
    for rule in all_rules(programs):
        for atom in _atoms(rule.body):
            found.setdefault(atom.signature, []).append((rule, atom))
    return found


def _atoms(body: Iterable[Condition]) -> Iterator[Pattern]:
    for one in body:
        if one.atom is not None:
            yield one.atom
        for element in one.aggregate.elements if one.aggregate is not None else ():
            yield from _atoms(element.conditions)


@lru_cache(maxsize=8)
def _all_acts(programs: tuple[Program, ...]) -> frozenset[str]:
    """All that some rule asks for: most proposals have none that needs the rest."""

    def make() -> tuple[str, ...]:
        return tuple(sorted({act for asker in _askers(programs) for act in asker.acts}))

    made_of = code_of(*rules.__path__), hash_of_programs(programs)
    return frozenset(stored("acts", tuple[str, ...], made_of, make))


@lru_cache(maxsize=8)
def _askers(programs: tuple[Program, ...]) -> tuple[_Asker, ...]:
    """The rules that ask about the act of a step."""
    of_acts = {
        (one.name, len(one.arguments))
        for one in predicates().values()
        if {*_STEP, _ACT} <= {*one.arguments}
    }
    held = settled(programs)
    return tuple(
        _Asker(rule, one.atom, acts)
        for rule in all_rules(programs)
        for one in rule.positive
        if one.atom is not None and one.atom.signature in of_acts
        if (acts := _acts(rule, one, held))
    )


def _acts(rule: Rule, of_step: Condition, held: Held) -> frozenset[str]:
    """The acts of a step that a rule asks for; none if any will do."""
    assert of_step.atom is not None
    names = predicates()[_signature(of_step.atom)].arguments
    part = of_step.atom.parts[names.index(_ACT)]
    if isinstance(part, Constant):
        return frozenset((part.text,))
    named = [
        values
        for one in rule.positive
        if one.atom is not None
        for other, values in zip(one.atom.parts, held.get(_signature(one.atom), ()), strict=False)
        if other == part and values is not None
    ]
    return frozenset.intersection(*named) if named else frozenset()
