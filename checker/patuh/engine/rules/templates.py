"""The rules as plain data, from which proofs and absences are told; kept between processes.

Asking clingo for every part of a term over and over would cost more than grounding.
"""

from typing import TypeAlias

from msgspec import Raw, Struct

from patuh.engine.atoms.derivation import LiteralKind, Signature


class Constant(Struct, frozen=True, tag=True, array_like=True):
    """A number, string or constant; `text` is how clingo prints it."""

    value: int | str
    text: str


class Variable(Struct, frozen=True, tag=True, array_like=True):
    """A variable; `_` is open in every instance."""

    name: str


class Compound(Struct, frozen=True, tag=True, array_like=True):
    """A function term; without a name a tuple."""

    name: str
    parts: "tuple[Term, ...]"


class Calculation(Struct, frozen=True, tag=True, array_like=True):
    """Arithmetic of two terms, with the sign as clingo writes it."""

    sign: str
    left: "Term"
    right: "Term"


Term: TypeAlias = Constant | Variable | Compound | Calculation


class Pattern(Struct, frozen=True, array_like=True):
    """An atom with variables."""

    name: str
    parts: tuple[Term, ...]


Guard: TypeAlias = tuple[str, Term]
"""A comparison as clingo writes it, and what is compared with."""


class Comparison(Struct, frozen=True, array_like=True):
    """`left` stands in the first relation to the first term, that in the next to the next."""

    left: Term
    guards: tuple[Guard, ...]


class Element(Struct, frozen=True, array_like=True):
    """An element of an aggregate."""

    terms: tuple[Term, ...]
    conditions: "tuple[Condition, ...]"


class Aggregate(Struct, frozen=True, array_like=True):
    """`left` reads from the value to the guard, too: `2 < #count` is there as (">", 2)."""

    function: str
    elements: tuple[Element, ...]
    guards: tuple[Guard, ...]


class Condition(Struct, frozen=True, array_like=True):
    """A literal of a body; `text` is how it is written.

    It can be looked at once the variables that it `needs` have values, and gives values to those
    that it `binds`.
    """

    kind: LiteralKind
    text: str
    needs: frozenset[str]
    binds: frozenset[str]
    atom: Pattern | None = None
    comparison: Comparison | None = None
    aggregate: Aggregate | None = None
    derived: bool = False


class Rule(Struct, frozen=True, array_like=True):
    """A rule of the knowledge base, one of its disjuncts if pools are spelt out.

    `text` are the rules that justify its instances (`patuh.engine.proving.program`).
    """

    number: int
    place: str
    variables: tuple[str, ...]
    head: Pattern
    body: tuple[Condition, ...]
    text: str


class Entry(Struct, frozen=True, array_like=True):
    """What tells whether a rule is needed, and the rule itself, which is only then decoded.

    `check` is the check ("h7") whose finding it derives, empty where a variable stands.
    """

    place: str
    head: Signature
    check: str
    uses: tuple[Signature, ...]
    rule: Raw
