"""A draft as a whole, and the ways through it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter

from msgspec import Struct

from patuh_parser.legal.model.frame import Attachment, Closing, Explanation, Preamble, Title
from patuh_parser.legal.model.node import Node
from patuh_parser.legal.model.place import Line, Place
from patuh_parser.legal.model.said import Amendment, Defect, Definition, Reference

UNREAD = ("halaman_tanpa_teks", "berkas_tertanam")
"""Defects of a file by which a part of its text is not known."""


class Draft(Struct, frozen=True, dict=True):
    """A draft as read.

    ``kind``: ``perda``, ``perbup``, ``perwali``, ``pergub`` or ``peraturan``, each also with
    ``_perubahan`` when it amends; ``keputusan``, so only with roman pasal;
    ``instruksi``; ``tak_dikenal``.
    ``instrument`` is as in the heading (``PERATURAN BUPATI``), ``region`` what follows it
    (``KUTAI TIMUR``).
    ``source`` is ``docx``, ``pdf`` or ``txt``. ``recognised``: whether it has the heading or a
    part of the preamble of a regulation, or a numbered pasal in a text that is not named otherwise.
    """

    path: str
    source: str
    kind: str
    instrument: str
    region: str
    number: str
    year: str
    title: str
    titles: tuple[Title, ...]
    preamble: Preamble
    body: tuple[Node, ...]
    closing: Closing
    attachments: tuple[Attachment, ...]
    explanation: Explanation | None
    definitions: tuple[Definition, ...]
    references: tuple[Reference, ...]
    amendments: tuple[Amendment, ...]
    lines: tuple[Line, ...]
    defects: tuple[Defect, ...]
    recognised: bool = True

    @property
    def amending(self) -> bool:
        """Whether the draft amends another regulation."""
        return self.kind.endswith("_perubahan")

    @property
    def recognised_pages(self) -> tuple[int, ...]:
        """The pages whose text OCR gave: what is not found there may be misread."""
        return tuple(int(dict(d.data)["page"]) for d in self.defects if d.code == "teks_ocr")

    @property
    def unread(self) -> tuple[int | None, ...]:
        """The pages that could not be read, ``None`` for a part whose page is not known."""
        found = (one for one in self.defects if one.code in UNREAD)
        pages = (dict(one.data).get("page") for one in found)
        return tuple(None if page is None else int(page) for page in pages)

    def walk(self) -> Iterator[Node]:
        """Yield every node of the body, parents before children."""
        return iter(self._nodes)

    @cached_property
    def _nodes(self) -> tuple[Node, ...]:
        return tuple(below for node in self.body for below in node.walk())

    def provisions(self) -> Iterator[Node]:
        """Yield the pasal (or diktum) and all below them, without bab, bagian, paragraf."""
        return (node for node in self.walk() if node.kind not in ("bab", "bagian", "paragraf"))

    def leaves(self) -> Iterator[Node]:
        """Yield the provisions without children, in the order of the text."""
        return (node for node in self.provisions() if not node.children)

    def articles(self) -> Iterator[Node]:
        """Yield the draft's own pasal or diktum, not those that it quotes."""
        return (n for n in self.walk() if n.kind in ("pasal", "diktum") and not n.quoted)

    def everywhere(self) -> Iterator[Node]:
        """Yield the nodes of preamble, body and explanation in the order of the text."""
        for part in self.preamble.lists:
            yield from part.walk()
        yield from self.walk()
        for entry in self.explanation.entries if self.explanation else ():
            yield from entry.walk()

    def find(self, node_id: str) -> Node | None:
        """Return the node with exactly this id, or ``None``."""
        return next((found for found in self.everywhere() if found.id == node_id), None)

    def line(self, number: int) -> Line | None:
        """Return the line with this number; ``None`` for a blank one."""
        at = bisect_left(self.lines, number, key=attrgetter("number"))
        found = self.lines[at] if at < len(self.lines) else None
        return found if found is not None and found.number == number else None

    def lines_of(self, place: Place) -> tuple[Line, ...]:
        """Return the lines of a place that are not blank."""
        number = attrgetter("number")
        first = bisect_left(self.lines, place.line, key=number)
        return self.lines[first : bisect_right(self.lines, place.end_line, key=number)]

    def place_of(self, node: Node, start: int, end: int) -> Place:
        """Return the place of ``node.text[start:end]``."""
        first, last = node.line_at(start), node.line_at(max(start, end - 1))
        line = self.line(first)
        if line is None:
            return node.place
        return Place(first, max(first, last), line.paragraph, line.page)
