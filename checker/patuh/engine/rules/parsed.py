"""The rules of the knowledge base as clingo's syntax trees, one for each disjunct of a pool.

Anonymous variables of positive literals get names, that a proof shows what they stand for.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from clingo import ast
from msgspec import Struct

from patuh.engine.atoms.derivation import LiteralKind, Signature
from patuh.engine.rules.statements import Statement, statements
from patuh.knowledge.programs import Program

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[A-Za-z_][A-Za-z0-9_]*')

_SIGNS: dict[int, str] = {
    ast.BinaryOperator.Plus: "+",
    ast.BinaryOperator.Minus: "-",
    ast.BinaryOperator.Multiplication: "*",
    ast.BinaryOperator.Division: "/",
    ast.BinaryOperator.Modulo: "\\",
}


class BodyLiteral(Struct, frozen=True):
    """A literal of a rule; `text` has names for anonymous variables if it is positive."""

    kind: LiteralKind
    node: ast.AST
    text: str
    derived: bool


class Rule(Struct, frozen=True):
    """A rule of the knowledge base, one of its disjuncts if pools are spelt out."""

    number: int
    place: str
    head: ast.AST
    variables: tuple[str, ...]
    body: tuple[BodyLiteral, ...]
    uses: frozenset[Signature]
    """The derived predicates that its proof may need."""


@lru_cache(maxsize=8)
def all_rules(programs: tuple[Program, ...]) -> tuple[Rule, ...]:
    """All rules with a body of the programs, in order."""
    parsed = [entry for one in statements(programs) for entry in _nodes(one)]
    derived = frozenset(signature(node.head.atom.symbol) for _, node in parsed)
    return tuple(_rule(number, place, node, derived) for number, (place, node) in enumerate(parsed))


@lru_cache(maxsize=4096)
def _nodes(statement: Statement) -> tuple[tuple[str, ast.AST], ...]:
    """The rule as nodes, one for each of its disjuncts if it has pools."""
    if not statement.derives:
        return ()
    nodes: list[ast.AST] = []
    ast.parse_string(statement.text, nodes.append)
    return tuple(
        (statement.place, single)
        for node in nodes
        if node.ast_type is ast.ASTType.Rule and node.body
        for single in (node.unpool() if ";" in statement.text else (node,))
    )


def _rule(number: int, place: str, node: ast.AST, derived: frozenset[Signature]) -> Rule:
    head = node.head.atom.symbol
    names = dict.fromkeys(_variables(str(head)))
    anonymous = 0
    body: list[BodyLiteral] = []
    for literal in node.body:
        kind = kind_of(literal)
        text = str(literal)
        is_derived = kind == "positive" and signature(literal.atom.symbol) in derived
        if kind == "positive":
            before = anonymous
            text, anonymous = name_anonymous(text, anonymous)
            literal = _parse(text) if anonymous > before else literal
        if kind == "aggregate":
            for guard in (literal.atom.left_guard, literal.atom.right_guard):
                names.update(dict.fromkeys(_variables(str(guard.term)) if guard else ()))
        elif kind != "negative":
            names.update(dict.fromkeys(_variables(text)))
        body.append(BodyLiteral(kind, literal, text, is_derived))
    uses = {signature(part.node.atom.symbol) for part in body if part.derived}
    uses |= {
        signature(condition.atom.symbol)
        for part in body
        if part.kind == "aggregate"
        for element in part.node.atom.elements
        for condition in element.condition
        if kind_of(condition) == "positive"
    }
    return Rule(number, place, head, tuple(names), tuple(body), frozenset(uses & derived))


def kind_of(literal: ast.AST) -> LiteralKind:
    """The kind of a body literal; raises `ValueError` for what the knowledge base does not use."""
    atom_type = literal.atom.ast_type
    if atom_type is ast.ASTType.SymbolicAtom:
        return "positive" if literal.sign == ast.Sign.NoSign else "negative"
    if atom_type is ast.ASTType.BodyAggregate:
        return "aggregate"
    if atom_type is ast.ASTType.Comparison:
        return "comparison"
    raise ValueError(f"the knowledge base does not use {literal}")


def signature(symbol: ast.AST) -> Signature:
    """Name and arity of an atom."""
    return symbol.name, len(symbol.arguments)


def name_anonymous(text: str, count: int, prefix: str = "Anonim") -> tuple[str, int]:
    """The literal with a name for every anonymous variable, and how many there are by now."""

    def name(match: re.Match[str]) -> str:
        nonlocal count
        if match[0] != "_":
            return match[0]
        count += 1
        return f"{prefix}{count}"

    return _TOKEN.sub(name, text), count


def sign_of(term: ast.AST) -> str:
    """The operator of an arithmetic term, as clingo writes it; raises `ValueError` for others."""
    if term.ast_type is ast.ASTType.BinaryOperation and term.operator_type in _SIGNS:
        return _SIGNS[term.operator_type]
    raise ValueError(f"no ground value for the term {term}")


def _parse(text: str) -> ast.AST:
    """The literal that `text` is, as a node."""
    nodes: list[ast.AST] = []
    ast.parse_string(f":- {text}.", nodes.append)
    literal: ast.AST = nodes[-1].body[0]
    return literal


def _variables(text: str) -> Iterator[str]:
    return (word for word in _TOKEN.findall(text) if word[0].isupper())


def all_variables(node: ast.AST) -> set[str]:
    """Names of the variables in a term, literal or guard; `_` for the anonymous one."""
    collector = _Variables()
    collector.visit(node)
    return collector.found


class _Variables(ast.Transformer):
    """Collects names of variables."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_Variable(self, variable: ast.AST) -> ast.AST:  # noqa: N802 - clingo's naming
        self.found.add(variable.name)
        return variable
