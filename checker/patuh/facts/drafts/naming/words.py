"""Facts from the words of a draft: names without definition, names for one thing, near words."""

import re
from collections import Counter

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.naming.defined_names import Names
from patuh.facts.drafts.naming.definitions import Term, norms, terms_of
from patuh.facts.drafts.naming.other_words import other_word_facts, replaced_word_facts
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of, terms
from patuh.knowledge.patterns import folded
from patuh_parser.legal.lines.numerals import ordinal
from patuh_parser.legal.model import Node

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_ABBREVIATION = re.compile(r"\b(?![IVXLC]+[A-Z]?\b)[A-Z]{3,8}\b")
_INTRODUCED = re.compile(
    r"(?:selanjutnya (?:disebut|disingkat)|disingkat(?: dengan)?)"
    r" ([A-Z]\w{2,12}(?: [A-Z]\w{1,12}){0,4})|\(([A-Z]\w{2,12})\)"
)
_IN_CAPITALS = re.compile(r"[A-Z]{3} ?$")
_CAPITALS_GO_ON = re.compile(r" ?[A-Z]{3}")
_NAMING = ("Peraturan ", "Keputusan ")
"""Before an office that the kind of a regulation is named by."""
_LONG = 8
_OFTEN = 2

Hit = tuple[Node, int, int]


def word_facts(into: Collector) -> None:
    """Names that the draft uses again and again, several names for one thing, near words."""
    if not into.draft.amending:
        defined = terms_of(into)
        _undefined(into, defined)
        other_word_facts(into, defined)
    else:
        replaced_word_facts(into)
    _one_thing(into)
    _near_words(into)


def _undefined(into: Collector, defined: list[Term]) -> None:
    """Abbreviations and offices that the draft uses but does not define."""
    table = terms()
    places: dict[str, list[Hit]] = {}
    persons: dict[str, list[Hit]] = {}
    names = {name for term in defined for name in term.names}
    longer = [name for name in names if _ABBREVIATION.search(name) and " " in name]
    for node in into.draft.provisions():
        for match in _ABBREVIATION.finditer(node.text):
            named = _in_a_name(match, node.text, longer)
            named = named or node.text[: match.start()].endswith(_NAMING)
            if match[0] not in table.abbreviations and not named:
                places.setdefault(match[0], []).append((node, *match.span()))
    offices = Names([(name, name) for name in {*table.offices, *names}], any_case=False)
    for node in norms(into, defined):
        for name, start, end, _ in offices.find(node.text):
            if name in table.offices and not node.text[:start].endswith(_NAMING):
                places.setdefault(name, []).append((node, start, end))
        for match in pattern_of("pelaku").finditer(node.text):
            if not _is_defined(match[0], names):
                persons.setdefault(match[0], []).append((node, *match.span()))
    known = _introduced(into) | names
    whole = [term.definition.term for term in defined]
    often = {name: hits for name, hits in persons.items() if len(hits) >= _OFTEN}
    found = {name: hits for name, hits in sorted((places | often).items())
             if name not in known and not any(name in term for term in whole)}  # fmt: skip
    text = " ".join(line.text for line in into.draft.lines)
    for index, (name, hits) in enumerate(found.items(), 1):
        at = into.words(*hits[0])
        into.locus("sebutan", index, at)
        into.fact(at, "tanpa_definisi", index, string(name), len(hits))
        abbreviated = name not in (*table.offices, *often) and name not in table.well_known
        if abbreviated and ordinal(name) is None and _bare(name, hits, into, text):
            into.fact(at, "tak_dipanjangkan", index)


def _is_defined(name: str, names: set[str]) -> bool:
    """Whether a name begins with a defined one."""
    words = name.split()
    return any(" ".join(words[:count]) in names for count in range(1, len(words) + 1))


def _bare(name: str, hits: list[Hit], into: Collector, text: str) -> bool:
    """Tell whether a word in capitals is an abbreviation of nothing that the text has in full."""
    if into.draft.recognised_pages:  # what OCR gives of a name may look like one
        return False
    if any(_IN_CAPITALS.search(node.text[:start][-12:]) for node, start, _ in hits) or any(
        _CAPITALS_GO_ON.match(node.text, end) for node, _, end in hits
    ):
        return False
    initials = r"\w*[ /-](?:[a-z]{2,4} ){0,1}".join(name)
    written = re.compile(rf"\b(?:{initials}|(?-i:{name.lower()}\b))", re.IGNORECASE)
    return not written.search(text)


