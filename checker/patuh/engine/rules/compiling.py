"""From clingo's syntax trees to rules as plain data."""

from collections.abc import Iterable, Iterator

from clingo import ast
from msgspec import Raw, msgpack

from patuh.engine.atoms.derivation import FINDING, FINDING_ON_LINE, Signature
from patuh.engine.atoms.terms import ANONYMOUS, value
from patuh.engine.rules.parsed import Rule as Tree
from patuh.engine.rules.parsed import (
    all_rules,
    all_variables,
    kind_of,
    name_anonymous,
    sign_of,
    signature,
)
from patuh.engine.rules.templates import (
    Aggregate,
    Calculation,
    Comparison,
    Compound,
    Condition,
    Constant,
    Element,
    Entry,
    Guard,
    Pattern,
    Rule,
    Term,
    Variable,
)
from patuh.knowledge.programs import Program

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


def compiled(programs: tuple[Program, ...]) -> tuple[Entry, ...]:
    """All rules of the programs, in order."""
    rules = all_rules(programs)
    derived = frozenset(signature(rule.head) for rule in rules)
    return tuple(_entry(rule, derived) for rule in rules)


def _entry(rule: Tree, derived: frozenset[Signature]) -> Entry:
    head = signature(rule.head)
    check = ""
    if head in (FINDING, FINDING_ON_LINE):
        term = rule.head.arguments[2]
        check = "" if term.ast_type is ast.ASTType.Variable else str(term)
    plain = Rule(
        rule.number,
        rule.place,
        rule.variables,
        pattern(rule.head),
        tuple(_condition(part.node, part.text, part.derived) for part in rule.body),
        "\n".join(_justify(rule, derived)),
    )
    return Entry(rule.place, head, check, tuple(sorted(rule.uses)), Raw(msgpack.encode(plain)))


def pattern(symbol: ast.AST) -> Pattern:
    """The pattern of an atom of a rule."""
    return Pattern(symbol.name, tuple(map(_term, symbol.arguments)))


def _condition(literal: ast.AST, text: str, derived: bool = False) -> Condition:
    kind = kind_of(literal)
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
        derived,
    )


def _comparison(node: ast.AST) -> Comparison:
    return Comparison(_term(node.term), tuple(map(_guard, node.guards)))


def _guard(node: ast.AST) -> Guard:
    return _COMPARISONS[node.comparison], _term(node.term)


def _aggregate(node: ast.AST) -> Aggregate:
    elements = tuple(
        Element(
            tuple(map(_term, element.terms)),
            tuple(_condition(literal, str(literal)) for literal in element.condition),
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


def _variables(node: ast.AST) -> set[str]:
    """Names of the variables in a literal or term, but the anonymous one."""
    return all_variables(node) - {ANONYMOUS}


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
    return Calculation(sign_of(term), _term(term.left), _term(term.right))


def _justify(rule: Tree, derived: frozenset[Signature]) -> Iterator[str]:
    instance = _tuple(f"sebab_{rule.number}", rule.variables)
    body = ", ".join(literal.text for literal in rule.body)
    yield f"{instance} :- {_needed(rule.head, str(rule.head))}, {body}."
    for position, literal in enumerate(rule.body):
        if literal.derived:
            yield f"{_needed(literal.node.atom.symbol, literal.text)} :- {instance}."
        elif literal.kind == "aggregate":
            yield from _elements(rule, instance, position, derived)


def _elements(
    rule: Tree, instance: str, position: int, derived: frozenset[Signature]
) -> Iterator[str]:
    """The elements that hold, each with the positive atoms of its condition."""
    for element in rule.body[position].node.atom.elements:
        anonymous = 0
        conditions: list[str] = []
        atoms: list[tuple[ast.AST, str]] = []
        for condition in element.condition:
            text = str(condition)
            if kind_of(condition) == "positive":
                text, anonymous = name_anonymous(text, anonymous, "Unsur")
                atoms.append((condition.atom.symbol, text))
            conditions.append(text)
        body = ", ".join([instance, *conditions])
        shown = _tuple("c", (text for _, text in atoms))
        yield f"{_tuple(f'unsur_{rule.number}_{position}', [*rule.variables, shown])} :- {body}."
        for symbol, text in atoms:
            if signature(symbol) in derived:
                yield f"{_needed(symbol, text)} :- {body}."


def _needed(symbol: ast.AST, text: str) -> str:
    """The `perlu` atom for an atom written `text`."""
    return f"perlu_{symbol.name}_{len(symbol.arguments)}{text[len(symbol.name) :]}"


def _tuple(name: str, terms: Iterable[str]) -> str:
    inner = ",".join(terms)
    return f"{name}({inner})" if inner else name
