"""Between clingo's terms and plain values."""

import re

from clingo import Function, Number, Symbol, SymbolType, ast, parse_term

from patuh.engine.derivation import Atom
from patuh.finding import Value

ANONYMOUS = "_"


def value(symbol: Symbol) -> Value:
    """A ground term as plain data; tuples are compounds without a name."""
    if symbol.type is SymbolType.Number:
        return symbol.number
    if symbol.type is SymbolType.String:
        return symbol.string
    if symbol.type is SymbolType.Function:
        if symbol.arguments or not symbol.name:
            return symbol.name, tuple(map(value, symbol.arguments))
        return symbol.name
    return str(symbol)


def atom(symbol: Symbol) -> Atom:
    """A ground atom as plain data."""
    return Atom(symbol.name, tuple(map(value, symbol.arguments)), str(symbol))


def evaluate(term: ast.AST, env: dict[str, Symbol]) -> Symbol:
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
    if kind is ast.ASTType.BinaryOperation:
        left, right = evaluate(term.left, env).number, evaluate(term.right, env).number
        return Number(arithmetic(term.operator_type, left, right))
    raise ValueError(f"no ground value for the term {term}")


def arithmetic(operator: int, left: int, right: int) -> int:
    """The value of `left operator right`; raises `ValueError` for an unused operator."""
    match operator:
        case ast.BinaryOperator.Plus:
            return left + right
        case ast.BinaryOperator.Minus:
            return left - right
        case ast.BinaryOperator.Multiplication:
            return left * right
        case ast.BinaryOperator.Division:
            return left // right
        case ast.BinaryOperator.Modulo:
            return left % right
    raise ValueError(f"no ground value for the operator {operator}")


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[A-Za-z_][A-Za-z0-9_]*')
_OPEN = "terbuka__"


def pattern(text: str) -> list[Symbol | None]:
    """The arguments of an atom written with `_` for what is open; open ones are None."""
    named = _TOKEN.sub(lambda found: _OPEN if found[0] == ANONYMOUS else found[0], text)
    return [None if _OPEN in str(part) else part for part in parse_term(named).arguments]
