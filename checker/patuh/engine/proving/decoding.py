"""From instances of rules to derivations: terms are turned into functions once for each rule.

Asking clingo for every part of a term of every instance would cost more than grounding.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache

from patuh.engine.atoms.derivation import Atom, Derivation, Literal
from patuh.engine.atoms.terms import ANONYMOUS, arithmetic, read
from patuh.engine.proving.program import ExplanationProgram
from patuh.engine.rules.templates import (
    Compound,
    Condition,
    Constant,
    Pattern,
    Rule,
    Term,
    Variable,
)
from patuh.finding import Value

Ground = tuple[Value, str]
"""A term as plain data and as clingo prints it."""
Env = Mapping[str, Ground]
Elements = Mapping[int, tuple[Atom, ...]]
"""For the position of an aggregate the atoms that it ranges over."""
_NAME = re.compile(r'(?<![\w"])_*[A-Z]\w*')


class Decoder:
    """Makes derivations of one rule from the values of its variables."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule

    @cached_property
    def _head(self) -> Callable[[Env], Atom]:
        return decoded(self._rule.head)

    @cached_property
    def _body(self) -> list[Callable[[Env, tuple[Atom, ...]], Literal]]:
        return [_literal(literal) for literal in self._rule.body]

    def derivation(self, values: Sequence[Ground], elements: Elements) -> Derivation:
        """The instance of the rule for these values."""
        env = dict(zip(self._rule.variables, values, strict=True))
        body = tuple(
            decode(env, elements.get(position, ())) for position, decode in enumerate(self._body)
        )
        return Derivation(self._rule.place, self._head(env), body)


@lru_cache(maxsize=64)
def decoders(program: ExplanationProgram) -> tuple[tuple[Rule, Decoder], ...]:
    """A decoder for each rule of a program; made once per process, and in full when first used."""
    return tuple((rule, Decoder(rule)) for rule in program.rules)


class GroundTerms:
    """Terms as clingo prints them as ground terms; each is read once."""

    def __init__(self) -> None:
        self._known: dict[str, Ground] = {}

    def __call__(self, text: str) -> Ground:
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = read(text), text
        return found


def _literal(literal: Condition) -> Callable[[Env, tuple[Atom, ...]], Literal]:
    kind, derived = literal.kind, literal.derived
    if literal.atom is not None:
        make = decoded(literal.atom)
        return lambda env, _: Literal(kind, make(env), derived)

    def decode(env: Env, elements: tuple[Atom, ...]) -> Literal:
        text = _NAME.sub(lambda name: env[name[0]][1] if name[0] in env else name[0], literal.text)
        return Literal(kind, Atom("", (), text), elements=elements)

    return decode


def decoded(pattern: Pattern) -> Callable[[Env], Atom]:
    """The function that gives the ground atom of a pattern."""
    name, parts = pattern.name, [_term(part) for part in pattern.parts]

    def make(env: Env) -> Atom:
        found = [part(env) for part in parts]
        text = f"{name}({','.join([text for _, text in found])})" if found else name
        return Atom(name, tuple([plain for plain, _ in found]), text)

    return make


def _term(term: Term) -> Callable[[Env], Ground]:
    if isinstance(term, Constant):
        constant = term.value, term.text
        return lambda _: constant
    if isinstance(term, Variable):
        name = term.name
        return (lambda _: (ANONYMOUS, ANONYMOUS)) if name == ANONYMOUS else lambda env: env[name]
    if isinstance(term, Compound):
        return _compound(term.name, [_term(part) for part in term.parts])
    sign, left, right = term.sign, _term(term.left), _term(term.right)
    return lambda env: _number(arithmetic(sign, _int(left(env)), _int(right(env))))


def _compound(name: str, parts: Sequence[Callable[[Env], Ground]]) -> Callable[[Env], Ground]:
    tail = "," if not name and len(parts) == 1 else ""

    def make(env: Env) -> Ground:
        found = [part(env) for part in parts]
        text = f"{name}({','.join([text for _, text in found])}{tail})"
        return (name, tuple([plain for plain, _ in found])), text

    return make


def _number(number: int) -> Ground:
    return number, str(number)


def _int(ground: Ground) -> int:
    assert isinstance(ground[0], int), ground
    return ground[0]
