"""Joins over the atoms of a grounded session, in Python: what clingo does not say about absence."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from clingo import Function, Number, String, Symbol, SymbolType, ast

from patuh.engine.atoms.terms import ANONYMOUS, arithmetic
from patuh.engine.rules.parsed import all_variables, sign_of

Env = dict[str, Symbol]
Pattern = Sequence[Symbol | None]
"""Arguments of an atom; None matches anything."""

_COMPARE: dict[int, Callable[[Symbol, Symbol], bool]] = {
    ast.ComparisonOperator.Equal: lambda left, right: left == right,
    ast.ComparisonOperator.NotEqual: lambda left, right: left != right,
    ast.ComparisonOperator.LessThan: lambda left, right: left < right,
    ast.ComparisonOperator.LessEqual: lambda left, right: left <= right,
    ast.ComparisonOperator.GreaterThan: lambda left, right: left > right,
    ast.ComparisonOperator.GreaterEqual: lambda left, right: left >= right,
}


def evaluate(term: ast.AST, env: Env) -> Symbol:
    """The ground term that `term` is under `env`; anonymous variables become the constant `_`.

    Raises `ValueError` for constructs the knowledge base does not use (intervals, pools).
    """
    kind = term.ast_type
    if kind is ast.ASTType.SymbolicTerm:
        symbol: Symbol = term.symbol
        return symbol
    if kind is ast.ASTType.Variable:
        return env[term.name] if term.name != ANONYMOUS else Function(ANONYMOUS)
    if kind is ast.ASTType.Function:
        return Function(term.name, [evaluate(argument, env) for argument in term.arguments])
    if kind is ast.ASTType.UnaryOperation and term.operator_type == ast.UnaryOperator.Minus:
        return Number(-evaluate(term.argument, env).number)
    sign = sign_of(term)
    return Number(
        arithmetic(sign, evaluate(term.left, env).number, evaluate(term.right, env).number)
    )


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


def variables(node: ast.AST) -> set[str]:
    """Names of the variables in a term, literal or guard, but the anonymous one."""
    return all_variables(node) - {ANONYMOUS}


def match(term: ast.AST, symbol: Symbol, env: Env) -> Env | None:
    """`env` extended so that `term` is `symbol`, or None."""
    kind = term.ast_type
    if kind is ast.ASTType.Variable:
        if term.name == ANONYMOUS:
            return env
        known = env.get(term.name)
        if known is None:
            return {**env, term.name: symbol}
        return env if known == symbol else None
    if kind is ast.ASTType.SymbolicTerm:
        return env if term.symbol == symbol else None
    if kind is ast.ASTType.Function:
        return _match_function(term, symbol, env)
    return env if evaluate(term, env) == symbol else None


def _match_function(term: ast.AST, symbol: Symbol, env: Env) -> Env | None:
    if symbol.type is not SymbolType.Function or symbol.name != term.name:
        return None
    if len(symbol.arguments) != len(term.arguments):
        return None
    current: Env | None = env
    for part, argument in zip(term.arguments, symbol.arguments, strict=True):
        current = match(part, argument, current)  # type: ignore[arg-type]
        if current is None:
            return None
    return current


def pattern_of(symbol: ast.AST, env: Env) -> list[Symbol | None]:
    """The arguments of an atom under `env`; those not yet ground are None."""
    return [_ground(argument, env) for argument in symbol.arguments]


def _ground(term: ast.AST, env: Env) -> Symbol | None:
    return evaluate(term, env) if all_variables(term) <= env.keys() else None


def extend(literal: ast.AST, env: Env, index: AtomIndex) -> Iterator[Env]:
    """Every extension of `env` under which a positive literal holds."""
    symbol = literal.atom.symbol
    for found in index.matching(symbol.name, pattern_of(symbol, env)):
        extended: Env | None = env
        for term, argument in zip(symbol.arguments, found.arguments, strict=True):
            extended = match(term, argument, extended)  # type: ignore[arg-type]
            if extended is None:
                break
        if extended is not None:
            yield extended


def compare(literal: ast.AST, env: Env) -> Env | None:
    """`env`, extended where the comparison is an assignment, or None if it does not hold."""
    left = literal.atom.term
    for guard in literal.atom.guards:
        if guard.comparison == ast.ComparisonOperator.Equal:
            for target, value in ((left, guard.term), (guard.term, left)):
                if target.ast_type is ast.ASTType.Variable and target.name not in env:
                    env = {**env, target.name: evaluate(value, env)}
        if not _COMPARE[guard.comparison](evaluate(left, env), evaluate(guard.term, env)):
            return None
        left = guard.term
    return env


def aggregate(literal: ast.AST, env: Env, index: AtomIndex) -> Env | None:
    """`env`, extended where the aggregate is an assignment, or None if it does not hold."""
    node = literal.atom
    tuples = {
        tuple(evaluate(term, found) for term in element.terms)
        for element in node.elements
        for found in solutions(element.condition, env, index)
    }
    value = _value(node.function, tuples)
    for guard, reversed_order in ((node.left_guard, True), (node.right_guard, False)):
        if guard is None:
            continue
        if guard.term.ast_type is ast.ASTType.Variable and guard.term.name not in env:
            env = {**env, guard.term.name: value}
            continue
        other = evaluate(guard.term, env)
        pair = (other, value) if reversed_order else (value, other)
        if not _COMPARE[guard.comparison](*pair):
            return None
    return env


def solutions(body: Sequence[ast.AST], env: Env, index: AtomIndex) -> list[Env]:
    """Every extension of `env` under which a conjunction of literals holds."""
    frontier = [env]
    for literal in ordered(body, env):
        frontier = [found for current in frontier for found in holds(literal, current, index)]
    return frontier


def holds(literal: ast.AST, env: Env, index: AtomIndex) -> list[Env]:
    """Every extension of `env` under which one literal holds."""
    kind = literal.atom.ast_type
    if kind is ast.ASTType.Comparison:
        found = compare(literal, env)
        return [] if found is None else [found]
    if kind is ast.ASTType.BodyAggregate:
        found = aggregate(literal, env, index)
        return [] if found is None else [found]
    if literal.sign == ast.Sign.NoSign:
        return list(extend(literal, env, index))
    return [] if any(True for _ in extend(literal, env, index)) else [env]


def ordered(body: Sequence[ast.AST], env: Env) -> list[ast.AST]:
    """The literals as written, but each only when the literals before it bind what it needs."""
    waiting = list(body)
    bound = set(env)
    result: list[ast.AST] = []
    while waiting:
        ready = next((literal for literal in waiting if _needs(literal) <= bound), waiting[0])
        waiting.remove(ready)
        result.append(ready)
        bound |= _binds(ready)
    return result


def _needs(literal: ast.AST) -> set[str]:
    kind = literal.atom.ast_type
    if kind is ast.ASTType.SymbolicAtom:
        return set() if literal.sign == ast.Sign.NoSign else variables(literal)
    if kind is ast.ASTType.Comparison:
        guard = literal.atom.guards[0]
        if len(literal.atom.guards) == 1 and guard.comparison == ast.ComparisonOperator.Equal:
            left, right = literal.atom.term, guard.term
            for target, value in ((left, right), (right, left)):
                if target.ast_type is ast.ASTType.Variable:
                    return variables(value)
        return variables(literal)
    inner = {
        name
        for element in literal.atom.elements
        for condition in element.condition
        if condition.atom.ast_type is ast.ASTType.SymbolicAtom and condition.sign == ast.Sign.NoSign
        for name in variables(condition)
    }
    return variables(literal) - inner - _binds(literal)


def _binds(literal: ast.AST) -> set[str]:
    kind = literal.atom.ast_type
    if kind is ast.ASTType.SymbolicAtom:
        return variables(literal) if literal.sign == ast.Sign.NoSign else set()
    if kind is ast.ASTType.Comparison:
        return variables(literal)
    guards = (literal.atom.left_guard, literal.atom.right_guard)
    return {
        guard.term.name
        for guard in guards
        if guard is not None and guard.term.ast_type is ast.ASTType.Variable
    }


def _value(function: int, tuples: set[tuple[Symbol, ...]]) -> Symbol:
    if function == ast.AggregateFunction.Count:
        return Number(len(tuples))
    first = [row[0] for row in tuples]
    if function in {ast.AggregateFunction.Sum, ast.AggregateFunction.SumPlus}:
        return Number(sum(symbol.number for symbol in first))
    if function == ast.AggregateFunction.Min:
        return min(first, default=Function("#sup"))
    return max(first, default=Function("#inf"))


def symbol_of(text: str | int) -> Symbol:
    """A plain name or number as a term: a constant if it has that form, else a string."""
    if isinstance(text, int):
        return Number(text)
    from patuh.facts.text import key

    return String(text) if key(text).startswith('"') else Function(text)
