"""The cases of checks as their rules derive them: which terms a message may name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from clingo import ast
from msgspec import Struct

from patuh.engine.atoms.derivation import FINDING
from patuh.engine.rules.statements import Statement

_ARITY = FINDING[1]
_HEAD = r'(?:"(?:[^"\\]|\\.)*"|[^".:]|:(?!-)|\.\.)+'


class CaseRule(Struct, frozen=True):
    """A rule that derives a case ("h2", "bukan_bupati") with the named terms that it tells."""

    check: str
    case: str
    terms: tuple[str, ...]
    place: str


def case_rules(statements: Iterable[Statement]) -> tuple[CaseRule, ...]:
    """One entry for every rule with a finding of a check as its head, in order."""
    return tuple(
        CaseRule(one.check, *case, one.place)
        for one in statements
        if one.check
        for case in _cases(one.text)
    )


@lru_cache(maxsize=1024)
def _cases(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each case in the head of a statement; the body is most of the text, and is not read."""
    head = re.match(_HEAD, text)
    nodes: list[ast.AST] = []
    ast.parse_string(f"{head[0] if head else text}.", nodes.append)
    return tuple(case for node in nodes for case in _case(node))


def _case(node: ast.AST) -> Iterator[tuple[str, tuple[str, ...]]]:
    if node.ast_type is not ast.ASTType.Rule or node.head.ast_type is not ast.ASTType.Literal:
        return
    symbol = getattr(node.head.atom, "symbol", None)
    arguments: Sequence[ast.AST] = getattr(symbol, "arguments", ())
    if len(arguments) != _ARITY:
        return
    _, _, _, case, _, content = arguments
    parts = getattr(content, "arguments", ())  # of a variable it is not known which terms it has
    terms = (str(part.name) for part in parts if part.ast_type is ast.ASTType.Function)
    yield str(case), tuple(terms)