def _in_a_name(found: re.Match[str], text: str, names: list[str]) -> bool:
    """Tell whether an abbreviation is part of a defined name: `ASN` in `Pegawai ASN`."""
    return any(
        text.startswith(name, found.start() - part.start())
        for name in names
        for part in _ABBREVIATION.finditer(name)
        if part[0] == found[0] and part.start() <= found.start()
    )


def _introduced(into: Collector) -> set[str]:
    """The abbreviations and names that stand beside what they stand for."""
    found = {
        name for n in into.draft.everywhere() for m in _INTRODUCED.finditer(n.text)
        for name in m.groups() if name
    }  # fmt: skip
    return found | {name.split()[0] for name in found}


def _one_thing(into: Collector) -> None:
    index = 0
    introduced = _introduced(into)
    defining = {id(one.node) for one in into.draft.definitions if one.alias}
    texts = [(n, folded(n.text)) for n in into.draft.provisions() if id(n) not in defining]
    whole = "\n".join(text for _, text in texts)
    for group, every in enumerate(terms().groups, 1):
        found: dict[str, list[Hit]] = {}
        names = [name for name in every if folded(name) in whole and name not in introduced]
        for node, text in texts if names else ():
            for name in sorted(names, key=len, reverse=True):
                if folded(name) not in text:
                    continue
                flags = 0 if name.isupper() else re.IGNORECASE
                for match in re.finditer(rf"\b{re.escape(name)}(?:nya)?\b", node.text, flags):
                    found.setdefault(name, []).append((node, *match.span()))
        usual = max(found, key=lambda name: len(found[name]), default=None)
        for name, hits in found.items():
            for hit in hits:
                index += 1
                at = into.words(*hit)
                into.locus("nama", index, at)
                into.fact(at, "nama_dipakai", index, group, string(name))
                if name == usual:
                    into.fact(at, "nama_terbanyak", group, string(name))


def _near_words(into: Collector) -> None:
    nodes = [node for node in into.draft.everywhere() if node.text]
    written = Counter(word for node in nodes for word in _WORD.findall(node.text))
    counts = Counter[str]()
    for word, count in written.items():
        counts[word.lower()] += count
    spelled = {word.split()[0] for words in terms().lists.values() for word in words}
    near = {word: right for word, right in _near_misses(counts).items() if word not in spelled}
    near = {word: right for word, right in near.items() if "-" not in right or written[word]}
    index = 0
    for node in nodes if near else ():
        for match in _WORD.finditer(node.text):
            word = match[0].lower()
            if word in near:
                index += 1
                at = into.words(node, *match.span())
                into.locus("mirip", index, at)
                into.fact(at, "mirip", index, string(word), string(near[word]))


def _near_misses(counts: Counter[str]) -> dict[str, str]:
    """Words that lack a letter or a hyphen or have one too many, each with what is meant.

    They occur once and are but for one inner letter a word that the draft uses repeatedly, or
    double a word without a hyphen.
    """
    shortened: dict[str, str] = {}
    for word, count in counts.items():
        if count >= _OFTEN and len(word) >= _LONG:
            for at in range(2, len(word) - 2):
                shortened.setdefault(word[:at] + word[at + 1 :], word)
    doubled = {
        word: f"{word[: len(word) // 2]}-{word[len(word) // 2 :]}"
        for word in counts
        if len(word) >= _LONG and word[: len(word) // 2] * 2 == word
    }
    lengthened = {
        word: shorter
        for word, count in counts.items()
        if count == 1 and len(word) > _LONG
        for shorter in (
            word[: at - 1] + word[at:] for at in range(2, len(word) - 2) if word[at - 1] == word[at]
        )
        if counts[shorter] >= _OFTEN
    }
    return (
        doubled
        | lengthened
        | {
            word: shortened[word]
            for word, count in counts.items()
            if count == 1 and word in shortened and word != shortened[word]
        }
    )
