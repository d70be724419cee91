"""Marks put between the characters of a Word file: the runs around them are parted.

A run (ECMA-376 part 1, 17.3.2.25) is parted by its end and a beginning with the same properties;
in a text box, where Word lets no comment stand, marks go around the run that holds the box.
"""

from collections import defaultdict
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from patuh.markup.scanned import Scanned, Splice
from patuh.markup.spots import Spot
from patuh_parser.legal.files.wordml import child, local

ENDS, REFERENCES, CHANGES, STARTS = range(4)
"""The order of marks in one place."""
_Gap = tuple[int, int, bytes, bytes]
"""A place between characters: the bytes that make way, what ends before and begins after marks."""


class Marking:
    """Collects the marks of one part of a Word file."""

    def __init__(self, scanned: Scanned) -> None:
        self.scanned = scanned
        self._marks: dict[_Gap, list[tuple[int, int, bytes]]] = defaultdict(list)
        self._kept: set[int] = set()
        self._replaced: list[Splice] = []

    def before(self, spot: Spot, order: int, mark: bytes) -> None:
        """Put a mark before a character."""
        self._put(spot, spot.offset, order, mark)

    def after(self, spot: Spot, order: int, mark: bytes) -> None:
        """Put a mark after a character."""
        self._put(spot, spot.offset + 1, order, mark)

    def replace(self, element: Element, start: int, stop: int, put: bytes) -> None:
        """Put something in place of characters of a text, which must stand in a run."""
        scanned = self.scanned
        at = scanned.of[id(element)]
        first, end = scanned.character(at, start), scanned.character(at, stop)
        assert first is not None
        assert end is not None
        closing, opening = self._parting(at, text=True)
        self._kept.add(at)
        self._replaced.append((first, end, closing + put + opening))

    def properties(self, at: int) -> bytes:
        """The properties of the run that a text stands in."""
        found = child(self.scanned.elements[self.scanned.parents[at]], "rPr")
        return b"" if found is None else self.scanned.whole(self.scanned.of[id(found)])

    def splices(self) -> list[Splice]:
        """What becomes of the part."""
        found = list(self._replaced)
        for (start, end, closing, opening), marks in self._marks.items():
            marks.sort()
            found.append((start, end, closing + b"".join(m for *_, m in marks) + opening))
        for at in self._kept:
            if b"xml:space" not in self.scanned.tag(at):
                found.append((self.scanned.start(at), self.scanned.opened(at),
                              self.scanned.tag(at, preserve=True)))  # fmt: skip
        return found

    def _put(self, spot: Spot, offset: int, order: int, mark: bytes) -> None:
        marks = self._marks[self._where(spot.element, offset, order)]
        marks.append((order, len(marks), mark))

    def _where(self, element: Element, offset: int, order: int) -> _Gap:
        scanned = self.scanned
        at = scanned.of[id(element)]
        above = list(self.above(at))
        runs = [up for up in above if local(scanned.elements[up]) == "r"]
        if not runs:
            paragraphs = [up for up in (at, *above) if local(scanned.elements[up]) == "p"]
            return self._in_paragraph(paragraphs[0])
        run = runs[-1]
        if len(runs) > 1 or scanned.parents[at] != run:
            return self._beside(run, order >= CHANGES)
        parts = [part for part in scanned.elements[run] if local(part) != "rPr"]
        length = len(scanned.text(at)) or 1
        if (offset <= 0 and parts[0] is element) or (offset >= length and parts[-1] is element):
            return self._beside(run, offset <= 0)
        if offset <= 0 or offset >= length:
            place = scanned.start(at) if offset <= 0 else scanned.end(at)
            return place, place, *self._parting(at, text=False)
        inside = scanned.character(at, offset)
        if inside is None:
            return self._beside(run, order >= CHANGES)
        self._kept.add(at)
        return inside, inside, *self._parting(at, text=True)

    def _beside(self, at: int, before: bool) -> _Gap:
        place = self.scanned.start(at) if before else self.scanned.end(at)
        return place, place, b"", b""

    def _parting(self, at: int, text: bool) -> tuple[bytes, bytes]:
        """What ends the run of an element, or of a text within it, and begins another like it."""
        scanned = self.scanned
        run = scanned.parents[at]
        ended = f"</{scanned.names[run]}>".encode()
        begun = scanned.tag(run) + self.properties(at)
        if not text:
            return ended, begun
        return f"</{scanned.names[at]}>".encode() + ended, begun + scanned.tag(at, preserve=True)

    def _in_paragraph(self, at: int) -> _Gap:
        scanned = self.scanned
        place = scanned.opened(at)
        if scanned.empty(at):
            return place - 2, place, b">", f"</{scanned.names[at]}>".encode()
        properties = child(scanned.elements[at], "pPr")
        if properties is not None:
            place = scanned.end(scanned.of[id(properties)])
        return place, place, b"", b""

    def above(self, at: int) -> Iterator[int]:
        """The elements that an element lies in, the nearest first."""
        up = self.scanned.parents[at]
        while up >= 0:
            yield up
            up = self.scanned.parents[up]
