"""The rules of the knowledge base as plain data, for questions about the rules themselves.

Asking clingo's syntax trees over and over would cost more than all else.
"""

from functools import lru_cache

from clingo import ast
from msgspec import Struct

from patuh.engine.atoms.derivation import FINDING, FINDING_ON_LINE
from patuh.engine.rules.parsed import Rule, all_rules, all_variables
from patuh.knowledge.programs import Program


class Condition(Struct, frozen=True):
    """A literal of a body; `name` is the predicate of a positive one, else empty.

    `opened` is the literal with the anonymous variable for every constant.
    """

    text: str
    name: str
    variables: frozenset[str]
    opened: str

    @property
    def positive(self) -> bool:
        """Whether it asks for an atom outright."""
        return bool(self.name)


class PlainRule(Struct, frozen=True):
    """A rule with a body; `check` is the check whose finding it derives ("h2"), or empty."""

    place: str
    name: str
    head: str
    variables: frozenset[str]
    check: str
    body: tuple[Condition, ...]

    @property
    def positive(self) -> tuple[Condition, ...]:
        """The conditions that ask for an atom outright."""
        return tuple(condition for condition in self.body if condition.positive)

    @property
    def names(self) -> frozenset[str]:
        """The predicates of the positive conditions."""
        return frozenset(condition.name for condition in self.positive)

    def bound_by(self, conditions: tuple[Condition, ...]) -> bool:
        """Whether these conditions bind every variable of the head."""
        return self.variables <= frozenset().union(*(one.variables for one in conditions))


@lru_cache(maxsize=8)
def plain_rules(programs: tuple[Program, ...]) -> tuple[PlainRule, ...]:
    """All rules with a body, one for each disjunct where a pool is spelt out."""
    return tuple(map(_plain, all_rules(programs)))


def _plain(rule: Rule) -> PlainRule:
    body = []
    for part in rule.body:
        if part.kind == "positive":
            symbol = part.node.atom.symbol
            variables = frozenset(all_variables(part.node))
            body.append(Condition(part.text, symbol.name, variables, _opened(symbol)))
        else:
            body.append(Condition(part.text, "", frozenset(), part.text))
    variables = frozenset(all_variables(rule.head))
    head = str(rule.head)
    return PlainRule(rule.place, rule.head.name, head, variables, _check(rule), tuple(body))


def _check(rule: Rule) -> str:
    """The check in the head; that of a variable is none."""
    if (rule.head.name, len(rule.head.arguments)) not in {FINDING, FINDING_ON_LINE}:
        return ""
    check = str(rule.head.arguments[2])
    return check if check[0].islower() else ""


def _opened(symbol: ast.AST) -> str:
    terms = [
        "_" if term.ast_type is ast.ASTType.SymbolicTerm else str(term) for term in symbol.arguments
    ]
    return f"{symbol.name}({', '.join(terms)})" if terms else str(symbol.name)
