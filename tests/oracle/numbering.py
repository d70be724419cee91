"""Rules as they are written, each atom with the number of its proposal in front.

They are read by their signs alone: clingo's syntax tree of the knowledge base takes seconds in
Python. An atom is a name where a literal may begin, unless it is compared with something.
"""

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from patuh.knowledge.programs import Program

EVERY = "usulan_"
Signature = tuple[str, int]
_SIGN = re.compile(
    r'(?s)%\*.*?\*%|%[^\n]*|\s+|"(?:[^"\\]|\\.)*"|[#_]*[A-Za-z]\w*|\d+|\.\.|:-|[<>!]=|.'
)
_BESIDE_TERMS = frozenset(("=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "\\", ".."))


class Rule(NamedTuple):
    """A rule, with the predicates of its atoms and the offsets at which their names end."""

    text: str
    derives: bool
    heads: frozenset[Signature]
    asks: frozenset[Signature]
    places: tuple[tuple[int, Signature], ...]

    def numbered(self, law: Container[Signature]) -> str:
        """The rule for every proposal: its atoms bear a number in front, but those of the law."""
        text = self.text
        for end, one in reversed(self.places):
            if one not in law:
                text = _bearing_a_number(text, end)
        if not all(one in law for one in self.heads):
            text = f"{text[:-1]} {';' if self.derives else ':-'} {EVERY}(Usulan_)."
        return text


Sign = tuple[str, int]
"""A name, a number, a mark, with where it ends."""


@lru_cache(maxsize=512)
def read(program: Program) -> tuple[list[str], list[Rule]]:
    """The constants and the rules of a program."""
    every = list(_statements(program.text))
    constants = [text for text, signs in every if signs[0][0] == "#const"]
    return constants, [_rule(text, signs) for text, signs in every if signs[0][0][0] != "#"]


@lru_cache(maxsize=8192)
def numbered(text: str, law: frozenset[Signature]) -> str:
    """These rules for every proposal."""
    every = [_rule(rule, signs) for rule, signs in _statements(text) if signs[0][0][0] != "#"]
    return "\n".join(rule.numbered(law) for rule in every)


def _statements(text: str) -> Iterator[tuple[str, list[Sign]]]:
    """Each with its signs."""
    start, signs = 0, list[Sign]()
    for match in _SIGN.finditer(text):
        sign = match[0]
        if sign.isspace() or sign[0] == "%":
            continue
        if not signs:
            start = match.start()
        signs.append((sign, match.end() - start))
        if sign == ".":
            yield text[start : match.end()], signs
            signs = []


def _rule(text: str, signs: list[Sign]) -> Rule:
    heads: set[Signature] = set()
    asks: set[Signature] = set()
    places: list[tuple[int, Signature]] = []
    own = heads
    may_begin, at = True, 0
    inside: list[bool] = []
    """For each open bracket whether a literal may begin behind its separators: in a condition."""
    while at < len(signs):
        sign, end = signs[at]
        if may_begin and (sign[0].islower() or sign[0] == "_") and sign != "not":
            behind, arity = _arguments(signs, at + 1)
            if signs[behind][0] not in _BESIDE_TERMS:
                places.append((end, (sign, arity)))
                own.add((sign, arity))
            at, may_begin = behind, False
            continue
        if sign in ("(", "{"):
            inside.append(False)
            may_begin = False
        elif sign in (")", "}"):
            inside.pop()
            may_begin = False
        elif sign == ":":
            if inside:
                inside[-1] = True
            may_begin = True
        elif sign == ";":
            if inside:
                inside[-1] = False
            may_begin = not inside
        elif sign == ",":
            may_begin = not inside or inside[-1]
        elif sign == ":-":
            own, may_begin = asks, True
        elif sign != "not":
            may_begin = False
        at += 1
    return Rule(text, own is asks, frozenset(heads), frozenset(asks), tuple(places))


def _arguments(signs: list[Sign], at: int) -> tuple[int, int]:
    """Where the arguments that begin there end, and how many they are, the last of a pool."""
    if signs[at][0] != "(":
        return at, 0
    depth, count = 0, 1
    for end in range(at, len(signs)):
        sign = signs[end][0]
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return end + 1, count
        if depth == 1:
            count = 1 if sign == ";" else count + (sign == ",")
    raise AssertionError(signs)


def _bearing_a_number(text: str, at: int) -> str:
    """With the number as first argument of the atom whose name ends there; for all of a pool."""
    if text[at] != "(":
        return f"{text[:at]}(Usulan_){text[at:]}"
    starts = [at + 1]
    depth = 0
    for match in _SIGN.finditer(text, at):
        depth += (match[0] == "(") - (match[0] == ")")
        if not depth:
            break
        if match[0] == ";" and depth == 1:
            starts.append(match.end())
    for start in reversed(starts):
        text = f"{text[:start]}Usulan_,{text[start:]}"
    return text


def of_the_law(rules: Iterable[Rule], given: Container[str]) -> frozenset[Signature]:
    """The predicates that rest on norms alone, and are not given."""
    bodies: dict[Signature, list[frozenset[Signature]]] = {}
    for rule in rules:
        for head in rule.heads:
            bodies.setdefault(head, []).append(rule.asks)
    found = {one for one in bodies if one[0] not in given}
    while beyond := {one for one in found if any(body - found for body in bodies[one])}:
        found -= beyond
    return frozenset(found)
