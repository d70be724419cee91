"""JSON documents against a schema, what is alike only once: `jsonschema` takes 50 ms for each."""

from collections.abc import Callable, Iterator
from typing import Any


class Schema:
    """A schema, and the shapes of entries of lists that were found to keep it.

    The shape of an entry is what it holds without what no schema of ours looks at: its strings, but
    for the words that the schema names, its numbers, but for their sign, and the lists within it,
    whose entries have shapes of their own. What a schema asks of the letters of a string stands in
    strings that do not follow from an input.
    """

    def __init__(self, schema: Any, validate: Callable[[Any], None]) -> None:
        self._validate = validate
        self._words = frozenset(_words(schema))
        self._valid: set[object] = set()

    def validate(self, document: Any) -> None:
        """Fail if the document breaks the schema."""
        unseen: set[object] = set()
        (left,) = self._unlike([document], "", unseen)
        if unseen:
            self._validate(left)
            self._valid |= unseen

    def _unlike(self, entries: list[Any], name: str, unseen: set[object]) -> list[Any]:
        """The entries of a list of which none like them was seen, or the first two."""
        kept: list[Any] = []
        for entry in entries:
            new = len(unseen)
            inner = self._inner(entry, unseen)
            shape = name, self._shape(entry)
            if shape not in self._valid and shape not in unseen:
                unseen.add(shape)
            if len(unseen) > new or len(kept) < 2:
                kept.append(inner)
        return kept

    def _inner(self, node: Any, unseen: set[object]) -> Any:
        """A node with the lists within it thinned out."""
        if not isinstance(node, dict):
            return node
        return {
            name: self._unlike(value, name, unseen)
            if isinstance(value, list)
            else self._inner(value, unseen)
            for name, value in node.items()
        }

    def _shape(self, node: Any) -> object:
        if isinstance(node, str):
            return node if node in self._words else ("",)
        if isinstance(node, dict):
            return tuple([(name, self._shape(value)) for name, value in node.items()])
        if isinstance(node, list):
            return bool(node)
        if isinstance(node, int) and not isinstance(node, bool):
            return (node > 0) - (node < 0)
        return repr(node)


def _words(schema: Any) -> Iterator[str]:
    """The strings that a schema allows in a place by name."""
    if isinstance(schema, dict):
        yield from (word for word in schema.get("enum", ()) if isinstance(word, str))
        if isinstance(schema.get("const"), str):
            yield schema["const"]
        for value in schema.values():
            yield from _words(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _words(value)
