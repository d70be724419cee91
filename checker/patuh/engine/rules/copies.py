"""The new side of a comparison as rules over the old one, for what may differ and nothing else.

What may differ is found from the changed facts upwards: `calon__p` is an instance of a rule, of
either side, of which some condition may differ and whose positive conditions hold on one side
(`salah_satu__p`). A predicate that is affected and of which nothing may differ is the same on both
sides. `beda__p` says the same as facts, so that what cannot differ is the same atom for the solver;
`baru__p` is what the new side has: `p` where nothing may differ, else by the rules of that side.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from patuh.engine.rules.changes import Change, Side, arguments, asked, base, node
from patuh.engine.rules.literals import Taken, opened, taken
from patuh.engine.rules.statements import Described

NEW, MAY, CANDIDATE, EITHER = "baru__", "beda__", "calon__", "salah_satu__"
OPEN = "audit_terbuka"
"""Neither true nor false, so that what holds on one side only is no fact."""
_MOVED = re.compile(r'"(?:[^"\\]|\\.)*"|\w+')


class _Found(NamedTuple):
    rule: Described
    asks: set[str]
    is_new: bool
    changed: bool


class Copies:
    """The affected rules of both sides, to stand beside the old one (`changes.shared`)."""

    def __init__(self, old: Side, new: Side, differing: Change) -> None:
        self._new, self._names = new, {base(one) for one in differing.affected}
        self._facts = (*differing.gone, *differing.came)
        self._moved = {n: v for n, v in new.defaults.items() if old.defaults.get(n) != v}
        self._rules: dict[str, list[_Found]] = {}
        for side, is_new in ((old, False), (new, True)):
            for rule, names in asked(side.rules):
                changed = rule.text in differing.rules
                if node(rule) in differing.affected and (is_new or changed):
                    self._rules.setdefault(rule.head, []).append(
                        _Found(rule, names, is_new, changed)
                    )

    def candidates(self) -> str:
        """What may differ."""
        every = [one for own in self._rules.values() for one in own]
        lines = [f"{CANDIDATE}{one}." for one in self._facts]
        for one in every:
            lines += _Rule(self._taken(one), self._names).may(changed=one.changed)
        asked_for = {name for one in every for name in one.asks}
        heads = (*self._facts, *(taken(one.rule.text).head for one in every))
        signatures = {(one.partition("(")[0], len(arguments(one))) for one in heads}
        lines += [either(*one) for one in sorted(signatures) if one[0] in asked_for]
        return "\n".join(dict.fromkeys(lines))

    def new(self, open_: Collection[str]) -> str:
        """The new side of the predicates of which something may differ."""
        lines: list[str] = []
        for name in sorted(open_):
            lines += (f"{NEW}{fact}." for fact in sorted(self._new.facts.get(name, ())))
            every = [one for one in self._rules.get(name, ()) if one.is_new]
            lines += [_Rule(self._taken(one), open_).new() for one in every]
        return "\n".join(dict.fromkeys(lines))

    def _taken(self, one: _Found) -> Taken:
        """A rule taken apart, with the values of the readings that only the new side has."""
        text = one.rule.text
        if one.is_new and self._moved:
            text = _MOVED.sub(lambda m: self._moved.get(m[0], m[0]), text)
        return taken(text)


def either(name: str, arity: int) -> str:
    """What holds on one of the sides, if the predicate may differ."""
    atom = _any(name, arity)
    return f"{EITHER}{atom} :- {OPEN}, {atom}.\n{EITHER}{atom} :- {OPEN}, {CANDIDATE}{atom}."


def same(name: str, arity: int) -> str:
    """The new side has what the old one has, where nothing may differ."""
    atom = _any(name, arity)
    return f"{NEW}{atom} :- {atom}, not {MAY}{atom}."


def _any(name: str, arity: int) -> str:
    terms = ",".join(f"X{at}" for at in range(arity))
    return f"{name}({terms})" if arity else name


class _Rule:
    """A rule whose conditions are told apart: those on `names` may differ, and the others."""

    def __init__(self, rule: Taken, names: Collection[str]) -> None:
        self._head = rule.head
        self._outside = rule.outside
        self._body = rule.body
        self._names = names
        self._plain = [one for one in rule.body if one.name not in names]
        self._affected = [one for one in rule.body if one.name in names]

    def may(self, *, changed: bool) -> Iterator[str]:
        """Where the head may differ: everywhere, if the rule itself is `changed`."""
        head = f"{CANDIDATE}{self._head}"
        plain = [one.renamed(self._prefix(EITHER)) for one in self._plain]
        held = {one: f"{EITHER}{one.atom}" for one in self._affected if not one.sign}
        if changed:
            yield _text(head, [*plain, *held.values()])
            return
        counted = (one for own in self._plain for one in own.inside if one.name in self._names)
        for one in counted:
            atom = opened(one.atom, self._outside)
            yield _text(head, [*plain, *held.values(), f"{CANDIDATE}{atom}"])
        for one in self._affected:
            rest = [text for other, text in held.items() if other is not one]
            yield _text(head, [*plain, *rest, f"{CANDIDATE}{one.atom}"])

    def new(self) -> str:
        """The rule of the new side."""
        body = [one.renamed(self._prefix(NEW)) for one in self._body]
        return _text(f"{NEW}{self._head}", [*body, f"{MAY}{self._head}"])

    def _prefix(self, prefix: str) -> Callable[[str], str]:
        return lambda name: prefix if name in self._names else ""


def _text(head: str, body: Iterable[str]) -> str:
    conditions = "; ".join(body)
    return f"{head} :- {conditions}." if conditions else f"{head}."
