"""Facts on defined terms that a draft writes with another word of the same meaning."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.naming.defined_names import Names
from patuh.facts.drafts.naming.definitions import Term, norms
from patuh.facts.drafts.naming.spelled_words import Spellings
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of, terms
from patuh_parser.legal.model import Node


def other_word_facts(into: Collector, defined: list[Term]) -> None:
    """Terms of several words written with other words of the same meaning."""
    names = {name: term.name for term in defined for name in term.names}
    known = {name.casefold() for name in names}
    in_any_case, as_names = (
        {
            other: term
            for name, term in names.items()
            for other in _written_otherwise(name, groups)
            if other.casefold() not in known
        }
        for groups in (terms().alike, terms().alike_in_names)
    )
    others = as_names | in_any_case
    found = Names([*((name, name) for name in {**names, **others})], any_case=True)
    used = norms(into, defined) if others else []
    hits = [(node, *hit) for node in used for hit in found.find(node.text)]
    said = {names[name] for _, name, _, _, _ in hits if name in names}
    written = [
        (node, start, end, others[name])
        for node, name, start, end, exact in hits
        if others.get(name) in said and (exact or name in in_any_case)
    ]
    written += _spelled_otherwise(into, names, defined)
    written += _persons(names, used or norms(into, defined))
    _tell(into, written)


def replaced_word_facts(into: Collector) -> None:
    """The words that an amending text replaces and still quotes."""
    _tell(into, [*_left(into)])


def _tell(into: Collector, written: Sequence[tuple[Node, int, int, str]]) -> None:
    for index, (node, start, end, term) in enumerate(written, 1):
        at = into.words(node, start, end)
        into.locus("kata_lain", index, at)
        into.fact(at, "kata_lain", index, string(node.text[start:end].lower()), string(term))


def _persons(
    names: Mapping[str, str], used: Sequence[Node]
) -> Iterator[tuple[Node, int, int, str]]:
    """A person who has another name than the term, as a name alone: `Pelapor` for `Pengadu`."""
    known = {word for name in names for word in name.split()}
    others = {
        other.title(): names[name.title()]
        for group in terms().persons
        for name in group
        for other in group
        if name.title() in names and other.title() not in known
    }
    for node in used if others else ():
        for found in pattern_of("orang_itu", names="|".join(others)).finditer(node.text):
            yield node, *found.span(), others[found[0]]


def _left(into: Collector) -> Iterator[tuple[Node, int, int, str]]:
    """A word that an amending text replaces, where it quotes the provision with the old word."""
    replaced = [
        (re.compile(rf"\b{re.escape(found['old'])}\b", re.I), found["new"], found["where"])
        for one in into.draft.amendments
        for found in pattern_of("kata_diganti").finditer(one.node.text)
        if found["old"].lower() not in found["new"].lower()
    ]
    for one in into.draft.amendments if replaced else ():
        for article in one.quoted:
            for old, new, where in replaced:
                if re.search(rf"\bPasal {re.escape(article.bare)}\b", where):
                    for node in article.walk():
                        yield from ((node, *hit.span(), new) for hit in old.finditer(node.text))


def _spelled_otherwise(
    into: Collector, names: Mapping[str, str], defined: list[Term]
) -> Iterator[tuple[Node, int, int, str]]:
    """Words that only sound like one of a term."""
    spellings = Spellings(names)
    for node in norms(into, defined) if names else ():
        yield from ((node, *hit) for hit in spellings.find(node.text))


def _written_otherwise(name: str, groups: Iterable[Sequence[str]]) -> Iterator[str]:
    """A name with other words of one meaning in the place of some, not of all of them."""
    words = name.split()
    folded = [word.casefold() for word in words]
    for group in groups:
        for parts in (one.split() for one in group):
            for at in range(len(words) - len(parts) + 1 if len(words) > len(parts) else 0):
                end = at + len(parts)
                for other in group if folded[at:end] == parts else ():
                    written = other.title() if words[at][0].isupper() else other
                    yield " ".join([*words[:at], written, *words[end:]])
