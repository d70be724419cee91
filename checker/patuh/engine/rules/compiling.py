"""The rules of programs as plain data, one for each disjunct of a pool.

Anonymous variables of positive literals get names, that a proof shows what they stand for.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from clingo import ast
from msgspec import Raw, Struct, msgpack

from patuh.engine.atoms.derivation import Signature
from patuh.engine.rules.statements import Statement, of_program
from patuh.engine.rules.templates import Condition, Entry, Pattern, Rule
from patuh.engine.rules.trees import condition, pattern
from patuh.knowledge.programs import Program

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[A-Za-z_][A-Za-z0-9_]*')


class _Read(Struct, frozen=True):
    """A rule as it stands in its program, whatever the others hold."""

    place: str
    head: Pattern
    variables: tuple[str, ...]
    body: tuple[Condition, ...]


def compiled(programs: tuple[Program, ...]) -> tuple[Entry, ...]:
    """All rules with a body of the programs, in order."""
    every = [rule for program in programs for rule in _of_program(program)]
    derived = frozenset(rule.head.signature for rule in every)
    return tuple(_entry(number, rule, derived) for number, rule in enumerate(every))


@lru_cache(maxsize=256)
def _of_program(program: Program) -> tuple[_Read, ...]:
    """The rules of one program: where files are laid over a knowledge base, most stay the same."""
    return tuple(_rule(one.place, tree) for one in of_program(program) for tree in _trees(one))


def _trees(statement: Statement) -> list[ast.AST]:
    """The rule as syntax trees, one for each of its disjuncts if it has pools."""
    if not statement.derives:
        return []
    trees: list[ast.AST] = []
    ast.parse_string(statement.text, trees.append)
    return [
        single
        for tree in trees
        if tree.ast_type is ast.ASTType.Rule and tree.body
        for single in (tree.unpool() if ";" in statement.text else (tree,))
    ]


def _rule(place: str, tree: ast.AST) -> _Read:
    head = pattern(tree.head.atom.symbol)
    names = dict.fromkeys(_named(head.text))
    anonymous = 0
    body: list[Condition] = []
    for literal in tree.body:
        text = str(literal)
        found = condition(literal, text)
        if found.kind == "positive":
            before = anonymous
            text, anonymous = _name_anonymous(text, anonymous)
            if anonymous > before:
                found = condition(_parse(text), text)
        if found.aggregate is not None:
            for _, term in found.aggregate.guards:
                names.update(dict.fromkeys(_named(str(term))))
        elif found.kind != "negative":
            names.update(dict.fromkeys(_named(text)))
        body.append(found)
    return _Read(place, head, tuple(names), tuple(body))


def _entry(number: int, read: _Read, derived: frozenset[Signature]) -> Entry:
    body = tuple(one.among(derived) for one in read.body)
    elements = [
        one
        for part in body
        if part.aggregate is not None
        for element in part.aggregate.elements
        for one in element.conditions
    ]
    uses = {one.atom.signature for one in (*body, *elements) if one.atom and one.derived}
    text = "\n".join(_justify(number, read.variables, read.head, body))
    rule = Rule(number, read.place, read.variables, read.head, body, text)
    told = read.place, read.head.signature, rule.check, rule.case
    return Entry(*told, tuple(sorted(uses)), Raw(msgpack.encode(rule)))


def _justify(
    number: int, variables: Sequence[str], head: Pattern, body: Sequence[Condition]
) -> Iterator[str]:
    instance = _tuple(f"sebab_{number}", variables)
    conditions = ", ".join(literal.text for literal in body)
    yield f"{instance} :- {_needed(head, head.text)}, {conditions}."
    for position, literal in enumerate(body):
        if literal.atom is not None and literal.derived:
            yield f"{_needed(literal.atom, literal.text)} :- {instance}."
        elif literal.aggregate is not None:
            name = f"unsur_{number}_{position}"
            for element in literal.aggregate.elements:
                yield from _element(name, instance, variables, element.conditions)


def _element(
    name: str, instance: str, variables: Sequence[str], conditions: Sequence[Condition]
) -> Iterator[str]:
    """An element that holds, with the positive atoms of its condition."""
    anonymous = 0
    texts = [instance]
    atoms: list[tuple[Pattern, str, bool]] = []
    for one in conditions:
        text = one.text
        if one.atom is not None and one.kind == "positive":
            text, anonymous = _name_anonymous(text, anonymous, "Unsur")
            atoms.append((one.atom, text, one.derived))
        texts.append(text)
    body = ", ".join(texts)
    shown = _tuple("c", (text for _, text, _ in atoms))
    yield f"{_tuple(name, [*variables, shown])} :- {body}."
    for atom, text, derived in atoms:
        if derived:
            yield f"{_needed(atom, text)} :- {body}."


def _needed(atom: Pattern, text: str) -> str:
    """The `perlu` atom for an atom written `text`."""
    return f"perlu_{atom.name}_{len(atom.parts)}{text[len(atom.name) :]}"


def _tuple(name: str, terms: Iterable[str]) -> str:
    inner = ",".join(terms)
    return f"{name}({inner})" if inner else name


def _name_anonymous(text: str, count: int, prefix: str = "Anonim") -> tuple[str, int]:
    """The literal with a name for every anonymous variable, and how many there are by now."""

    def name(match: re.Match[str]) -> str:
        nonlocal count
        if match[0] != "_":
            return match[0]
        count += 1
        return f"{prefix}{count}"

    return _TOKEN.sub(name, text), count


def _parse(text: str) -> ast.AST:
    """The literal that `text` is, as a node."""
    nodes: list[ast.AST] = []
    ast.parse_string(f":- {text}.", nodes.append)
    literal: ast.AST = nodes[-1].body[0]
    return literal


def _named(text: str) -> Iterator[str]:
    return (word for word in _TOKEN.findall(text) if word[0].isupper())
