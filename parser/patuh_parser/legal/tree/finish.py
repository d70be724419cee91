"""From units to frozen nodes: texts joined, ids given once, places filled in."""

from __future__ import annotations

from collections.abc import Iterable

from patuh_parser.legal.files.raw_lines import RawLine
from patuh_parser.legal.lines.line_forms import Form
from patuh_parser.legal.lines.numerals import canonical
from patuh_parser.legal.model import Node, Passage, Place
from patuh_parser.legal.model.node import bare
from patuh_parser.legal.tree.growing import Unit
from patuh_parser.legal.tree.joining import Words, join

_TOP = ("bab", "pasal", "diktum")
_COUNTED = (*_TOP, "bagian", "paragraf", "ayat")


class Finisher:
    """Makes nodes; each id is given once in its life."""

    def __init__(self, lines: tuple[RawLine, ...], words: Words) -> None:
        self._lines = lines
        self._words = words
        self.odd: list[Node] = []
        self._given: set[str] = set()

    def place(self, line: int, end_line: int | None = None) -> Place:
        """Return the place of lines by their numbers."""
        raw = self._lines[line - 1]
        return Place(line, max(line, end_line or line), raw.paragraph, raw.page)

    def place_of(self, forms: list[Form]) -> Place:
        """Return the place of some lines that follow one another."""
        return self.place(forms[0].line, forms[-1].line)

    def words(self, forms: Iterable[Form]) -> str:
        """Return the joined text of whole lines."""
        return self.join([(form.text, form.line) for form in forms])

    def passage(self, forms: list[Form]) -> Passage:
        """Return some lines as a passage."""
        return Passage(self.words(forms), self.place_of(forms))

    def join(self, pieces: list[tuple[str, int]]) -> str:
        """Return the joined text of pieces."""
        return join(pieces, self._words)[0]

    def nodes(self, units: Iterable[Unit], parent: str | None = "") -> tuple[Node, ...]:
        """Return the nodes of units; ``parent`` is the id above, ``None`` if there is none."""
        return tuple(self.node(unit, parent) for unit in units)

    def node(self, unit: Unit, parent: str | None = "") -> Node:
        """Return the node of one unit and all below it."""
        own = self._id(unit, parent)
        text, breaks = join(unit.pieces, self._words)
        children = self.nodes(unit.children, own)
        end_line = max([unit.end_line, unit.line, *(child.place.end_line for child in children)])
        node = Node(
            kind=unit.kind,
            number=unit.number,
            id=own,
            title=self.join(unit.title),
            text=text,
            children=children,
            place=self.place(unit.line, end_line),
            quoted=unit.quoted,
            breaks=breaks,
        )
        if unit.odd:
            self.odd.append(node)
        return node

    def _id(self, unit: Unit, parent: str | None) -> str | None:
        if unit.path is not None:
            wanted = unit.path
        else:
            parent = "" if unit.kind in _TOP else parent
            number = bare(unit.number)
            if unit.kind in _COUNTED:
                number = canonical(unit.kind, number)
            if parent is None or unit.kind == "butir" or not number:
                return None
            wanted = f"{parent}.{unit.kind}-{number}".removeprefix(".")
        if wanted in self._given:
            return None
        self._given.add(wanted)
        return wanted
