"""Between clingo's terms and plain values."""

import re

from clingo import Symbol, SymbolType, parse_term

from patuh.engine.atoms.derivation import Atom
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


def arithmetic(sign: str, left: int, right: int) -> int:
    """The value of `left sign right`, as clingo writes the sign; `/` rounds down."""
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left // right
        case "\\":
            return left % right
    raise ValueError(f"no ground value for the operator {sign}")


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[A-Za-z_][A-Za-z0-9_]*')
_OPEN = "terbuka__"


def pattern(text: str) -> list[Symbol | None]:
    """The arguments of an atom written with `_` for what is open; open ones are None."""
    named = _TOKEN.sub(lambda found: _OPEN if found[0] == ANONYMOUS else found[0], text)
    return [None if _OPEN in str(part) else part for part in parse_term(named).arguments]
