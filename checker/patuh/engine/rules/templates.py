"""The rules as plain data, from which proofs and absences are told; kept between processes.

Asking clingo for every part of a term over and over would cost more than grounding.
"""

from collections.abc import Container, Iterable, Iterator
from typing import TypeAlias

from msgspec import Raw, Struct
from msgspec.structs import replace

from patuh.engine.atoms.derivation import FINDING, FINDING_ON_LINE, LiteralKind, Signature


class Constant(Struct, frozen=True, tag=True, array_like=True):
    """A number, string or constant; `text` is how clingo prints it."""

    value: int | str
    text: str

    def __str__(self) -> str:
        return self.text


class Variable(Struct, frozen=True, tag=True, array_like=True):
    """A variable; `_` is open in every instance."""

    name: str

    def __str__(self) -> str:
        return self.name


class Compound(Struct, frozen=True, tag=True, array_like=True):
    """A function term; without a name a tuple."""

    name: str
    parts: "tuple[Term, ...]"

    def __str__(self) -> str:
        comma = "," if not self.name and len(self.parts) == 1 else ""
        return f"{self.name}({','.join(map(str, self.parts))}{comma})"


class Calculation(Struct, frozen=True, tag=True, array_like=True):
    """Arithmetic of two terms, with the sign as clingo writes it."""

    sign: str
    left: "Term"
    right: "Term"

    def __str__(self) -> str:
        return f"({self.left}{self.sign}{self.right})"


Term: TypeAlias = Constant | Variable | Compound | Calculation


class Pattern(Struct, frozen=True, array_like=True):
    """An atom with variables; `text` is how clingo prints it."""

    name: str
    parts: tuple[Term, ...]
    text: str

    @property
    def signature(self) -> Signature:
        """Name and arity."""
        return self.name, len(self.parts)


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

    @property
    def name(self) -> str:
        """The predicate of a positive condition, else empty."""
        return self.atom.name if self.atom is not None and self.kind == "positive" else ""

    def among(self, derived: Container[Signature]) -> "Condition":
        """The condition where these are the predicates that rules define."""
        if self.aggregate is not None:
            elements = tuple(
                replace(one, conditions=tuple(part.among(derived) for part in one.conditions))
                for one in self.aggregate.elements
            )
            return replace(self, aggregate=replace(self.aggregate, elements=elements))
        of_a_rule = self.kind == "positive" and self.atom and self.atom.signature in derived
        return replace(self, derived=True) if of_a_rule else self

    @property
    def opened(self) -> str:
        """An atom with the anonymous variable for every constant."""
        parts = self.atom.parts if self.atom is not None else ()
        terms = ["_" if isinstance(part, Constant) else str(part) for part in parts]
        return f"{self.name}({', '.join(terms)})" if terms else self.text


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

    @property
    def check(self) -> str:
        """The check ("h7") whose finding it derives; empty where a variable stands, or none."""
        return self._named(2)

    @property
    def case(self) -> str:
        """The case of the check; empty where a variable stands."""
        return self._named(3)

    def _named(self, place: int) -> str:
        found = (
            self.head.parts[place] if self.head.signature in (FINDING, FINDING_ON_LINE) else None
        )
        return found.text if isinstance(found, Constant) else ""

    @property
    def positive(self) -> tuple[Condition, ...]:
        """The conditions that ask for an atom outright."""
        return tuple(one for one in self.body if one.kind == "positive")

    @property
    def names(self) -> frozenset[str]:
        """The predicates of the positive conditions."""
        return frozenset(one.name for one in self.positive)

    def bound_by(self, conditions: "tuple[Condition, ...]") -> bool:
        """Whether these conditions bind every variable of the head."""
        bound = frozenset[str]().union(*(one.binds for one in conditions))
        return bound.issuperset(_variables(self.head.parts))


class Entry(Struct, frozen=True, array_like=True):
    """What tells whether a rule is needed, and the rule itself, which is only then decoded."""

    place: str
    head: Signature
    check: str
    case: str
    uses: tuple[Signature, ...]
    rule: Raw


def _variables(terms: Iterable[Term]) -> Iterator[str]:
    for term in terms:
        if isinstance(term, Variable):
            yield term.name
        elif isinstance(term, Compound):
            yield from _variables(term.parts)
        elif isinstance(term, Calculation):
            yield from _variables((term.left, term.right))
