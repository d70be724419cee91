"""What the knowledge base finds in many proposals at once, each atom with the number of its own.

Reading and grounding the rules takes most of the time of a small proposal, and is the same for all:
fifty in one program cost a twentieth. What depends on no proposal, the norms and what follows from
them, bears no number.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import clingo
from clingo import ast

from patuh.engine.atoms.derivation import Atom, Derivation
from patuh.engine.atoms.terms import atom as decoded
from patuh.engine.control import add
from patuh.engine.control import findings as in_order
from patuh.engine.proving.program import PART, START, ExplanationProgram, explanation_program
from patuh.engine.proving.reading import derivations
from patuh.engine.rules.compiled import all_rules
from patuh.engine.rules.statements import statements
from patuh.knowledge.programs import Program, programs

FINDINGS = ("temuan", "temuan_garis")
_ARITY = 6
_FACT = re.compile(r"^([a-z]\w*)(\(|\.)", re.MULTILINE)
_OF_PROOFS = re.compile(r"temuan|temuan_garis|sebab_\d+|unsur_\d+_\d+")
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


class Session(NamedTuple):
    """What follows from one proposal of many, as a session of its own gives it."""

    program: ExplanationProgram
    symbols: dict[str, list[clingo.Symbol]]

    def findings(self) -> list[Atom]:
        """The atoms `temuan/6`, in the order of their text."""
        return in_order(self.symbols["temuan"])

    def on_lines(self) -> list[Atom]:
        """The same, and the atoms `temuan_garis/6` that some of them come from."""
        return [decoded(one) for name in FINDINGS for one in self.symbols[name]]

    def derivations(self) -> list[Derivation]:
        """Every rule instance that takes part in a derivation of a finding."""
        return derivations(self.program, lambda name, _: self.symbols[name])


def sessions(
    every: tuple[Program, ...], facts: Sequence[str], proofs: bool = True
) -> list[Session]:
    """For the facts of each proposal or draft its findings, with `proofs` their derivations too."""
    control, law = _grounded(every, facts)
    signature = FINDINGS[0], _ARITY + 1
    told = (one.symbol.arguments for one in control.symbolic_atoms.by_signature(*signature))
    cases = frozenset((str(parts[3]), str(parts[4])) for parts in told)
    program = explanation_program(every, statements(every), cases)
    if proofs:
        texts = _explaining(every, law)
        chosen = [texts[rule.number] for rule in program.rules]
        add(control, PART, "\n".join([*_numbered(START, law), *chosen]))
    found = [Session(program, defaultdict(list)) for _ in facts]
    for name, arity, _ in control.symbolic_atoms.signatures:
        if _OF_PROOFS.fullmatch(name):
            for one in control.symbolic_atoms.by_signature(name, arity):
                assert one.is_fact
                number, *arguments = one.symbol.arguments
                symbol = clingo.Function(name, arguments)
                found[number.number].symbols[name].append(symbol)
    return found


@lru_cache(maxsize=8)
def _explaining(every: tuple[Program, ...], law: frozenset[Signature]) -> dict[int, str]:
    """What justifies the instances of each rule, by its number, for every proposal."""
    return {rule.number: "\n".join(_numbered(rule.text, law)) for rule in all_rules(every)}


def _numbered(text: str, law: frozenset[Signature]) -> list[str]:
    _, rules = _read(Program("", text))
    return [rule.numbered(law) for rule in rules]


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
    parts = list(map(_of_program, every))
    rules = [rule for _, own in parts for rule in own]
    law = _of_the_law(rules, given)
    constants = [constant for own, _ in parts for constant in own]
    return "\n".join([*constants, *(rule.numbered(law) for rule in rules)]), law


@lru_cache(maxsize=8)
def _heads(every: tuple[Program, ...]) -> frozenset[str]:
    return frozenset(
        name for program in every for rule in _of_program(program)[1] for name, _ in rule.heads
    )


class _Rule(NamedTuple):
    """A rule as it is written, with the predicates of its atoms and where these stand in it.

    A place is an offset in bytes, as clingo counts columns.
    """

    text: bytes
    derives: bool
    heads: frozenset[Signature]
    asks: frozenset[Signature]
    places: tuple[tuple[int, Signature], ...]

    def numbered(self, law: Container[Signature]) -> str:
        """The rule for every proposal: its atoms bear a number in front, but those of the law."""
        text = self.text
        for place, one in sorted(self.places, reverse=True):
            if one not in law:
                text = _bearing_a_number(text, place + len(one[0]))
        if not all(one in law for one in self.heads):
            joined = ";" if self.derives else ":-"
            text = text[:-1] + f" {joined} {_EVERY}(Usulan_).".encode()
        return text.decode()


def _bearing_a_number(text: bytes, at: int) -> bytes:
    """With the number as first argument of the atom whose name ends there; for all of a pool."""
    if text[at : at + 1] != b"(":
        return text[:at] + b"(Usulan_)" + text[at:]
    depth, end, quoted = 0, at, False
    starts = [at + 1]
    while True:
        byte = text[end : end + 1]
        if quoted:
            end += byte == b"\\"
            quoted = byte != b'"'
        elif byte == b'"':
            quoted = True
        elif byte in (b"(", b")"):
            depth += 1 if byte == b"(" else -1
            if not depth:
                break
        elif byte == b";" and depth == 1:
            starts.append(end + 1)
        end += 1
    for start in reversed(starts):
        text = text[:start] + b"Usulan_," + text[start:]
    return text


@lru_cache(maxsize=512)
def _of_program(program: Program) -> tuple[list[str], list[_Rule]]:
    return _read(program)


def _read(program: Program) -> tuple[list[str], list[_Rule]]:
    """The constants and the rules of a program."""
    constants: list[str] = []
    rules: list[_Rule] = []
    source = program.text.encode()
    lines = [0, *(match.end() for match in re.finditer(b"\n", source))]

    def offset(place: ast.Position) -> int:
        return lines[place.line - 1] + place.column - 1

    def read(node: ast.AST) -> None:
        if node.ast_type == ast.ASTType.Definition:
            constants.append(str(node))
        elif node.ast_type == ast.ASTType.Rule:
            first, last = offset(node.location.begin), offset(node.location.end)
            head, body = _terms([node.head]), _terms(node.body)
            places = {offset(term.location.begin) - first: _signature(term) for term in head + body}
            rules.append(
                _Rule(
                    source[first:last],
                    bool(node.body),
                    frozenset(map(_signature, head)),
                    frozenset(map(_signature, body)),
                    tuple(places.items()),
                )
            )

    ast.parse_string(program.text, read)
    return constants, rules


def _of_the_law(rules: Iterable[_Rule], given: Container[str]) -> frozenset[Signature]:
    """The predicates that rest on norms alone."""
    bodies: dict[Signature, list[frozenset[Signature]]] = {}
    for rule in rules:
        for head in rule.heads:
            bodies.setdefault(head, []).append(rule.asks)
    found = {one for one in bodies if one[0] not in given}
    while beyond := {one for one in found if any(body - found for body in bodies[one])}:
        found -= beyond
    return frozenset(found)


def _terms(parts: Iterable[ast.AST]) -> list[ast.AST]:
    """The terms of all atoms below these nodes; each of a pool."""
    collector = _Collector()
    for part in parts:
        collector(part)
    return collector.found


class _Collector(ast.Transformer):
    def __init__(self) -> None:
        self.found: list[ast.AST] = []

    def visit_SymbolicAtom(self, atom: ast.AST) -> ast.AST:  # noqa: N802
        term = atom.symbol
        self.found += term.arguments if term.ast_type == ast.ASTType.Pool else [term]
        return atom


def _signature(term: ast.AST) -> Signature:
    if term.ast_type == ast.ASTType.SymbolicTerm:
        return str(term), 0
    return term.name, len(term.arguments)
