"""Ground derivations as plain data, free of clingo."""

from typing import Literal as OneOf

from msgspec import Struct

from patuh.finding import Value


class Atom(Struct, frozen=True):
    """A ground atom; `text` is how clingo prints it. "_" stands for an anonymous argument."""

    predicate: str
    arguments: tuple[Value, ...]
    text: str


Signature = tuple[str, int]
"""Name and arity of a predicate."""
FINDING: Signature = ("temuan", 6)
FINDING_ON_LINE: Signature = ("temuan_garis", 6)

LiteralKind = OneOf["positive", "negative", "comparison", "aggregate"]


class Literal(Struct, frozen=True):
    """One literal of a ground rule body.

    `kind`: `positive`, `negative`, `comparison`, or `aggregate`; for an aggregate `elements`
    are the positive atoms of its elements that hold.
    """

    kind: LiteralKind
    atom: Atom
    derived: bool = False
    elements: tuple[Atom, ...] = ()


class Derivation(Struct, frozen=True):
    """A ground instance of a rule: `head` holds because every literal of `body` does.

    `rule` is "file:line" within the knowledge base.
    """

    rule: str
    head: Atom
    body: tuple[Literal, ...]
