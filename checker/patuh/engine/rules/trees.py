"""From clingo's syntax trees to plain terms and conditions."""

import re
from collections.abc import Iterator

from clingo import ast

from patuh.engine.atoms.derivation import LiteralKind
from patuh.engine.atoms.terms import value
from patuh.engine.rules.templates import (
    Aggregate,
    Calculation,
    Comparison,
    Compound,
    Condition,
    Constant,
    Element,
    Guard,
    Pattern,
    Term,
    Variable,
)

_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|\w+')
_SIGNS: dict[int, str] = {
    ast.BinaryOperator.Plus: "+",
    ast.BinaryOperator.Minus: "-",
    ast.BinaryOperator.Multiplication: "*",
    ast.BinaryOperator.Division: "/",
    ast.BinaryOperator.Modulo: "\\",
}
_COMPARISONS: dict[int, str] = {
    ast.ComparisonOperator.Equal: "=",
    ast.ComparisonOperator.NotEqual: "!=",
    ast.ComparisonOperator.LessThan: "<",
    ast.ComparisonOperator.LessEqual: "<=",
    ast.ComparisonOperator.GreaterThan: ">",
    ast.ComparisonOperator.GreaterEqual: ">=",
}
_TURNED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_FUNCTIONS: dict[int, str] = {
    ast.AggregateFunction.Count: "#count",
    ast.AggregateFunction.Sum: "#sum",
    ast.AggregateFunction.SumPlus: "#sum+",
    ast.AggregateFunction.Min: "#min",
    ast.AggregateFunction.Max: "#max",
}


class FormError(ValueError):
    """A rule holds what no proof could tell; `node` is that part of it."""

    def __init__(self, node: ast.AST) -> None:
        super().__init__(str(node))
        self.node = node


def children(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of which a tree consists."""
    for key in node.child_keys:
        child = getattr(node, key)
        if isinstance(child, ast.AST):
            yield child
        elif child is not None:
            yield from child


def pattern(symbol: ast.AST) -> Pattern:
    """The pattern of an atom of a rule; raises `FormError`, for what is negated outright too."""
    if symbol.ast_type is not ast.ASTType.Function:
        raise FormError(symbol)
    return Pattern(symbol.name, tuple(map(_term, symbol.arguments)), str(symbol))


def condition(literal: ast.AST, text: str) -> Condition:
    """A literal that is written `text`; whether rules define its predicate is not known here.

    Raises `FormError`.
    """
    kind = _kind_of(literal)
    node = literal.atom
    aggregate = _aggregate(node) if kind == "aggregate" else None
    bound = (
        {term.name for _, term in aggregate.guards if isinstance(term, Variable)}
        if aggregate
        else set()
    )
    return Condition(
        kind,
        text,
        frozenset(_needs(literal) - bound),
        frozenset(bound if aggregate else _binds(literal)),
        pattern(node.symbol) if kind in ("positive", "negative") else None,
        _comparison(node) if kind == "comparison" else None,
        aggregate,
    )


def _comparison(node: ast.AST) -> Comparison:
    return Comparison(_term(node.term), tuple(map(_guard, node.guards)))


def _guard(node: ast.AST) -> Guard:
    return _COMPARISONS[node.comparison], _term(node.term)


def _aggregate(node: ast.AST) -> Aggregate:
    elements = tuple(
        Element(
            tuple(map(_term, element.terms)),
            tuple(condition(literal, str(literal)) for literal in element.condition),
        )
        for element in node.elements
    )
    left, right = node.left_guard, node.right_guard
    guards: list[Guard] = []
    if left is not None:
        guards.append((_TURNED[_COMPARISONS[left.comparison]], _term(left.term)))
    if right is not None:
        guards.append(_guard(right))
    return Aggregate(_FUNCTIONS[node.function], elements, tuple(guards))


def _needs(literal: ast.AST) -> set[str]:
    kind = literal.atom.ast_type
    if kind is ast.ASTType.SymbolicAtom:
        return set() if literal.sign == ast.Sign.NoSign else _variables(literal)
    if kind is ast.ASTType.Comparison:
        guard = literal.atom.guards[0]
        if len(literal.atom.guards) == 1 and guard.comparison == ast.ComparisonOperator.Equal:
            left, right = literal.atom.term, guard.term
            for target, value in ((left, right), (right, left)):
                if target.ast_type is ast.ASTType.Variable:
                    return _variables(value)
        return _variables(literal)
    inner = {
        name
        for element in literal.atom.elements
        for condition in element.condition
        if condition.atom.ast_type is ast.ASTType.SymbolicAtom and condition.sign == ast.Sign.NoSign
        for name in _variables(condition)
    }
    return _variables(literal) - inner


def _binds(literal: ast.AST) -> set[str]:
    if literal.atom.ast_type is ast.ASTType.SymbolicAtom and literal.sign != ast.Sign.NoSign:
        return set()
    return _variables(literal)


def _term(term: ast.AST) -> Term:
    kind = term.ast_type
    if kind is ast.ASTType.SymbolicTerm:
        plain = value(term.symbol)
        assert isinstance(plain, int | str), term
        return Constant(plain, str(term.symbol))
    if kind is ast.ASTType.Variable:
        return Variable(term.name)
    if kind is ast.ASTType.Function:
        if term.name and not term.arguments:
            return Constant(term.name, term.name)
        return Compound(term.name, tuple(map(_term, term.arguments)))
    if kind is ast.ASTType.UnaryOperation and term.operator_type == ast.UnaryOperator.Minus:
        return Calculation("-", Constant(0, "0"), _term(term.argument))
    if kind is ast.ASTType.BinaryOperation and term.operator_type in _SIGNS:
        return Calculation(_SIGNS[term.operator_type], _term(term.left), _term(term.right))
    raise FormError(term)


def _kind_of(literal: ast.AST) -> LiteralKind:
    """The kind of a body literal; raises `FormError` for what the knowledge base does not use."""
    if literal.ast_type is not ast.ASTType.Literal:
        raise FormError(literal)
    atom_type = literal.atom.ast_type
    if atom_type is ast.ASTType.SymbolicAtom:
        return "positive" if literal.sign == ast.Sign.NoSign else "negative"
    if atom_type is ast.ASTType.BodyAggregate:
        return "aggregate"
    if atom_type is ast.ASTType.Comparison:
        return "comparison"
    raise FormError(literal)


def _variables(node: ast.AST) -> set[str]:
    """Names of the variables in a literal or term, but the anonymous one."""
    return {word for word in _WORD.findall(str(node)) if word.lstrip("_")[:1].isupper()}
