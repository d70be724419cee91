"""Facts from the definitions of a draft: their form, and how the text uses what they define."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

from msgspec import Struct

from patuh.facts.drafts.cited.regions import other_region
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.naming.defined_names import Names
from patuh.facts.text import string
from patuh_parser.legal.model import Definition, Node

_QUOTES = "“”\"‘’'"
_OF_A_TYPE = re.compile(r" tipe [A-C]\b")
"""What comes after a word that means a sort, not the unit defined: `dinas tipe B`."""
_FIRST_SAID = 60
"""Characters of a meaning that say what sort of thing the term is."""
_OF_A_REGION = re.compile(r"(?P<name>\w+(?: \w+)+) (?:Provinsi|Kabupaten|Kota)(?: [A-Z][a-z]+)+")
_PARTS = re.compile(r",? (?:dan/atau|dan|atau) |, ")


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
        names = [(name, term) for term in defined for name in term.names]
        _definitions(into, defined, Names(names, any_case=True))
        names += [(name, term) for term in defined for name in _other_forms(term, defined)]
        _usage(into, defined, Names(names, any_case=True), body)


def terms_of(into: Collector) -> list[Term]:
    """The defined terms in their order."""
    return [_term(at, d) for at, d in enumerate(into.draft.definitions, 1)]


def norms(into: Collector, defined: Iterable[Term]) -> list[Node]:
    """The units of the body that have words and are no definitions."""
    inside = {id(n) for t in defined for n in t.definition.node.walk()}
    inside |= {id(n) for n in _lists(into, defined)}
    return [n for n in into.draft.provisions() if id(n) not in inside and n.text]


def _lists(into: Collector, defined: Iterable[Term]) -> list[Node]:
    """The units that definitions stand directly below."""
    defining = {id(t.definition.node) for t in defined}
    return [n for n in into.draft.walk() if any(id(c) in defining for c in n.children)]


def _term(number: int, definition: Definition) -> Term:
    names = tuple(n.strip(_QUOTES + " ") for n in (*definition.alias, definition.term))
    return Term(number, names[0], names, definition)


def _other_forms(term: Term, defined: Iterable[Term]) -> Iterator[str]:
    """A term without the region at its end, and with the short names of the terms within it."""
    if found := _OF_A_REGION.fullmatch(term.name):
        yield found["name"]
    for other in defined:
        short, full = other.definition.alias[:1], other.definition.term.casefold()
        if short and other is not term and full in (name := term.name.casefold()):
            start = name.index(full)
            yield f"{term.name[:start]}{short[0]}{term.name[start + len(full) :]}"


def _definitions(into: Collector, defined: list[Term], names: Names[Term]) -> None:
    for term in defined:
        node, number = term.definition.node, into.number(term.definition.node)
        at = into.first_line(node.place)
        into.fact(at, "definisi", term.number, number, string(term.name))
        for name in term.names:
            into.fact(at, "bernama", term.number, string(name.casefold()))
        into.part_of("definisi", node, node.text.rstrip())
        into.part_of("penanda_definisi", node, node.number.strip())
        into.part("arti", f"arti({term.number})", term.definition.meaning, at)
        if (region := other_region(into.draft, term.name, term.definition.meaning)) is not None:
            into.fact(at, "wilayah_lain", term.number, *map(string, region))
        meaning = term.definition.meaning
        for other, start, end, exact in names.find(meaning):
            if exact and other is not term:
                into.fact(at, "memakai", term.number, other.number)
                if start == 0 and not _is_longer_name(meaning, start, end):
                    into.fact(at, "diawali", term.number, other.number)
            elif exact and " " in meaning[start:end] and _defines_itself(term, start, end):
                into.fact(at, "memakai_diri", term.number)


def _usage(into: Collector, defined: list[Term], names: Names[Term], body: list[Node]) -> None:
    """How often the body uses each term, and the uses in small letters or before the definition.

    Several terms under one definition (`Pejabat A, Pejabat B, dan Pejabat C adalah …`) are used
    where one of them is.
    """
    position = {id(node): at for at, node in enumerate(into.draft.walk())}
    exactly, otherwise, index = Counter[int](), Counter[int](), count(1)
    full: set[int] = set()
    listed = {id(entry) for unit in _lists(into, defined) for entry in unit.children}
    for node in body:
        early: set[int] = set()
        uses: dict[tuple[int, int, int], bool] = {}
        for term, start, end, exact in names.find(node.text):
            use = term.number, start, end
            uses[use] = exact or uses.get(use, False) or _opens(node, term, start, end)
        for (number, start, end), exact in sorted(uses.items()):
            if exact:
                exactly[number] += 1
                if _in_full(defined[number - 1], node.text, start, end) and number not in full:
                    full.add(number)
                    _use(into, "dipakai_panjang", number, next(index), node, start, end)
                definition = defined[number - 1].definition.node
                sooner = id(node) not in listed and position[id(node)] < position[id(definition)]
                if sooner and number not in early:
                    early.add(number)
                    _use(into, "dipakai_sebelumnya", number, next(index), node, start, end)
            elif _more_capitals(written := node.text[start:end], defined[number - 1].names):
                exactly[number] += 1
                _use(into, "dipakai_lain", number, next(index), node, start, end, written)
            elif not written.isupper() and not _OF_A_TYPE.match(node.text, end):
                otherwise[number] += 1
                _use(into, "dipakai_huruf_kecil", number, next(index), node, start, end)
    for term in defined:
        at, number = into.first_line(term.definition.node.place), term.number
        several = "," in term.name or " atau " in term.name
        for part in filter(None, _PARTS.split(term.name) if several else ()):
            exactly[number] += sum(part in node.text for node in body)
            otherwise[number] += sum(part[0].lower() + part[1:] in node.text for node in body)
        into.fact(at, "jumlah_pemakaian", number, exactly[number], otherwise[number])


def _in_full(term: Term, text: str, start: int, end: int) -> bool:
    """Tell whether a term stands there in full, though its definition gives it a short name."""
    short = any(not term.definition.term.startswith(name) for name in term.definition.alias)
    return (
        short and text[start:end] == term.definition.term and not _is_longer_name(text, start, end)
    )


def _opens(node: Node, term: Term, start: int, end: int) -> bool:
    """Tell whether the name only lacks the capital of the sentence it begins, which T26 tells."""
    written = node.text[start:end]
    begins = start == 0 and node.kind in ("pasal", "ayat")
    return begins and written[:1].islower() and written[:1].upper() + written[1:] in term.names


def _defines_itself(term: Term, start: int, end: int) -> bool:
    """Tell whether what its meaning says first has the term, in no longer name.

    `Bupati adalah Bupati Paser` names one office; what stands further back only describes.
    """
    meaning = term.definition.meaning
    opens = start == 0 and not meaning.startswith(" yang ", end)
    return start < _FIRST_SAID and not opens and not _is_longer_name(meaning, start, end)


def _is_longer_name(text: str, start: int, end: int) -> bool:
    """Tell whether the words stand beside another capital: `Undang-Undang` in that of `Dasar`."""
    around = (text[:start].split()[-1:], text[end:].split()[:1])
    return any(word[:1].isupper() for words in around for word in words)


def _more_capitals(written: str, names: Iterable[str]) -> bool:
    """Tell whether the words begin with all the capitals of a name, and with more."""
    heads = [word[0].isupper() for word in written.split()]
    return not written.isupper() and any(
        name.casefold() == written.casefold()
        and all(a >= b for a, b in zip(heads, (w[0].isupper() for w in name.split()), strict=True))
        for name in names
    )


def _use(
    into: Collector,
    predicate: str,
    term: int,
    index: int,
    node: Node,
    start: int,
    end: int,
    *more: str,
) -> None:
    at = into.words(node, start, end)
    into.locus("pakai", index, at)
    into.fact(at, predicate, term, index, *map(string, more))
