"""JSON documents against a schema, the same shape only once: `jsonschema` takes 50 ms for a run."""

from collections.abc import Callable, Iterator
from typing import Any

MOST = 50_000


class Schema:
    """A schema, and the shapes that were found to keep it.

    A shape is a document without what no schema of ours looks at: its strings, but for the words
    that the schema names, its numbers, but for their sign, and the order of lists. What a schema
    asks of the letters of a string stands in strings that do not follow from an input.
    """

    def __init__(self, schema: Any, validate: Callable[[Any], None]) -> None:
        self._validate = validate
        self._words = frozenset(_words(schema))
        self._valid: set[object] = set()

    def validate(self, document: Any) -> None:
        """Fail if the document breaks the schema."""
        shape = self._shape(document)
        if shape not in self._valid:
            self._validate(document)
            if len(self._valid) < MOST:
                self._valid.add(shape)

    def _shape(self, node: Any) -> object:
        if isinstance(node, str):
            return node if node in self._words else ("",)
        if isinstance(node, dict):
            return tuple([(key, self._shape(value)) for key, value in node.items()])
        if isinstance(node, list):
            return frozenset(map(self._shape, node))
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
