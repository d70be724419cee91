"""The explanation program: from the rules of the knowledge base to rules that justify atoms.

For each rule `h(T) :- B` with number r and variables V it holds

    sebab_r(V)         :- perlu_h(T), B.
    perlu_b(S)         :- sebab_r(V).          for each derived positive b(S) of B
    unsur_r_i(V, c(L)) :- sebab_r(V), C.       for each element T : C of the i-th literal

and for each finding `perlu_temuan(…) :- temuan(…)`. It is grounded only on demand, after the
check, into the same control, so its cost is in proportion to the findings. Every predicate has
its own `perlu` and every rule its own `sebab`: one pair for all would make a single recursive
component of the whole knowledge base, and each join would start from its largest relation.
Anonymous variables of positive literals get names, that a proof shows what they stand for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from clingo import ast
from msgspec import Struct

from patuh.engine.derivation import LiteralKind
from patuh.engine.statements import Statement, statements
from patuh.knowledge.programs import Program

PART = "penjelasan"
FINDING = ("temuan", 6)
FINDING_ON_LINE = ("temuan_garis", 6)

Signature = tuple[str, int]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[A-Za-z_][A-Za-z0-9_]*')


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


class ExplanationProgram(Struct, frozen=True, eq=False):
    """The rules that can take part in deriving some findings, and the text to ground."""

    rules: tuple[Rule, ...]
    text: str


@lru_cache(maxsize=64)
def explanation_program(every: tuple[Statement, ...], checks: frozenset[str]) -> ExplanationProgram:
    """The explanation program for findings of these checks ("h7"); made once per process.

    Only rules that the findings may rest on are parsed.
    """
    rules, derived = _parsed(_needed_statements(every))
    wanted = _reachable(rules, checks)
    lines = [f"#program {PART}.", "perlu_temuan_6(T,R,P,K,L,I) :- temuan(T,R,P,K,L,I)."]
    for rule in wanted:
        lines.extend(_justify(rule, derived))
    return ExplanationProgram(wanted, "\n".join(lines))


def _reachable(rules: Iterable[Rule], checks: frozenset[str]) -> tuple[Rule, ...]:
    """The rules of the checks and all that define what they use, in order."""
    by_head: dict[Signature, list[Rule]] = {}
    for rule in rules:
        by_head.setdefault(_signature(rule.head), []).append(rule)
    found: dict[int, Rule] = {}
    waiting: list[Rule] = [
        rule
        for name in (FINDING, FINDING_ON_LINE)
        for rule in by_head.get(name, ())
        if (check := rule.head.arguments[2]).ast_type is ast.ASTType.Variable
        or str(check) in checks
    ]
    while waiting:
        rule = waiting.pop()
        if rule.number not in found:
            found[rule.number] = rule
            for signature in rule.uses - {FINDING_ON_LINE}:
                waiting.extend(by_head.get(signature, ()))
    return tuple(found[number] for number in sorted(found))


@lru_cache(maxsize=8)
def all_rules(programs: tuple[Program, ...]) -> tuple[tuple[Rule, ...], frozenset[Signature]]:
    """All rules of the programs, and the predicates that they define."""
    return _parsed(entry for program in programs for entry in statements(program))


@lru_cache(maxsize=8)
def rules_by_head(programs: tuple[Program, ...]) -> Mapping[Signature, tuple[Rule, ...]]:
    """All rules of the programs by the predicate that they define, in order."""
    found: dict[Signature, list[Rule]] = {}
    for rule in all_rules(programs)[0]:
        found.setdefault(_signature(rule.head), []).append(rule)
    return {signature: tuple(rules) for signature, rules in found.items()}


def _needed_statements(every: Iterable[Statement]) -> list[Statement]:
    """The rules behind findings, by the names of predicates alone."""
    rules = [statement for statement in every if statement.derives]
    by_head: dict[str, list[Statement]] = {}
    for rule in rules:
        by_head.setdefault(rule.head, []).append(rule)
    seen = {FINDING[0]}
    waiting = [FINDING[0]]
    while waiting:
        for rule in by_head.get(waiting.pop(), ()):
            fresh = _mentions(rule) - seen
            seen |= fresh
            waiting += fresh
    return [rule for rule in rules if rule.head in seen]


@lru_cache(maxsize=4096)
def _mentions(statement: Statement) -> frozenset[str]:
    return frozenset(_TOKEN.findall(statement.text.partition(":-")[2]))


def _parsed(every: Iterable[Statement]) -> tuple[tuple[Rule, ...], frozenset[Signature]]:
    parsed = [entry for statement in every for entry in _rules(statement)]
    derived = frozenset(_signature(node.head.atom.symbol) for _, node in parsed)
    rules = [_rule(number, place, node, derived) for number, (place, node) in enumerate(parsed)]
    return tuple(rules), derived


@lru_cache(maxsize=4096)
def _rules(statement: Statement) -> tuple[tuple[str, ast.AST], ...]:
    """The rule as nodes, one for each of its disjuncts if it has pools."""
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
        is_derived = kind == "positive" and _signature(literal.atom.symbol) in derived
        if kind == "positive":
            before = anonymous
            text, anonymous = _name_anonymous(text, anonymous)
            literal = _parse(text) if anonymous > before else literal
        if kind == "aggregate":
            for guard in (literal.atom.left_guard, literal.atom.right_guard):
                names.update(dict.fromkeys(_variables(str(guard.term)) if guard else ()))
        elif kind != "negative":
            names.update(dict.fromkeys(_variables(text)))
        body.append(BodyLiteral(kind, literal, text, is_derived))
    uses = {_signature(part.node.atom.symbol) for part in body if part.derived}
    uses |= {
        _signature(condition.atom.symbol)
        for part in body
        if part.kind == "aggregate"
        for element in part.node.atom.elements
        for condition in element.condition
        if kind_of(condition) == "positive"
    }
    return Rule(number, place, head, tuple(names), tuple(body), frozenset(uses & derived))


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
                text, anonymous = _name_anonymous(text, anonymous, "Unsur")
                atoms.append((condition.atom.symbol, text))
            conditions.append(text)
        body = ", ".join([instance, *conditions])
        shown = _tuple("c", (text for _, text in atoms))
        yield f"{_tuple(f'unsur_{rule.number}_{position}', [*rule.variables, shown])} :- {body}."
        for symbol, text in atoms:
            if _signature(symbol) in derived:
                yield f"{_needed(symbol, text)} :- {body}."


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


def _parse(text: str) -> ast.AST:
    """The literal that `text` is, as a node."""
    nodes: list[ast.AST] = []
    ast.parse_string(f":- {text}.", nodes.append)
    literal: ast.AST = nodes[-1].body[0]
    return literal


def _name_anonymous(text: str, count: int, prefix: str = "Anonim") -> tuple[str, int]:
    """The literal with a name for every anonymous variable, and how many there are by now."""

    def name(match: re.Match[str]) -> str:
        nonlocal count
        if match[0] != "_":
            return match[0]
        count += 1
        return f"{prefix}{count}"

    return _TOKEN.sub(name, text), count


def _variables(text: str) -> Iterator[str]:
    return (word for word in _TOKEN.findall(text) if word[0].isupper())


def _needed(symbol: ast.AST, text: str) -> str:
    """The `perlu` atom for an atom written `text`."""
    return f"perlu_{symbol.name}_{len(symbol.arguments)}{text[len(symbol.name) :]}"


def _tuple(name: str, terms: Iterable[str]) -> str:
    inner = ",".join(terms)
    return f"{name}({inner})" if inner else name


def _signature(symbol: ast.AST) -> Signature:
    return symbol.name, len(symbol.arguments)
