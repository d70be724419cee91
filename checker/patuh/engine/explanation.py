"""The explanation program: from the rules of the knowledge base to rules that justify atoms.

For each rule `h :- B` with number r and variables V it holds

    sebab(r, h, v(V)) :- perlu(h), B.
    perlu(b)          :- sebab(r, h, v(V)).                for each derived positive b of B
    unsur(i, r, h, v(V), c(L)) :- sebab(r, h, v(V)), C.    for each aggregate element T : C,

and for each finding `perlu(h) :- h`. It is grounded only on demand, after the check, into the
same control, so its cost is in proportion to the findings. Anonymous variables of positive
literals get names, that a proof shows what they stand for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from clingo import ast

from patuh.engine.derivation import LiteralKind
from patuh.engine.terms import ANONYMOUS
from patuh.knowledge.programs import Program

PART = "penjelasan"
FINDING = ("temuan", 6)


@dataclass(frozen=True, slots=True)
class BodyLiteral:
    """A literal of a rule, with its element number if it is an aggregate."""

    kind: LiteralKind
    node: ast.AST
    text: str
    derived: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the knowledge base, one of its disjuncts if pools are spelt out."""

    number: int
    place: str
    head: ast.AST
    variables: tuple[str, ...]
    body: tuple[BodyLiteral, ...]


@dataclass(frozen=True, slots=True)
class ExplanationProgram:
    """The rules by number and the program text to ground on demand."""

    rules: tuple[Rule, ...]
    text: str


class _NameAnonymous(ast.Transformer):
    """Gives every anonymous variable a name of its own."""

    def __init__(self) -> None:
        self.count = 0

    def visit_Variable(self, node: ast.AST) -> ast.AST:  # noqa: N802 - clingo's naming
        if node.name != ANONYMOUS:
            return node
        self.count += 1
        return node.update(name=f"Anonim{self.count}")


class _Variables(ast.Transformer):
    """Collects the names of variables."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}

    def visit_Variable(self, node: ast.AST) -> ast.AST:  # noqa: N802 - clingo's naming
        if node.name != ANONYMOUS:
            self.names[node.name] = None
        return node


@lru_cache(maxsize=8)
def explanation_program(programs: tuple[Program, ...]) -> ExplanationProgram:
    """The explanation program of these programs; made once per process and set of programs."""
    parsed = [(place, node) for program in programs for place, node in _rules(program)]
    derived = {_signature(node.head.atom.symbol) for _, node in parsed if node.body}
    rules: list[Rule] = []
    lines: list[str] = [f"#program {PART}."]
    lines.append("perlu(temuan(T,R,P,K,L,I)) :- temuan(T,R,P,K,L,I).")
    for place, node in parsed:
        if node.body:
            rule = _rule(len(rules), place, node, derived)
            rules.append(rule)
            lines.extend(_justify(rule, derived))
    return ExplanationProgram(tuple(rules), "\n".join(lines))


def _rules(program: Program) -> Iterator[tuple[str, ast.AST]]:
    nodes: list[ast.AST] = []
    ast.parse_string(program.text, nodes.append)
    for node in nodes:
        if node.ast_type is ast.ASTType.Rule:
            place = f"{program.name}:{node.location.begin.line}"
            for single in node.unpool():
                yield place, single


def _rule(number: int, place: str, node: ast.AST, derived: set[tuple[str, int]]) -> Rule:
    naming = _NameAnonymous()
    body: list[BodyLiteral] = []
    collect = _Variables()
    collect.visit(node.head)
    for literal in node.body:
        kind = _kind(literal)
        if kind == "positive":
            literal = naming.visit(literal)
        if kind in {"positive", "comparison"}:
            collect.visit(literal)
        elif kind == "aggregate":
            for guard in (literal.atom.left_guard, literal.atom.right_guard):
                if guard is not None:
                    collect.visit(guard)
        is_derived = kind == "positive" and _signature(literal.atom.symbol) in derived
        body.append(BodyLiteral(kind, literal, str(literal), is_derived))
    head = node.head.atom.symbol
    return Rule(number, place, head, tuple(collect.names), tuple(body))


def _justify(rule: Rule, derived: set[tuple[str, int]]) -> Iterator[str]:
    instance = f"sebab({rule.number},{rule.head},{_tuple('v', rule.variables)})"
    body = ", ".join(literal.text for literal in rule.body)
    yield f"{instance} :- perlu({rule.head}), {body}."
    for position, literal in enumerate(rule.body):
        if literal.derived:
            yield f"perlu({literal.node.atom.symbol}) :- {instance}."
        elif literal.kind == "aggregate":
            yield from _elements(instance, position, literal.node, derived)


def _elements(
    instance: str, position: int, literal: ast.AST, derived: set[tuple[str, int]]
) -> Iterator[str]:
    """The elements that hold, each with the positive atoms of its condition."""
    inner = instance.removeprefix("sebab(")
    for element in literal.atom.elements:
        naming = _NameAnonymous()
        conditions = [
            naming.visit(condition) if _kind(condition) == "positive" else condition
            for condition in element.condition
        ]
        symbols = [c.atom.symbol for c in conditions if _kind(c) == "positive"]
        atoms = [str(symbol) for symbol in symbols]
        body = ", ".join([instance, *map(str, conditions)])
        yield f"unsur({position},{inner[:-1]},{_tuple('c', atoms)}) :- {body}."
        for symbol in symbols:
            if _signature(symbol) in derived:
                yield f"perlu({symbol}) :- {body}."


def _tuple(name: str, terms: Iterable[str]) -> str:
    inner = ",".join(terms)
    return f"{name}({inner})" if inner else name


def _kind(literal: ast.AST) -> LiteralKind:
    atom_type = literal.atom.ast_type
    if atom_type is ast.ASTType.SymbolicAtom:
        return "positive" if literal.sign == ast.Sign.NoSign else "negative"
    if atom_type is ast.ASTType.BodyAggregate:
        return "aggregate"
    if atom_type is ast.ASTType.Comparison:
        return "comparison"
    raise ValueError(f"the knowledge base does not use {literal}")


def _signature(symbol: ast.AST) -> tuple[str, int]:
    return symbol.name, len(symbol.arguments)
