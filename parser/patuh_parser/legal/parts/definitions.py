"""The definitions of a draft: the entries below ``yang dimaksud dengan``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from patuh_parser.legal.model import Definition, Node

_CHAPEAU = re.compile(r"yang dimaksud(?:kan)? dengan\b.{0,20}$", re.IGNORECASE)
_ENTRY = re.compile(
    r"(?P<term>.{1,400}?),? (?P<verb>adalah|yaitu|ialah|merupakan)\b[ :]*(?P<rest>.*)", re.DOTALL
)
_ALIAS = re.compile(
    r",? ?(?:yang|dan)? ?(?:[Ss]elanjutnya (?:dapat )?(?:disebut|disingkat)|(?<=yang )disingkat)"
    r"(?: juga| dengan| sebagai)? "
    r"(?P<name>.+?)(?=,? (?:yang|dan) selanjutnya|$)"
)
_SHORT = re.compile(r" ?\((?P<name>[A-Z][A-Za-z0-9/&-]{1,14})\) ?$")
"""The short form of a term in brackets behind it."""
_MAX = 5_000


def definitions_in(nodes: Iterator[Node]) -> Iterator[Definition]:
    """Yield the definitions below every chapeau that announces them."""
    for node in nodes:
        if node.kind in ("pasal", "ayat") and _CHAPEAU.search(node.text[-80:]):
            for child in node.children:
                if (found := _ENTRY.fullmatch(child.text[:_MAX])) is not None:
                    yield _definition(child, found)


def _definition(node: Node, found: re.Match[str]) -> Definition:
    words = found["term"]
    first = _ALIAS.search(words)
    term = words[: first.start()] if first else words
    aliases = tuple(alias["name"].strip(" ,") for alias in _ALIAS.finditer(words))
    if short := _SHORT.search(term):
        term, aliases = term[: short.start()], (*aliases, short["name"])
    return Definition(term.strip(" ,"), aliases, found["verb"], found["rest"].strip(), node)
