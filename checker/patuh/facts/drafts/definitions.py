"""Facts from the definitions of a draft: their form, and how the text uses what they define."""

import re
from collections.abc import Iterable

from msgspec import Struct

from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh_parser.legal.model import Definition, Node

_REGION = re.compile(r"(?:Kabupaten|Kota|Provinsi)\b")
_QUOTES = "“”\"‘’'"


class Term(Struct, frozen=True):
    """A defined term: its number, the name to use, all names, the definition."""

    number: int
    name: str
    names: tuple[str, ...]
    definition: Definition


def definition_facts(into: Collector) -> None:
    """Definitions and their use; in an amending draft none, for the terms are defined elsewhere."""
    defined = terms_of(into)
    body = norms(into, defined)
    for node in body:
        into.part_of("norma", node)
    if not into.draft.amending:
        _definitions(into, defined)
        _usage(into, defined, body)


def terms_of(into: Collector) -> list[Term]:
    """The defined terms in their order."""
    return [_term(at, d) for at, d in enumerate(into.draft.definitions, 1)]


def norms(into: Collector, defined: Iterable[Term]) -> list[Node]:
    """The units of the body that have words and are no definitions."""
    inside = {id(n) for t in defined for n in t.definition.node.walk()}
    defining = {id(t.definition.node) for t in defined}
    inside |= {id(n) for n in into.draft.walk() if any(id(c) in defining for c in n.children)}
    return [n for n in into.draft.provisions() if id(n) not in inside and n.text]


def _term(number: int, definition: Definition) -> Term:
    names = tuple(n.strip(_QUOTES + " ") for n in (*definition.alias, definition.term))
    return Term(number, names[0], names, definition)


def _definitions(into: Collector, defined: list[Term]) -> None:
    for term in defined:
        node, number = term.definition.node, into.number(term.definition.node)
        at = into.first_line(node.place)
        into.fact(at, "definisi", term.number, number, string(term.name))
        for name in term.names:
            into.fact(at, "bernama", term.number, string(name.casefold()))
        into.part_of("definisi", node, node.text.rstrip())
        into.part_of("penanda_definisi", node, node.number.strip())
        for other in defined:
            text = _masked(term.definition.meaning, defined, other)
            if other is not term and _finds(text, other):
                into.fact(at, "memakai", term.number, other.number)


def _finds(text: str, term: Term) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in term.names)


def _masked(text: str, defined: Iterable[Term], term: Term) -> str:
    """The text without longer defined names: no `Daerah` is in `Perangkat Daerah`."""
    longer = {
        name
        for other in defined
        if other is not term
        for name in other.names
        if any(own.casefold() in name.casefold() and own != name for own in term.names)
    }
    for name in sorted(longer, key=len, reverse=True):
        text = re.sub(
            rf"\b{re.escape(name)}\b", lambda m: "\0" * len(m[0]), text, flags=re.IGNORECASE
        )
    return text


def _usage(into: Collector, defined: list[Term], body: list[Node]) -> None:
    position = {id(node): at for at, node in enumerate(into.draft.walk())}
    index = 0
    for term in defined:
        exact = [re.compile(rf"\b{re.escape(name)}\b") for name in term.names]
        loose = [re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE) for name in term.names]
        place = bool(_REGION.match(term.definition.meaning))
        count = lower = 0
        own = position[id(term.definition.node)]
        for node in body:
            text = _masked(node.text, defined, term)
            proper = {m.span() for pattern in exact for m in pattern.finditer(text)}
            count += len(proper)
            if proper and position[id(node)] < own:
                index += 1
                start, end = min(proper)
                at = into.words(node, start, end)
                into.locus("pakai", index, at)
                into.fact(at, "dipakai_sebelumnya", term.number, index)
            for match in (m for pattern in loose for m in pattern.finditer(text)):
                if match.span() in proper or match[0].isupper() or place:
                    continue
                lower += 1
                index += 1
                at = into.words(node, *match.span())
                into.locus("pakai", index, at)
                into.fact(at, "dipakai_huruf_kecil", term.number, index)
        at = into.first_line(term.definition.node.place)
        into.fact(at, "jumlah_pemakaian", term.number, count, lower)
