"""The rules as plain data from which proofs are decoded: what is kept between processes."""

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


class Condition(Struct, frozen=True, array_like=True):
    """A literal of a body: of an atom its pattern, else how it is written."""

    kind: LiteralKind
    derived: bool
    text: str
    atom: Pattern | None


class ProofRule(Struct, frozen=True, array_like=True):
    """A rule, and the rules that justify its instances, as one text."""

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
