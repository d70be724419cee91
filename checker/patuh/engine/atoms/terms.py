"""Between clingo's terms and plain values."""

import re

from clingo import Symbol, parse_term

from patuh.engine.atoms.derivation import Atom
from patuh.finding import Value

ANONYMOUS = "_"
_PART = r'(?s)"(?:[^"\\]|\\.)*"|[a-zA-Z_][\w\']*\(?|\(|\)|-?[0-9]+|#[a-z]+'
_FLAT = r'"(?:[^"\\]|\\.)*"|[^",]+'
# Compiled where they are used: most terms need neither.
_MARK = r'"(?:[^"\\]|\\.)*"|[(),]'
_ESCAPED = r"(?s)\\(.)"
_SIGNED = frozenset("-0123456789")


def value(symbol: Symbol) -> Value:
    """A ground term as plain data; tuples are compounds without a name."""
    return read(str(symbol))


def atom(symbol: Symbol | str) -> Atom:
    """A ground atom, or its text, as plain data."""
    text = str(symbol)
    found = read(text)
    name, arguments = found if isinstance(found, tuple) else (str(found), ())
    return Atom(name, arguments, text)


def read(text: str) -> Value:
    """A term as clingo prints it: to ask clingo for each of its parts takes far longer."""
    around: list[tuple[str, list[Value]]] = []
    inside: list[Value] = []
    for token in re.findall(_PART, text):
        if token[-1] == "(":
            around.append((token[:-1], inside))
            inside = []
        elif token == ")":
            name, outside = around.pop()
            outside.append((name, tuple(inside)))
            inside = outside
        elif token[0] == '"':
            inside.append(
                re.sub(_ESCAPED, _unescaped, token[1:-1]) if "\\" in token else token[1:-1]
            )
        else:
            inside.append(int(token) if token[0] in _SIGNED else token)
    return inside[0]


def arguments(text: str) -> list[str]:
    """The texts of the arguments of an atom as clingo prints it."""
    inner = text.partition("(")[2][:-1]
    if "(" not in inner:
        return re.findall(_FLAT, inner)
    depth, start, found = 0, 0, []
    for mark in re.finditer(_MARK, inner):
        depth += (mark[0] == "(") - (mark[0] == ")")
        if mark[0] == "," and not depth:
            found.append(inner[start : mark.start()])
            start = mark.end()
    return [*found, inner[start:]]


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] == "n" else found[1]


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


_TOKEN = r'"(?:[^"\\]|\\.)*"|[A-Za-z_][A-Za-z0-9_]*'
_OPEN = "terbuka__"


def pattern(text: str) -> list[Symbol | None]:
    """The arguments of an atom written with `_` for what is open; open ones are None."""
    named = re.sub(_TOKEN, lambda found: _OPEN if found[0] == ANONYMOUS else found[0], text)
    return [None if _OPEN in str(part) else part for part in parse_term(named).arguments]
