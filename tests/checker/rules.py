"""The rules of the knowledge base as clingo reads them, apart from the checker's own reading."""

from functools import cache

from clingo import ast

from patuh.finding import Proof, Value
from patuh.knowledge.programs import Program, programs

Literal = tuple[str, str, tuple[object, ...]]
"""Kind (positive, negative, comparison, aggregate), predicate and arguments."""


@cache
def rules_of(regulations: tuple[str, ...]) -> dict[str, list[tuple[Literal, list[Literal]]]]:
    """Head and body of each rule by "file:line"; a rule with pools gives several."""
    return {
        place: found
        for program in programs(regulations)
        for place, found in parsed(program).items()
    }


def parsed(program: Program) -> dict[str, list[tuple[Literal, list[Literal]]]]:
    """The same of one program."""
    found: dict[str, list[tuple[Literal, list[Literal]]]] = {}

    def read(node: ast.AST) -> None:
        if node.ast_type is not ast.ASTType.Rule or not node.body:
            return
        place = f"{program.name}:{node.location.begin.line}"
        for single in node.unpool():
            head = _literal(single.head)
            found.setdefault(place, []).append((head, [_literal(part) for part in single.body]))

    ast.parse_string(program.text, read)
    return found


def _literal(node: ast.AST) -> Literal:
    atom = node.atom
    if atom.ast_type is ast.ASTType.SymbolicAtom:
        kind = "positive" if node.sign == ast.Sign.NoSign else "negative"
        return kind, atom.symbol.name, tuple(map(_term, atom.symbol.arguments))
    if atom.ast_type is ast.ASTType.Comparison:
        return "comparison", "", ()
    return "aggregate", "", ()


def _term(node: ast.AST) -> object:
    """A variable as its name in a tuple, a constant as its value, anything else as None."""
    if node.ast_type is ast.ASTType.Variable:
        return ("variable", node.name)
    if node.ast_type is ast.ASTType.SymbolicTerm:
        symbol = node.symbol
        return symbol.number if str(symbol).lstrip("-").isdigit() else str(symbol).strip('"')
    return None


CHILD = {
    "negative": {"absence"},
    "comparison": {"condition"},
    "aggregate": {"count"},
    "positive": {"rule", "sentence", "norm", "known"},
}


def fits(node: Proof, rule: tuple[Literal, list[Literal]]) -> bool:
    """Whether the node and its children are an instance of the rule, literal by literal."""
    head, body = rule
    if node.predicate != head[1] or len(node.children) != len(body):
        return False
    values: dict[str, Value] = {}
    if not _bound(head[2], node.arguments, values):
        return False
    for child, (kind, predicate, arguments) in zip(node.children, body, strict=True):
        if child.kind not in CHILD[kind] or child.predicate != predicate:
            return False
        if kind == "positive" and not _bound(arguments, child.arguments, values):
            return False
        if kind == "negative" and not _agree(arguments, child.arguments, values):
            return False
    return True


def _bound(terms: tuple[object, ...], given: tuple[Value, ...], values: dict[str, Value]) -> bool:
    if len(terms) != len(given):
        return False
    for term, value in zip(terms, given, strict=True):
        if isinstance(term, tuple):
            if term[1] != "_" and values.setdefault(str(term[1]), value) != value:
                return False
        elif term is not None and term != value:
            return False
    return True


def _agree(terms: tuple[object, ...], given: tuple[Value, ...], values: dict[str, Value]) -> bool:
    """A negated literal binds nothing: what is not bound elsewhere is `_` in the proof."""
    return len(terms) == len(given) and all(
        not isinstance(term, tuple) or values.get(str(term[1]), value) in {value, "_"}
        for term, value in zip(terms, given, strict=True)
    )
