"""The sentences of a draft on its structure, in the words of a proposal."""

import re
from collections.abc import Mapping
from functools import cache

from patuh.knowledge.names import gazetteer, kinds
from patuh.knowledge.offices import offices
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root
from patuh.substance.defined_names import agency_of, defined_names, written_out
from patuh.substance.plain_words import plain
from patuh.substance.portfolio import asisten_of
from patuh.substance.portfolio_lines import add_portfolios
from patuh.substance.written_lines import Written
from patuh_parser.legal.model import Draft, Node
from patuh_parser.sotk.vocabulary import tables

_RELATES = ("DITEMPATKAN", "DIKOORDINASIKAN", "DIBAWAHI")
"""The words of lines and places, by their terminals; accountability and co-ordination have two."""
_DESCRIBES = (
    *("DIKEPALAI", "DIKETUAI", "BERTUGAS", "BERFUNGSI", "TERDIRI", "DIBENTUK", "MEMERINTAH"),
    *("MENGOORDINASIKAN", "MEMBIDANGI", "DIBINA"),
)
"""What is told of a unit besides; without one of the words above a draft has no structure."""
_ARRANGES = re.compile(r"susunan organisasi\b.*\bterdiri (?:atas|dari)\b", re.IGNORECASE)
_CLASSES = re.compile(r"\b(?:merupakan|adalah) unsur\b")
_EACH, _HEAD = "Setiap", "Kepala"
_CONTINUES = re.compile(r"[a-z(]")


class Sentences:
    """Collects them; `lines` by number, from 1 on."""

    def __init__(self, draft: Draft, law: Regulation) -> None:
        self.lines: dict[int, Written] = {}
        self._law = law
        self._names: Mapping[str, str] = defined_names(draft, law)
        self._agency = agency_of(self._names, law)
        self._defining = {id(definition.node) for definition in draft.definitions}
        for node in draft.body:
            self._visit(node)

    def _visit(self, node: Node) -> None:
        if id(node) in self._defining or asisten_of(node, self._law.id) is not None:
            return
        said = node.text if node.kind not in ("bab", "bagian", "paragraf") else ""
        own = said and tells(said) and not _CONTINUES.match(said)
        listed = bool(node.children) and said.rstrip().endswith(":") and not self._portfolio(node)
        if own and (listed or not node.children or all(map(_numbered, node.children))):
            self._sentence(node, listed)
            if listed:
                return
        for child in node.children:
            self._visit(child)

    def _portfolio(self, node: Node) -> bool:
        return any(asisten_of(child, self._law.id) is not None for child in node.children)

    def _sentence(self, node: Node, listed: bool) -> None:
        text = self._worded(node.text.rstrip(" :") if listed else node.text)
        at = self._add(Written(f"{text}:" if listed else f"{text}.", node, opens=listed))
        if listed:
            self._entries(node, at, "  ")

    def _entries(self, node: Node, under: int, indent: str) -> None:
        for child in node.children:
            text = written_out(plain(child.text.rstrip(" :")), self._names)
            mark = child.number or "-"
            deeper = bool(child.children)
            line = f"{indent}{mark} {text}{':' if deeper else ';'}"
            at = self._add(Written(line, child, under, opens=deeper))
            self._entries(child, at, f"{indent}  ")

    def _add(self, line: Written) -> int:
        self.lines[len(self.lines) + 1] = line
        return len(self.lines)

    def _worded(self, text: str) -> str:
        """The sentence with names in full, and with all of a kind of part where it says `Bidang`
        alone."""
        said = written_out(plain(text), self._names)
        if self._agency is not None and (found := _parts().match(said)):
            said = f"{_EACH} {found['part']} pada {self._agency} {said[found.end() :]}"
        return said


def tells(text: str) -> bool:
    """Whether a provision may be on structure."""
    return relates(text) or _words(_DESCRIBES).search(text) is not None


def relates(text: str) -> bool:
    """Whether it is on lines, places or the arrangement of units."""
    patterns = (_words(_RELATES), *_pairs(), _CLASSES, _ARRANGES)
    return any(pattern.search(text) for pattern in patterns)


def names_asisten(text: str) -> bool:
    """Whether a text names one of the Asisten, as far as its capitals tell."""
    return any(found[0] not in _collectives() for found in _asisten().finditer(text))


@cache
def _asisten() -> re.Pattern[str]:
    return re.compile(rf"\b{_hosts()} (?:[A-Z]\w*|\d)")


@cache
def _collectives() -> frozenset[str]:
    """How the names of all of a sort begin, in two words."""
    every = (office for office in offices().values() if office.kind == "kolektif")
    return frozenset(" ".join(office.name.split()[:2]) for office in every)


def _numbered(node: Node) -> bool:
    """Whether a unit is a paragraph of its own, and no entry of a list."""
    return node.kind in ("ayat", "pasal")


@cache
def _words(terminals: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b{_any_of(*terminals)}\b")


@cache
def _pairs() -> tuple[re.Pattern[str], ...]:
    """Who answers to somebody, and whom an Asisten co-ordinates."""
    coordinates = _any_of("MENGOORDINASIKAN", "MEMBIDANGI")
    return (
        re.compile(rf"\b{_any_of('TANGGUNG_JAWAB')}\b.*\b{_any_of('KEPADA')}\b"),
        re.compile(rf"\b{_hosts()}\b.*\b{coordinates}\b"),
    )


def _hosts() -> str:
    known, hosts = gazetteer(kb_root(), ()).first_words, kinds().hosts
    return f"(?:{'|'.join(re.escape(word) for word, sort in known.items() if sort in hosts)})"


def _any_of(*terminals: str) -> str:
    known = tables().phrases
    phrases = {phrase for terminal in terminals for phrase in known[terminal]}
    return f"(?:{'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})"


@cache
def _parts() -> re.Pattern[str]:
    """The first words of parts of an agency, alone or with their head, before what is said."""
    known, sorts = gazetteer(kb_root(), ()), kinds()
    inner = [
        word
        for word, sort in known.first_words.items()
        if sort in sorts.nested and word not in sorts.alone
    ]
    words = "|".join(map(re.escape, sorted(inner, key=len, reverse=True)))
    before = rf"(?:(?:{_any_of('SELURUH')}|{_HEAD}) )*"
    return re.compile(rf"{before}(?P<part>{words})(?: pada \S+)?,? (?=[a-z])")


def written(draft: Draft, law: Regulation) -> tuple[Written, ...]:
    """The lines of a proposal that a draft gives; none unless it has lines, places or arrangements
    of units."""
    found = Sentences(draft, law).lines
    related = any(relates(line.node.text) for line in found.values() if line.under is None)
    lines = dict(found) if related else {}

    def add(line: Written) -> int:
        lines[len(lines) + 1] = line
        return len(lines)

    add_portfolios(draft, law.id, add)
    return tuple(lines.values())


def structural(draft: Draft) -> bool:
    """Whether a draft says something of lines, places or the arrangement of units."""
    defining = {id(definition.node) for definition in draft.definitions}
    return any(id(node) not in defining and relates(node.text) for node in draft.walk())
