"""The nodes of a proposal with units renamed, without units, and with their file."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from patuh_parser.sotk import model as m
from patuh_parser.sotk.forms import Node, units_of
from patuh_parser.text.span import Span

T = TypeVar("T")
NodeT = TypeVar("NodeT", bound=Node)


def located(value: T, path: str) -> T:
    """The value with `path` as the file of every span that has none."""
    found: Any = value
    if isinstance(value, Span):
        found = value if value.file else replace(value, file=path)
    elif isinstance(value, tuple):
        found = tuple(located(part, path) for part in value)
    elif isinstance(value, dict):
        found = {key: located(part, path) for key, part in value.items()}
    elif isinstance(value, Struct):
        parts = {name: located(part, path) for name, part in asdict(value).items()}
        found = type(value)(**parts)
    return found  # type: ignore[no-any-return]


def named(node: Node) -> set[str]:
    """The keys of the units that a node names; of a `Change` only the new one."""
    if isinstance(node, m.Change):
        return {node.new} if node.new is not None else set()
    return set(units_of(node))


def renamed(node: NodeT, keys: Mapping[str, str]) -> NodeT:
    """The node with other keys; a `Change` says what was, and stays."""
    if isinstance(node, m.Change) or not named(node) & keys.keys():
        return node

    def new(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(new(one) for one in value)
        if isinstance(value, m.Station):
            return replace(value, key=new(value.key))
        if isinstance(value, m.Step | m.Attribute):
            return renamed(value, keys)
        return keys.get(value, value)

    return replace(node, **{name: new(getattr(node, name)) for name in node.form.units})


def without(node: NodeT, gone: Collection[str]) -> NodeT | None:
    """The node without these units; None where it says nothing then.

    A line goes with its ends, a step with its actor or its last addressee; of stations and
    enumerations only the unit itself goes.
    """
    if isinstance(node, m.Change) or not named(node) & set(gone):
        return node
    if isinstance(node, m.Workflow):
        return _flow_without(node, gone)  # type: ignore[return-value]
    parts: dict[str, Any] = {}
    for name in node.form.units:
        before = getattr(node, name)
        if not isinstance(before, tuple):
            if before in gone:
                return None
            continue
        stations = any(isinstance(one, m.Station) for one in before)
        left = tuple(one for one in before if (one.key if stations else one) not in gone)
        if before and not left and not stations:
            return None
        parts[name] = left
    if "via" in parts:
        parts["ordered"] = getattr(node, "ordered", False) and len(parts["via"]) > 1
    return replace(node, **parts)


def _flow_without(flow: m.Workflow, gone: Collection[str]) -> m.Workflow | None:
    """A workflow ends with the last unit that it is about, and with its last step."""
    attributes = [without(part, gone) for part in flow.attributes]
    for before, after in zip(flow.attributes, attributes, strict=True):
        if after is None and before.keyword == "subjek":
            return None
    steps = tuple(step for part in flow.steps if (step := without(part, gone)) is not None)
    if flow.steps and not steps:
        return None
    return replace(flow, attributes=tuple(a for a in attributes if a is not None), steps=steps)


def transformed(nodes: Iterable[NodeT], change: Callable[[NodeT], NodeT | None]) -> list[NodeT]:
    """The nodes that are left of a list under a change."""
    return [after for node in nodes if (after := change(node)) is not None]


def ended(statements: Iterable[m.Statement]) -> Iterator[m.Change]:
    """The changes that leave no unit under the old name."""
    changes = [s for s in statements if isinstance(s, m.Change)]
    new = {change.new for change in changes}
    for change in changes:
        if change.kind == "hapus" or (change.kind != "pecah" and change.old not in new):
            yield change
