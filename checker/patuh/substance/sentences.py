"""The sentences of a draft on its structure, in the words of a proposal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from patuh.knowledge.names import gazetteer
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root
from patuh.substance.defined_names import defined_names, named, written_out
from patuh.substance.places import Places
from patuh.substance.plain_words import plain
from patuh.substance.portfolio import asisten_of
from patuh.substance.portfolio_lines import add_portfolios
from patuh.substance.telling_words import names_asisten, relates, tells
from patuh.substance.written_lines import Written
from patuh_parser.legal.model import Draft, Node
from patuh_parser.sotk.lexing.name_finder import NameFinder

_HEADINGS = ("bab", "bagian", "paragraf")


class Sentences:
    """Collects them; `lines` by number, from 1 on."""

    def __init__(self, draft: Draft, law: Regulation) -> None:
        self.lines: dict[int, Written] = {}
        self._law = law
        self._names: Mapping[str, str] = defined_names(draft, law)
        self._places = Places(draft, law, self._names)
        self._defining = {id(definition.node) for definition in draft.definitions}
        for node in draft.body:
            self._visit(node, self._places.agency)

    def add(self, line: Written) -> int:
        """Add a line and return its number."""
        self.lines[len(self.lines) + 1] = line
        return len(self.lines)

    def _visit(self, node: Node, around: str | None) -> None:
        """The sentences of a unit; `around` is the agency that it is on."""
        if id(node) in self._defining or asisten_of(node, self._law.id) is not None:
            return
        around = self._places.within(node, around)
        said = node.text if node.kind not in _HEADINGS else ""
        own = said and tells(said) and not (said[0].islower() or said[0] == "(")
        listed = bool(node.children) and said.rstrip().endswith(":") and not self._portfolio(node)
        if own and (listed or not node.children or all(map(_numbered, node.children))):
            self._sentence(node, listed, around)
            if listed:
                return
        for child in node.children:
            self._visit(child, around)

    def _portfolio(self, node: Node) -> bool:
        return any(asisten_of(child, self._law.id) is not None for child in node.children)

    def _sentence(self, node: Node, listed: bool, around: str | None) -> None:
        text = written_out(plain(node.text.rstrip(" :") if listed else node.text), self._names)
        end = ":" if listed else "."
        said = (f"{words}{end}" for words in self._places.wordings(text, around))
        first, *others = (*said, "")
        at = self.add(Written(first, node, opens=listed, others=tuple(others[:-1])))
        if listed:
            self._entries(node, at, "  ")

    def _entries(self, node: Node, under: int, indent: str) -> None:
        for child in node.children:
            text = written_out(plain(child.text.rstrip(" :")), self._names)
            deeper = bool(child.children)
            text = self._places.entry(text) if deeper else text
            line = f"{indent}{child.number or '-'} {text}{':' if deeper else ';'}"
            at = self.add(Written(line, child, under, opens=deeper))
            self._entries(child, at, f"{indent}  ")


def _numbered(node: Node) -> bool:
    """Whether a unit is a paragraph of its own, and no entry of a list."""
    return node.kind in ("ayat", "pasal")


def written(draft: Draft, law: Regulation) -> tuple[Written, ...]:
    """The lines of a proposal that a draft gives; of sentences only if some relate units."""
    found = Sentences(draft, law)
    if not any(relates(line.node.text) for line in found.lines.values() if line.under is None):
        found.lines = {}
    add_portfolios(draft, law.id, found.add)
    return tuple(found.lines.values())


def structural(draft: Draft) -> bool:
    """Whether a draft says something of lines, places or the arrangement of units."""
    defining = {id(definition.node) for definition in draft.definitions}
    return any(id(node) not in defining and relates(node.text) for node in draft.walk())


def asisten_elsewhere(draft: Draft, read: set[int]) -> bool:
    """Whether an Asisten is named in what was not read: in units with other ids, in attachments."""
    defining = {id(definition.node) for definition in draft.definitions}
    texts = (node.text for node in draft.walk() if id(node) not in read | defining)
    return any(map(names_asisten, (*texts, *(one.text for one in draft.attachments))))


def first_names(skipped: Iterable[Written], laws: Sequence[Regulation]) -> Iterator[str]:
    """The names with which sentences and entries begin."""
    finder = NameFinder(gazetteer(kb_root(), [law.id for law in laws]), [laws[0].region])
    for line in skipped:
        for node in line.node.walk():
            if (mention := named(plain(node.text), finder)[0]) is not None:
                yield mention.name
