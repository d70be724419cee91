"""From instances of rules to derivations: terms are turned into functions once for each rule.

Asking clingo for every part of a term of every instance would cost more than grounding.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from clingo import Symbol, ast

from patuh.engine.derivation import Atom, Derivation, Literal
from patuh.engine.explanation import BodyLiteral, ExplanationProgram, Rule
from patuh.engine.terms import ANONYMOUS, arithmetic, value
from patuh.finding import Value

Ground = tuple[Value, str]
"""A term as plain data and as clingo prints it."""
Env = Mapping[str, Ground]
Term = Callable[[Env], Ground]
Elements = Mapping[int, tuple[Atom, ...]]
"""For the position of an aggregate the atoms that it ranges over."""


class Decoder:
    """Makes derivations of one rule from the values of its variables."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._head = _atom(rule.head)
        self._body = [_literal(literal, rule.variables) for literal in rule.body]

    def derivation(self, values: Sequence[Ground], elements: Elements) -> Derivation:
        """The instance of the rule for these values."""
        env = dict(zip(self._rule.variables, values, strict=True))
        body = tuple(
            decode(env, elements.get(position, ())) for position, decode in enumerate(self._body)
        )
        return Derivation(self._rule.place, self._head(env), body)


@lru_cache(maxsize=64)
def decoders(program: ExplanationProgram) -> tuple[tuple[Rule, Decoder], ...]:
    """A decoder for each rule of a program; made once per process."""
    return tuple((rule, Decoder(rule)) for rule in program.rules)


class GroundTerms:
    """Symbols as ground terms; each is asked for once."""

    def __init__(self) -> None:
        self._known: dict[Symbol, Ground] = {}

    def __call__(self, symbol: Symbol) -> Ground:
        found = self._known.get(symbol)
        if found is None:
            found = self._known[symbol] = value(symbol), str(symbol)
        return found


def _literal(
    literal: BodyLiteral, variables: Sequence[str]
) -> Callable[[Env, tuple[Atom, ...]], Literal]:
    if literal.kind in {"positive", "negative"}:
        make = _atom(literal.node.atom.symbol)
        return lambda env, _: Literal(literal.kind, make(env), literal.derived)
    names = "|".join(sorted(variables, key=len, reverse=True))
    mentioned = re.compile(rf"(?<![\w\"])(?:{names})(?!\w)")

    def decode(env: Env, elements: tuple[Atom, ...]) -> Literal:
        text = (
            mentioned.sub(lambda match: env[match[0]][1], literal.text) if names else literal.text
        )
        return Literal(literal.kind, Atom("", (), text), elements=elements)

    return decode


def _atom(symbol: ast.AST) -> Callable[[Env], Atom]:
    name, parts = symbol.name, [_term(argument) for argument in symbol.arguments]

    def make(env: Env) -> Atom:
        found = [part(env) for part in parts]
        text = f"{name}({','.join([text for _, text in found])})" if found else name
        return Atom(name, tuple([plain for plain, _ in found]), text)

    return make


def _term(term: ast.AST) -> Term:
    kind = term.ast_type
    if kind is ast.ASTType.SymbolicTerm:
        constant = value(term.symbol), str(term.symbol)
        return lambda _: constant
    if kind is ast.ASTType.Variable:
        name = term.name
        return (lambda _: (ANONYMOUS, ANONYMOUS)) if name == ANONYMOUS else lambda env: env[name]
    if kind is ast.ASTType.Function:
        return _compound(term.name, [_term(argument) for argument in term.arguments])
    if kind is ast.ASTType.UnaryOperation and term.operator_type == ast.UnaryOperator.Minus:
        inner = _term(term.argument)
        return lambda env: _number(-_int(inner(env)))
    if kind is ast.ASTType.BinaryOperation:
        operator, left, right = term.operator_type, _term(term.left), _term(term.right)
        return lambda env: _number(arithmetic(operator, _int(left(env)), _int(right(env))))
    raise ValueError(f"no ground value for the term {term}")


def _compound(name: str, parts: Sequence[Term]) -> Term:
    tail = "," if not name and len(parts) == 1 else ""

    def make(env: Env) -> Ground:
        found = [part(env) for part in parts]
        text = f"{name}({','.join([text for _, text in found])}{tail})"
        return (name, tuple([plain for plain, _ in found])), text

    if name and not parts:
        return lambda _: (name, name)
    return make


def _number(number: int) -> Ground:
    return number, str(number)


def _int(ground: Ground) -> int:
    assert isinstance(ground[0], int), ground
    return ground[0]
