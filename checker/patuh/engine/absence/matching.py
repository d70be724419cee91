"""Joins over the atoms of a grounded session, in Python: what clingo does not say about absence."""

import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from clingo import Function, Infimum, Number, String, Supremum, Symbol, SymbolType, parse_term

from patuh.engine.atoms.terms import ANONYMOUS, arithmetic
from patuh.engine.rules.templates import (
    Aggregate,
    Compound,
    Condition,
    Constant,
    Guard,
    Term,
    Variable,
)
from patuh.engine.rules.templates import Pattern as Atom

Env = dict[str, Symbol]
Pattern = Sequence[Symbol | None]
"""Arguments of an atom; None matches anything."""

_COMPARE: dict[str, Callable[[Symbol, Symbol], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_constant = lru_cache(maxsize=4096)(parse_term)


def evaluate(term: Term, env: Env) -> Symbol | None:
    """The ground term that `term` is under `env`; None where a variable is still open."""
    if isinstance(term, Variable):
        return env.get(term.name)
    if isinstance(term, Constant):
        return _constant(term.text)
    if isinstance(term, Compound):
        parts = [evaluate(part, env) for part in term.parts]
        return None if None in parts else Function(term.name, parts)  # type: ignore[arg-type]
    left, right = evaluate(term.left, env), evaluate(term.right, env)
    if left is None or right is None:
        return None
    return Number(arithmetic(term.sign, left.number, right.number))


class AtomIndex:
    """The atoms of a session by predicate and argument, indexed when first asked for."""

    def __init__(self, source: Callable[[str, int], Iterable[Symbol]]) -> None:
        self._source = source
        self._all: dict[tuple[str, int], list[Symbol]] = {}
        self._by: dict[tuple[str, int, int], dict[Symbol, list[Symbol]]] = {}

    def all(self, name: str, arity: int) -> list[Symbol]:
        """Every atom of the predicate."""
        if (name, arity) not in self._all:
            self._all[name, arity] = list(self._source(name, arity))
        return self._all[name, arity]

    def matching(self, name: str, pattern: Pattern) -> Iterator[Symbol]:
        """The atoms that agree with the pattern in every bound argument."""
        arity = len(pattern)
        bound = [position for position, term in enumerate(pattern) if term is not None]
        if not bound:
            yield from self.all(name, arity)
            return
        groups = [self._column(name, arity, position).get(pattern[position], ())  # type: ignore[arg-type]
                  for position in bound]  # fmt: skip
        for atom in min(groups, key=len):
            arguments = atom.arguments
            if all(arguments[position] == pattern[position] for position in bound):
                yield atom

    def _column(self, name: str, arity: int, position: int) -> dict[Symbol, list[Symbol]]:
        key = name, arity, position
        if key not in self._by:
            column: dict[Symbol, list[Symbol]] = defaultdict(list)
            for atom in self.all(name, arity):
                column[atom.arguments[position]].append(atom)
            self._by[key] = column
        return self._by[key]


def match(term: Term, symbol: Symbol, env: Env) -> Env | None:
    """`env` extended so that `term` is `symbol`, or None."""
    if isinstance(term, Variable):
        if term.name == ANONYMOUS:
            return env
        known = env.get(term.name)
        if known is None:
            return {**env, term.name: symbol}
        return env if known == symbol else None
    if isinstance(term, Compound):
        if symbol.type is not SymbolType.Function or symbol.name != term.name:
            return None
        return match_all(term.parts, symbol.arguments, env)
    return env if evaluate(term, env) == symbol else None


def match_all(terms: Sequence[Term], symbols: Pattern, env: Env) -> Env | None:
    """`env` extended so that each term is its symbol, whatever stands for None; None if not."""
    if len(terms) != len(symbols):
        return None
    current: Env | None = env
    for term, symbol in zip(terms, symbols, strict=True):
        if symbol is not None:
            current = match(term, symbol, current)  # type: ignore[arg-type]
            if current is None:
                return None
    return current


def pattern_of(atom: Atom, env: Env) -> list[Symbol | None]:
    """The arguments of an atom under `env`; those not yet ground are None."""
    return [evaluate(part, env) for part in atom.parts]


def extend(atom: Atom, env: Env, index: AtomIndex) -> Iterator[Env]:
    """Every extension of `env` under which an atom holds."""
    for found in index.matching(atom.name, pattern_of(atom, env)):
        extended = match_all(atom.parts, found.arguments, env)
        if extended is not None:
            yield extended


def compare(left: Term, guards: Iterable[Guard], env: Env) -> Env | None:
    """`env`, extended where the comparison is an assignment, or None if it does not hold."""
    for sign, right in guards:
        if sign == "=":
            for target, other in ((left, right), (right, left)):
                value = evaluate(other, env)
                if isinstance(target, Variable) and target.name not in env and value is not None:
                    env = {**env, target.name: value}
        one, two = evaluate(left, env), evaluate(right, env)
        if one is None or two is None or not _COMPARE[sign](one, two):
            return None
        left = right
    return env


def aggregate(node: Aggregate, env: Env, index: AtomIndex) -> Env | None:
    """`env`, extended where the aggregate is an assignment, or None if it does not hold."""
    tuples = {
        tuple([evaluate(term, found) for term in element.terms])
        for element in node.elements
        for found in solutions(element.conditions, env, index)
    }
    value = _value(node.function, tuples)
    for sign, term in node.guards:
        other = evaluate(term, env)
        if other is None and isinstance(term, Variable):
            env = {**env, term.name: value}
        elif other is None or not _COMPARE[sign](value, other):
            return None
    return env


def solutions(body: Sequence[Condition], env: Env, index: AtomIndex) -> list[Env]:
    """Every extension of `env` under which a conjunction of literals holds."""
    frontier = [env]
    for literal in ordered(body, env):
        frontier = [found for current in frontier for found in holds(literal, current, index)]
    return frontier


def holds(literal: Condition, env: Env, index: AtomIndex) -> list[Env]:
    """Every extension of `env` under which one literal holds."""
    if literal.atom is not None:
        found = extend(literal.atom, env, index)
        if literal.kind == "positive":
            return list(found)
        return [] if any(True for _ in found) else [env]
    if literal.comparison is not None:
        compared = compare(literal.comparison.left, literal.comparison.guards, env)
        return [] if compared is None else [compared]
    assert literal.aggregate is not None, literal
    counted = aggregate(literal.aggregate, env, index)
    return [] if counted is None else [counted]


def ordered(body: Sequence[Condition], env: Env) -> list[Condition]:
    """The literals as written, but each only when the literals before it bind what it needs."""
    waiting = list(body)
    bound = set(env)
    result: list[Condition] = []
    while waiting:
        ready = next((literal for literal in waiting if literal.needs <= bound), waiting[0])
        waiting.remove(ready)
        result.append(ready)
        bound |= ready.binds
    return result


def _value(function: str, tuples: set[tuple[Symbol | None, ...]]) -> Symbol:
    if function == "#count":
        return Number(len(tuples))
    first = [row[0] for row in tuples if row[0] is not None]
    if function in ("#sum", "#sum+"):
        return Number(sum(symbol.number for symbol in first))
    if function == "#min":
        return min(first, default=Supremum)
    return max(first, default=Infimum)


def symbol_of(text: str | int) -> Symbol:
    """A plain name or number as a term: a constant if it has that form, else a string."""
    if isinstance(text, int):
        return Number(text)
    from patuh.facts.text import key

    return String(text) if key(text).startswith('"') else Function(text)
