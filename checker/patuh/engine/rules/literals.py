"""Rules taken apart as text: conditions, the atoms among them, and those within what counts.

It reads the rules of a knowledge base that clingo has accepted, many at once, for which its syntax
trees are slow.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct

from patuh.engine.rules.kinds import split

_PART = re.compile(r'"(?:[^"\\]|\\.)*"|[(){},;:]')
_ATOM = re.compile(r"((?:not\s+)*)(_*[a-z]\w*)\s*(?=\(|$)")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_VARIABLE = re.compile(r"\b_*[A-Z]\w*")
_STRING_OR_VARIABLE = re.compile(f"{_STRING.pattern}|({_VARIABLE.pattern})")


class Literal(Struct, frozen=True):
    """A condition; `name` is the predicate of one that is an atom, with what stands before it.

    `inside` are the conditions within one that counts or quantifies, `guards` what it has else.
    """

    text: str
    name: str = ""
    sign: str = ""
    inside: tuple["Literal", ...] = ()
    guards: str = ""

    @property
    def atom(self) -> str:
        """The atom without sign."""
        return self.text[len(self.sign) :]

    def renamed(self, prefix: Callable[[str], str]) -> str:
        """The text, with what `prefix` gives for the name of each predicate before it."""
        if self.name:
            return f"{self.sign}{prefix(self.name)}{self.atom}"
        text = self.text
        for one in self.inside:
            text = text.replace("\0", one.renamed(prefix), 1)
        return text


class Taken(Struct, frozen=True):
    """A rule taken apart."""

    head: str
    body: tuple[Literal, ...]

    @property
    def outside(self) -> frozenset[str]:
        """The variables that are bound outside of what counts."""
        plain = [one.guards if one.inside else one.text for one in self.body]
        return variables(self.head).union(*map(variables, plain))


@lru_cache(maxsize=8192)
def taken(rule: str) -> Taken:
    """A rule with a plain head, from its text."""
    head, _, body = rule.rstrip().removesuffix(".").partition(":-")
    return Taken(head.strip(), tuple(_conditions(body)))


def variables(text: str) -> frozenset[str]:
    """The names of the variables in a text."""
    return frozenset(_VARIABLE.findall(_STRING.sub("", text)))


def opened(atom: str, bound: frozenset[str]) -> str:
    """An atom with `_` for each variable that is not bound."""

    def shown(found: re.Match[str]) -> str:
        return "_" if found[1] and found[1] not in bound else found[0]

    return _STRING_OR_VARIABLE.sub(shown, atom)


def _conditions(body: str) -> Iterator[Literal]:
    """The conditions of a body; one with `:` takes all up to the next semicolon."""
    for part in _split(body, ";"):
        every = _split(part, ",")
        for at, one in enumerate(every):
            if len(pair := _split(one, ":")) > 1:
                inside = [*pair, *every[at + 1 :]]
                text = "\0 : " + ", ".join("\0" for _ in inside[1:])
                yield Literal(text, inside=tuple(map(_literal, inside)))
                break
            if one:
                yield _literal(one)


def _literal(text: str) -> Literal:
    text = text.strip()
    found = _ATOM.match(text)
    if found and (found.end() == len(text) or _closes(text, found.end())):
        return Literal(text, found[2], found[1])
    if "{" not in _STRING.sub("", text):
        return Literal(text)
    before, _, rest = text.partition("{")
    elements, _, after = rest.rpartition("}")
    inside: list[Literal] = []
    shown: list[str] = []
    for element in _split(elements, ";"):
        terms, *conditions = _split(element, ":")
        every = [_literal(one) for one in _split(":".join(conditions), ",") if one]
        inside += every
        shown.append(f"{terms} : {', '.join(chr(0) for _ in every)}")
    return Literal(
        f"{before}{{ {'; '.join(shown)} }}{after}", "", "", tuple(inside), before + after
    )


def _closes(text: str, start: int) -> bool:
    """Whether the bracket that opens at `start` closes at the end of the text."""
    depth = 0
    for part in _PART.finditer(text, start):
        depth += (part[0] == "(") - (part[0] == ")")
        if not depth:
            return part.end() == len(text)
    return False


def _split(text: str, mark: str) -> list[str]:
    """The parts between marks that stand in no brackets and strings, without blanks around them."""
    return [part.strip() for part in split(text, mark)]
