"""The statements of some programs, and how they hang together: made once and kept.

A check asks for one part of it or the other, so that each is loaded where it is asked for.
"""

from functools import cached_property

from msgspec import Struct, msgpack

from patuh.engine.atoms.derivation import FINDING, FINDING_ON_LINE
from patuh.engine.rules.statements import Statement
from patuh.engine.rules.values import Asking, Held, Rule, Rules

_FINDINGS = frozenset({FINDING[0], FINDING_ON_LINE[0]})


class ByKinds(Struct, frozen=True, array_like=True):
    """What each statement needs and brings about, by names: predicates and kinds alike.

    Of each name: `waiting`, the statements that need it; `opens`, the group that it brings whole,
    -1 if only itself.
    """

    names: tuple[str, ...]
    """Those that are no head, numbered on from the names of the table."""
    missing: tuple[int, ...]
    """How many names each statement needs."""
    brings: tuple[tuple[int, ...], ...]
    waiting: tuple[tuple[int, ...], ...]
    opens: tuple[int, ...]
    groups: dict[str, int]
    """The kinds of a predicate at one place, "kata/1", by number."""
    kinds: tuple[tuple[int, ...], ...]
    """Of each group."""


class ByValues(Struct, frozen=True, array_like=True):
    """The rules in the order that is best to ask them whether they can fire.

    `rules` and `asked`, the predicates that each needs, stand in that order; `asking` has their
    places there.
    """

    order: tuple[int, ...]
    """The numbers of the rules, each behind those that derive what it needs, but for circles."""
    rules: tuple[bytes, ...]
    asked: tuple[tuple[str, ...], ...]
    asking: Asking
    telling: tuple[int, ...]
    """The places of those that may bear on a finding."""
    stated: tuple[int, ...]
    """The statements without a body that may."""
    told: dict[str, tuple[frozenset[str] | None, ...]]
    """What the facts among the statements hold."""

    def made_ready(self) -> Rules:
        """The rules, each known by its place."""

        def told(at: int) -> Rule:
            found: Rule = _RULE.decode(self.rules[at])
            return found

        return Rules(self.asked, self.asking, told)

    def held(self) -> Held:
        """What the facts among the statements hold, to be added to."""
        return {name: [*places] for name, places in self.told.items()}


class Table(Struct, frozen=True, array_like=True, dict=True):
    """The statements, and of each name `derived`, those with that head."""

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
    """Those of the heads."""
    uses: tuple[tuple[int, ...], ...]
    derived: tuple[tuple[int, ...], ...]
    anything: frozenset[str]
    """In the place of a constant, what may stand for any other: switches, and `*`."""
    _by_kinds: bytes = b""
    _by_values: bytes = b""

    @cached_property
    def by_kinds(self) -> ByKinds:
        """What the statements need and bring about."""
        return msgpack.decode(self._by_kinds, type=ByKinds)

    @cached_property
    def by_values(self) -> ByValues | None:
        """The rules with their places; None where a statement has no single atom as its head."""
        found: ByValues | None = msgpack.decode(self._by_values, type=ByValues | None)
        return found

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each name, also of those that are no head."""
        every = (*self.names, *self.by_kinds.names)
        return {name: number for number, name in enumerate(every)}

    @cached_property
    def _made(self) -> dict[int, Statement]:
        """The statements that were asked for."""
        return {}

    @cached_property
    def _of_findings(self) -> frozenset[int]:
        return frozenset(at for at, name in enumerate(self.names) if name in _FINDINGS)

    def statement(self, index: int) -> Statement:
        """The statement of this number."""
        found = self._made.get(index)
        if found is None:
            file, line = self.places[index]
            found = self._made[index] = Statement(
                f"{self.files[file]}:{line}",
                self.text[self.starts[index] : self.starts[index + 1]],
                self.names[self.heads[index]],
                self.bodies[index],
                self.checks[index],
            )
        return found

    def bearing(
        self,
        alive: frozenset[int],
        checks: frozenset[str] | None = None,
        besides: frozenset[str] = frozenset(),
    ) -> set[int]:
        """What of these statements bears on a finding, or on the predicates `besides`."""
        names, heads, derived, findings = self.names, self.heads, self.derived, self._of_findings
        waiting: list[int] = []
        for index in alive:
            check, head = self.checks[index], heads[index]
            of_another = checks is not None and check and check not in checks
            if not names[head] or (head in findings and not of_another):
                waiting.append(index)
        for number, name in enumerate(names if besides else ()):
            if name in besides and number not in findings:
                waiting += alive.intersection(derived[number])
        kept: set[int] = set()
        seen: set[int] = set()
        while waiting:
            index = waiting.pop()
            if index in kept:
                continue
            kept.add(index)
            # what makes every finding on a line a finding asks for those of the checks, which are
            # there
            general = heads[index] in findings and not self.checks[index]
            for number in self.uses[index]:
                if number not in seen and not (general and number in findings):
                    seen.add(number)
                    waiting += alive.intersection(derived[number])
        return kept


_RULE = msgpack.Decoder(Rule)
