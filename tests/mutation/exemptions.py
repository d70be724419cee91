"""The mutants that exempt a sort of unit, or an office, from a finding.

Only those that the rule does not keep out already (`mutation.standing`); who cannot stand where the
subject of a finding does is no exemption.
"""

from collections.abc import Iterator
from functools import cache

from clingo import ast

from mutation.examples import OFFICES, SORTS, example, regulations
from mutation.findings import Change, roles
from mutation.rules import PROPOSALS, Rule, variables
from mutation.standing import domains, may_stand

_SUBJECTS = ("unit", "pemberi", "atasan", "asisten")
_CONTENT = 5


def exempting(rule: Rule) -> Iterator[Change]:
    """The rule of a finding with one condition more, that spares a sort or an office."""
    subject = _subject(rule)
    if subject is None or rule.part != PROPOSALS:
        return
    for sort in _reached(rule, subject):
        text = f"{subject} != {sort}" if sort in OFFICES else f"not unit({subject},{sort})"
        if text not in map(str, rule.node.body):
            body = [*rule.node.body, literal(text)]
            yield f"exempt `{text}`", rule.node.update(body=body)


def _subject(rule: Rule) -> str | None:
    """The variable of the unit that a finding is about."""
    content = rule.node.head.atom.symbol.arguments[_CONTENT]
    for part in roles(content):
        if part.name in _SUBJECTS and variables(text := str(part.arguments[0])):
            return text
    return None


@cache
def _reached(rule: Rule, subject: str) -> list[str]:
    """The sorts that the rule lets through under some regulation."""
    found: set[str] = set()
    for law in filter(rule.holds_under, regulations()):
        left, places = may_stand([(rule, subject)], law)[rule, subject]
        found |= left.intersection(*(domains(law)[one] for one in places))
    return [sort for sort in (*OFFICES, *SORTS) if example(sort) in found]


def literal(text: str) -> ast.AST:
    """The condition of a text."""
    found: list[ast.AST] = []
    ast.parse_string(f":- {text}.", lambda node: found.extend(getattr(node, "body", ())))
    return found[0]
