"""The cases of one part and regulation, and which of them notices a mutant.

All mutants of a rule are tried at once: its predicate is derived anew for every case from what the
case derives otherwise. Where that gives the same atoms, the case cannot notice. In the others the
change is followed through the predicates that rest on it, until it ends or reaches a finding.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from mutation.cases import Case
from mutation.mutants import Mutant
from mutation.program import NotStratifiedError, Program
from mutation.rules import PROPOSALS, Rule, base
from mutation.tagging import MARK, asp, tag, tagged
from mutation.views import Row, seen

NOT_STRATIFIED = "not stratified"
_ENOUGH = 120
"""Parts of a program after which a new one is faster."""
_FOLLOWED = 8
"""Cases in which a change is followed at first; while none notices, ever more at once."""
_FINDING = re.compile(rf"(?<=[ ;])(temuan(?:_garis)?__\w+){MARK}")
"""A finding among the conditions of a tagged rule: without it the rule is silent."""
_RESULTS = ("temuan ", "pertentangan/", "norma_ditimbang/")
"""How the predicates begin that the tests of cases look at."""


class Room:
    """The cases of one part and regulation, side by side."""

    def __init__(self, law: str, cases: Sequence[Case], part: str = PROPOSALS) -> None:
        self.law = law
        self._cases = cases
        self._base = base(part)
        self._rules: dict[str, list[Rule]] = defaultdict(list)
        self._rank = {n: rank for rank, names in enumerate(self._base.order) for n in names}
        self._users: dict[str, set[int]] = defaultdict(set)
        for rule in self._base.rules:
            if rule.holds_under(law):
                self._rules[rule.gives].append(rule)
                for name in rule.needs:
                    self._users[name].add(self._rank[rule.gives])
        self._program = Program(cases, self._base.constants)

    def killers(self, rule: Rule, mutants: Sequence[Mutant]) -> Iterator[tuple[Mutant, str]]:
        """For mutants of a rule, the first case that notices each."""
        for mutant, names in self.all_killers(rule, mutants):
            if (name := next(names, None)) is not None:
                yield mutant, name

    def all_killers(
        self, rule: Rule, mutants: Sequence[Mutant]
    ) -> Iterator[tuple[Mutant, Iterator[str]]]:
        """For mutants of a rule, every case that notices it, looked for one by one."""
        if len(self._base.order[self._rank[rule.gives]]) > 1 or rule.gives in rule.needs:
            everywhere = set(range(len(self._cases)))
            touched = [(mutant, everywhere) for mutant in mutants]
        else:
            touched = list(self._touched(rule, mutants))
        for mutant, numbers in touched:
            if numbers:
                yield mutant, self._noticing(mutant, sorted(numbers))

    def _touched(self, rule: Rule, mutants: Sequence[Mutant]) -> Iterator[tuple[Mutant, set[int]]]:
        """The cases in which the predicate of the rule itself has other atoms."""
        if self._program.parts > _ENOUGH:
            self._program = Program(self._cases, self._base.constants)
        name, here = rule.gives, self._program.parts
        kept = f"{asp(name)}_{here}"
        others = [other for other in self._rules[name] if other != rule]
        self._program.derive(
            "\n".join(line for other in others for line in tagged(other)),
            {need for other in others for need in other.needs},
            {name: kept},
        )
        rest = self._program.derived(kept, name)
        before = self._program.given(name)
        heads = [
            line.replace(f"{asp(name)}{MARK}", f"{kept}_{number}{MARK}")
            for number, mutant in enumerate(mutants)
            for line in _lines(mutant)
        ]
        needs = {need for mutant in mutants for need in mutant.needs}
        self._program.derive("\n".join(heads), needs, {})
        for number, mutant in enumerate(mutants):
            after = rest | self._program.derived(f"{kept}_{number}", name)
            yield mutant, {row[0].number for row in before ^ after}

    def _noticing(self, mutant: Mutant, numbers: list[int]) -> Iterator[str]:
        at, size = 0, _FOLLOWED
        while at < len(numbers):
            some = [self._cases[number] for number in numbers[at : at + size]]
            at, size = at + size, 3 * size
            try:
                for number in self._follow(mutant, some):
                    yield some[number].name
            except NotStratifiedError:
                yield NOT_STRATIFIED

    def _follow(self, mutant: Mutant, cases: list[Case]) -> Iterator[int]:
        """The numbers of the cases that notice the mutant."""
        program = Program(cases, self._base.constants)
        changed: dict[str, str] = {}
        waiting = {self._rank[mutant.rule.gives]}
        found = {asp(name) for case in cases for name in case.atoms}
        while waiting:
            rank = min(waiting)
            waiting.discard(rank)
            names = self._base.order[rank]
            anew = {name: f"{asp(name)}_baru" for name in names}
            rules = [rule for name in names for rule in self._rules[name]]
            lines = [
                line
                for rule in rules
                for line in (_lines(mutant) if rule == mutant.rule else tagged(rule))
                if set(_FINDING.findall(line)) <= found
            ]
            needs = {need for rule in rules for need in rule.needs} | mutant.needs
            program.derive("\n".join(lines), needs, changed | anew)
            for name in names:
                before, after = program.given(name), program.derived(anew[name], name)
                if before == after:
                    continue
                if name.startswith(_RESULTS):
                    yield from _differing(cases, before, after)
                changed[name] = anew[name]
                found.add(asp(name))
                waiting |= self._users[name] - {rank}


@lru_cache(maxsize=512)
def _lines(mutant: Mutant) -> list[str]:
    return tag(mutant.node) if mutant.node else []


def _differing(cases: list[Case], before: frozenset[Row], after: frozenset[Row]) -> Iterator[int]:
    """The cases whose test would fail."""
    for number in sorted({row[0].number for row in before ^ after}):
        view, shown = cases[number].view, cases[number].shown
        if seen(before, number, view, shown) != seen(after, number, view, shown):
            yield number
