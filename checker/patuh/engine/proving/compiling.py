"""From syntax trees to the templates that proofs are decoded from."""

from collections.abc import Iterable, Iterator

from clingo import ast
from msgspec import Raw, msgpack

from patuh.engine.atoms.derivation import FINDING, FINDING_ON_LINE, Signature
from patuh.engine.atoms.terms import value
from patuh.engine.proving.templates import (
    Calculation,
    Compound,
    Condition,
    Constant,
    Entry,
    Pattern,
    ProofRule,
    Term,
    Variable,
)
from patuh.engine.rules.parsed import Rule, all_rules, kind_of, name_anonymous, sign_of, signature
from patuh.knowledge.programs import Program


def entries(programs: tuple[Program, ...]) -> tuple[Entry, ...]:
    """All rules of the programs, in order."""
    rules = all_rules(programs)
    derived = frozenset(signature(rule.head) for rule in rules)
    return tuple(_entry(rule, derived) for rule in rules)


def _entry(rule: Rule, derived: frozenset[Signature]) -> Entry:
    head = signature(rule.head)
    check = ""
    if head in (FINDING, FINDING_ON_LINE):
        term = rule.head.arguments[2]
        check = "" if term.ast_type is ast.ASTType.Variable else str(term)
    compiled = ProofRule(
        rule.number,
        rule.place,
        rule.variables,
        pattern(rule.head),
        tuple(
            Condition(
                part.kind,
                part.derived,
                part.text,
                pattern(part.node.atom.symbol) if part.kind in ("positive", "negative") else None,
            )
            for part in rule.body
        ),
        "\n".join(_justify(rule, derived)),
    )
    return Entry(rule.place, head, check, tuple(sorted(rule.uses)), Raw(msgpack.encode(compiled)))


def pattern(symbol: ast.AST) -> Pattern:
    """The pattern of an atom of a rule."""
    return Pattern(symbol.name, tuple(map(_term, symbol.arguments)))


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


def _justify(rule: Rule, derived: frozenset[Signature]) -> Iterator[str]:
    instance = _tuple(f"sebab_{rule.number}", rule.variables)
    body = ", ".join(literal.text for literal in rule.body)
    yield f"{instance} :- {_needed(rule.head, str(rule.head))}, {body}."
    for position, literal in enumerate(rule.body):
        if literal.derived:
            yield f"{_needed(literal.node.atom.symbol, literal.text)} :- {instance}."
        elif literal.kind == "aggregate":
            yield from _elements(rule, instance, position, derived)


def _elements(
    rule: Rule, instance: str, position: int, derived: frozenset[Signature]
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
