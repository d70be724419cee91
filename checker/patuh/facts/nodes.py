"""Facts of statements, steps and attributes, as their rows in the table of forms say."""

import datetime
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from patuh.facts.text import atom, key, string
from patuh_parser.sotk.forms import BOUND_ASISTEN, Node, Station, Workflow
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.span import Span

Fact = tuple[str, Span]
Writer = Callable[[Any], str | int]

_FACT = re.compile(r"(\w+)([~^]?)\((.+?)\)(.*)")
_CONDITION = re.compile(r" (if|unless) (\w+)(?:=(@?\w+))?")
_MARKS = '"+!'
_PLAIN = frozenset({"#", "w", "id", "number"})
"""Arguments that are numbers, whatever the node."""
_TERM = r"[a-z_]+\(\d+\)"


class Row(Struct, frozen=True):
    """One fact of a form, ready for use: what must be given, and each argument with its writer."""

    predicate: str
    mark: str
    given: tuple[tuple[str, bool], ...]
    values: tuple[tuple[str, str, bool], ...]
    arguments: tuple[tuple[str, Writer], ...]


def node_facts(node: Node, workflow: int = 0, *, chart: bool = False) -> Iterator[Fact]:
    """The facts of a node, each with its place; those of a workflow with its attributes and steps.

    `workflow` is the number of the workflow that a step or attribute stands in.
    """
    for row in _rows(node.form.facts):
        for field, wanted in row.given:
            if (not getattr(node, field)) is wanted:
                break
        else:
            if row.mark == "~":
                yield from _facts(row, node, workflow, _spoken(row, node, chart))
            elif (row.mark or not chart) and all(_says(node, *value) for value in row.values):
                name = f"bagan_{row.predicate}" if chart else row.predicate
                yield from _facts(row, node, workflow, name)
    if isinstance(node, Workflow):
        for attribute in node.attributes:
            yield from node_facts(attribute, node.id)
        for step in node.steps:
            yield from node_facts(step, node.id)


def _facts(row: Row, node: Any, workflow: int, predicate: str) -> Iterator[Fact]:
    values: list[Any] = []
    several: tuple[Any, ...] | None = None
    for field, write in row.arguments:
        value = workflow if field == "w" else "#" if field == "#" else getattr(node, field)
        if type(value) is tuple:
            several, place, write_one = value, len(values), write
        elif value is None or value == "":
            return
        elif field not in _PLAIN:
            value = write(value)
        values.append(value)
    if several is None:
        yield atom(predicate, *values), node.span
        return
    for count, one in enumerate(several, 1):
        found = [count if value == "#" else value for value in values]
        found[place] = write_one(one)
        yield atom(predicate, *found), one.span if type(one) is Station else node.span


def _spoken(row: Row, node: Any, chart: bool) -> str:
    return f"{'bagan_' if chart else ''}{row.predicate}{'_ingkar' if node.denied else ''}"


def _says(node: Any, field: str, value: str, wanted: bool) -> bool:
    found = getattr(node, field)
    if value[0] == "@":
        listed = tables().sorts[value[1:]]
        inside = (
            found in listed if type(found) is not tuple else any(map(listed.__contains__, found))
        )
        return inside is wanted
    has = value in found if type(found) is tuple else found.replace(" ", "_") == value
    return has is wanted


@cache
def _rows(facts: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(map(_row, facts))


def _row(text: str) -> Row:
    found = _FACT.fullmatch(text)
    assert found is not None, text
    conditions = [(field, value, w == "if") for w, field, value in _CONDITION.findall(found[4])]
    parts = found[3].split(",")
    last = parts[-1].strip(_MARKS)
    given = [(field, wanted) for field, value, wanted in conditions if not value]
    return Row(
        found[1],
        found[2],
        tuple(given if last in _PLAIN else [*given, (last, True)]),
        tuple(condition for condition in conditions if condition[1]),
        tuple((part.strip(_MARKS), _WRITERS.get(part[0], _plain)) for part in parts),
    )


def _plain(value: Any) -> str | int:
    if isinstance(value, str):
        return key(value)
    if isinstance(value, Station):
        return key(value.key or BOUND_ASISTEN)
    return int(value.strftime("%Y%m%d")) if isinstance(value, datetime.date) else int(value)


def _term(value: str) -> str:
    return value if re.fullmatch(_TERM, value) else key(value)


_WRITERS: dict[str, Writer] = {'"': string, "+": int, "!": _term}
