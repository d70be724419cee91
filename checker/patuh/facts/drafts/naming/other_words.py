"""Facts on defined terms that a draft writes with another word of the same meaning."""

from collections.abc import Iterator

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.naming.defined_names import Names
from patuh.facts.drafts.naming.definitions import Term, norms
from patuh.facts.text import string
from patuh.knowledge.drafting import terms


def other_word_facts(into: Collector, defined: list[Term]) -> None:
    """Terms of several words written with another word of the same meaning."""
    names = {name: term.name for term in defined for name in term.names}
    known = {name.casefold() for name in names}
    others = {
        other: term
        for name, term in names.items()
        for other in _written_otherwise(name)
        if other.casefold() not in known
    }
    found = Names([*((name, name) for name in {**names, **others})], any_case=True)
    used = norms(into, defined) if others else []
    hits = [(node, *hit) for node in used for hit in found.find(node.text)]
    said = {names[name] for _, name, _, _, _ in hits if name in names}
    index = 0
    for node, name, start, end, _ in hits:
        if name in others and others[name] in said:
            index += 1
            at = into.words(node, start, end)
            into.locus("kata_lain", index, at)
            written = string(node.text[start:end].lower())
            into.fact(at, "kata_lain", index, written, string(others[name]))


def _written_otherwise(name: str) -> Iterator[str]:
    """A name of several words with another word in the place of one."""
    words = name.split()
    for at, word in enumerate(words) if len(words) > 1 else ():
        for group in terms().alike:
            if word.casefold() in group:
                for other in group:
                    written = other.capitalize() if word[0].isupper() else other
                    yield " ".join([*words[:at], written, *words[at + 1 :]])
