"""What the knowledge base finds in many proposals at once, each atom with the number of its own.

Reading and grounding the rules takes most of the time of a small proposal, and is the same for all:
fifty in one program cost a twentieth. What depends on no proposal, the norms and what follows from
them, bears no number.
"""

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

import clingo
from clingo import ast

from patuh.engine.atoms.derivation import Atom
from patuh.engine.atoms.terms import atom as decoded
from patuh.knowledge.programs import Program, programs

FINDINGS = ("temuan", "temuan_garis")
_ARITY = 6
_FACT = re.compile(r"^([a-z]\w*)(\(|\.)", re.MULTILINE)
Signature = tuple[str, int]


def findings(law: str, facts: Sequence[str]) -> list[list[Atom]]:
    """For the facts of each proposal under the regulation, the atoms of its findings."""
    control, _ = _grounded(programs([law]), facts)
    found: list[list[Atom]] = [[] for _ in facts]
    for name in FINDINGS:
        for one in control.symbolic_atoms.by_signature(name, _ARITY + 1):
            assert one.is_fact
            number, *arguments = one.symbol.arguments
            found[number.number].append(decoded(clingo.Function(name, arguments)))
    return found


def everything(every: tuple[Program, ...], facts: Sequence[str]) -> list[list[clingo.Symbol]]:
    """For the facts of each proposal or draft, all atoms that follow under the programs."""
    control, law = _grounded(every, facts)
    found: list[list[clingo.Symbol]] = [[] for _ in facts]
    for one in control.symbolic_atoms:
        symbol = one.symbol
        if (symbol.name, len(symbol.arguments)) in law:
            for atoms in found:
                atoms.append(symbol)
        elif symbol.name != _EVERY:
            number, *arguments = symbol.arguments
            found[number.number].append(clingo.Function(symbol.name, arguments))
    return found


_EVERY = "usulan_"


def _grounded(
    every: tuple[Program, ...], facts: Sequence[str]
) -> tuple[clingo.Control, frozenset[Signature]]:
    given = frozenset(name for text in facts for name, _ in _FACT.findall(text))
    rules, law = _rules(every, given & _heads(every))
    numbered = [_FACT.sub(_with(number), text) for number, text in enumerate(facts)]
    control = clingo.Control(["--warn=none"], logger=lambda *_: None)
    control.add("base", [], "\n".join([rules, f"{_EVERY}(0..{len(facts) - 1}).", *numbered]))
    control.ground([("base", [])])
    return control, law


def _with(number: int):
    return lambda match: f"{match[1]}({number}{',' if match[2] == '(' else ').'}"


@lru_cache(maxsize=8)
def _rules(every: tuple[Program, ...], given: frozenset[str]) -> tuple[str, frozenset[Signature]]:
    """The programs for every proposal, and the predicates of the law: not those that are given."""
    constants, rules = _parsed(every)
    law = _of_the_law(rules, given)
    number = _Number(law)
    return "\n".join([*constants, *(number.rule(rule) for rule in rules)]), frozenset(law)


@lru_cache(maxsize=8)
def _heads(every: tuple[Program, ...]) -> frozenset[str]:
    _, rules = _parsed(every)
    return frozenset(name for rule in rules for name, _ in _signatures([rule.head]))


@lru_cache(maxsize=8)
def _parsed(every: tuple[Program, ...]) -> tuple[list[str], list[ast.AST]]:
    constants: list[str] = []
    rules: list[ast.AST] = []

    def read(node: ast.AST) -> None:
        if node.ast_type == ast.ASTType.Definition:
            constants.append(str(node))
        elif node.ast_type == ast.ASTType.Rule:
            rules.append(node)

    for program in every:
        ast.parse_string(program.text, read)
    return constants, rules


def _of_the_law(rules: Iterable[ast.AST], given: Container[str]) -> set[Signature]:
    """The predicates that rest on norms alone."""
    bodies: dict[Signature, list[set[Signature]]] = {}
    for rule in rules:
        for head in _signatures([rule.head]):
            bodies.setdefault(head, []).append(_signatures(rule.body))
    found: set[Signature] = {one for one in bodies if one[0] not in given}
    while beyond := {one for one in found if any(body - found for body in bodies[one])}:
        found -= beyond
    return found


def _signatures(parts: Iterable[ast.AST]) -> set[Signature]:
    found: set[Signature] = set()

    class Collector(ast.Transformer):
        def visit_SymbolicAtom(self, atom: ast.AST) -> ast.AST:  # noqa: N802
            found.update(_signature(term) for term in _alternatives(atom.symbol))
            return atom

    for part in parts:
        Collector()(part)
    return found


def _alternatives(term: ast.AST) -> Sequence[ast.AST]:
    return term.arguments if term.ast_type == ast.ASTType.Pool else [term]


def _signature(term: ast.AST) -> Signature:
    if term.ast_type == ast.ASTType.SymbolicTerm:
        return str(term), 0
    return term.name, len(term.arguments)


class _Number(ast.Transformer):
    """Every atom bears the number of its proposal in front, but those of the law."""

    def __init__(self, law: set[Signature]) -> None:
        self._law = law

    def rule(self, rule: ast.AST) -> str:
        """The text of the rule, for every proposal."""
        numbered: ast.AST = self(rule)
        if _signatures([rule.head]) <= self._law:
            return str(numbered)
        place = rule.location
        every = ast.Function(place, _EVERY, [ast.Variable(place, "Usulan_")], 0)
        literal = ast.Literal(place, ast.Sign.NoSign, ast.SymbolicAtom(every))
        return str(numbered.update(body=[literal, *numbered.body]))

    def visit_SymbolicAtom(self, atom: ast.AST) -> ast.AST:  # noqa: N802
        term = atom.symbol
        if term.ast_type == ast.ASTType.Pool:
            return atom.update(symbol=term.update(arguments=list(map(self._one, term.arguments))))
        return atom.update(symbol=self._one(term))

    def _one(self, term: ast.AST) -> ast.AST:
        if _signature(term) in self._law:
            return term
        number = ast.Variable(term.location, "Usulan_")
        if term.ast_type == ast.ASTType.SymbolicTerm:
            return ast.Function(term.location, str(term), [number], 0)
        return term.update(arguments=[number, *term.arguments])
