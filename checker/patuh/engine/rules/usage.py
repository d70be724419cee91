"""Which predicates and constants the programs define, use and show, read off their syntax trees."""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from clingo import SymbolType, ast
from msgspec import Struct

from patuh.knowledge.programs import Program

Signature = tuple[str, int]


class Mention(Struct, frozen=True):
    """An atom in a program: its predicate, its place ("file:line"), and where it stands.

    `constants` gives for each argument the constants that stand there, or None where something
    else does: a variable, a number, a compound. `role` is head, body, shown or declared; `derives`
    says whether the rule has a body.
    """

    name: str
    arity: int
    place: str
    role: str
    constants: tuple[tuple[str, ...] | None, ...]
    derives: bool = False

    @property
    def signature(self) -> Signature:
        """Name and arity."""
        return self.name, self.arity

    def __str__(self) -> str:
        return f"{self.name}/{self.arity}"


def mentions(programs: Iterable[Program]) -> tuple[Mention, ...]:
    """Every atom of the programs, in order. Raises `RuntimeError` for what does not parse."""
    return tuple(one for program in programs for one in _mentions(program))


@lru_cache(maxsize=512)
def _mentions(program: Program) -> tuple[Mention, ...]:
    found: list[Mention] = []
    ast.parse_string(program.text, partial(_read, name=program.name, found=found))
    return tuple(found)


def switches(programs: Iterable[Program]) -> frozenset[str]:
    """The names of constants that are set by `#const`."""
    return frozenset(one for program in programs for one in _switches(program))


@lru_cache(maxsize=512)
def _switches(program: Program) -> tuple[str, ...]:
    found: list[str] = []

    def read(node: ast.AST) -> None:
        if node.ast_type is ast.ASTType.Definition:
            found.append(node.name)

    ast.parse_string(program.text, read)
    return tuple(found)


def _read(node: ast.AST, name: str, found: list[Mention]) -> None:
    place = f"{name}:{node.location.begin.line}"
    if node.ast_type is ast.ASTType.Defined:
        found.append(Mention(node.name, node.arity, place, "declared", ()))
    elif node.ast_type is ast.ASTType.ShowSignature:
        found.append(Mention(node.name, node.arity, place, "shown", ()))
    elif node.ast_type is ast.ASTType.Rule:
        derives = bool(node.body)
        found.extend(_mention(term, name, "head", derives) for term in _atoms(node.head))
        for literal in node.body:
            found.extend(_mention(term, name, "body", derives) for term in _atoms(literal))


def _mention(term: ast.AST, name: str, role: str, derives: bool) -> Mention:
    arguments = term.arguments if term.ast_type is ast.ASTType.Function else ()
    place = f"{name}:{term.location.begin.line}"
    constants = tuple(_constants(argument) for argument in arguments)
    return Mention(term.name, len(arguments), place, role, constants, derives)


class _Atoms(ast.Transformer):
    """Collects the terms of all atoms below a node."""

    def __init__(self) -> None:
        self.terms: list[ast.AST] = []

    def visit_SymbolicAtom(self, node: ast.AST) -> ast.AST:  # noqa: N802 - clingo's naming
        term = node.symbol
        self.terms.extend(term.arguments if term.ast_type is ast.ASTType.Pool else [term])
        return node


def _atoms(node: ast.AST) -> Iterator[ast.AST]:
    collector = _Atoms()
    collector(node)
    yield from collector.terms


def _constants(term: ast.AST) -> tuple[str, ...] | None:
    """The constants and strings that the term may be; None if it may be anything else."""
    if term.ast_type is ast.ASTType.Pool:
        parts = [_constants(argument) for argument in term.arguments]
        return None if None in parts else tuple(one for part in parts for one in part or ())
    if term.ast_type is ast.ASTType.SymbolicTerm:
        symbol = term.symbol
        if symbol.type is SymbolType.Function and not symbol.arguments:
            return (symbol.name,)
        return (str(symbol),) if symbol.type is SymbolType.String else None
    if term.ast_type is ast.ASTType.Function and term.name and not term.arguments:
        return (term.name,)
    return None
