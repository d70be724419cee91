"""Sentences between a unit and those above it, when it comes to stand below another."""

from typing import TypeVar

from msgspec.structs import replace

from patuh_parser.sotk import model as m
from patuh_parser.text.span import Span

StatementT = TypeVar("StatementT", bound=m.Statement)
_RELATION = "berhubungan_kerja"


def redirected(
    nodes: list[StatementT], key: str, old: set[str], to: str, span: Span
) -> list[StatementT]:
    """The sentences with `to` wherever a line or delegation leads from `key` to one of `old`."""
    found: list[StatementT] = []
    for node in nodes:
        new = _redirect(node, key, old, to, span)
        if new is node or not any(_same(new, other) for other in found):
            found.append(new)
    return found


def _redirect(node: StatementT, key: str, old: set[str], to: str, span: Span) -> StatementT:
    """A line or delegation between the unit and one of `old`, now between it and `to`."""
    if isinstance(node, m.Delegation):
        if node.unit == key and node.parent in old:
            return replace(node, parent=to, span=span)
        return node
    if not isinstance(node, m.Line) or node.kind == _RELATION:
        return node
    if node.source == key:
        target = to if node.target in old else node.target
        via = tuple(m.Station(to, span) if p.key in old else p for p in node.via)
        if (target, via) != (node.target, node.via):
            return replace(node, target=target, via=via, span=span)
    elif node.target == key and node.source in old:
        return replace(node, source=to, span=span)
    return node


def _same(one: m.Statement, other: m.Statement) -> bool:
    return type(one) is type(other) and replace(one, id=other.id, span=other.span) == other
