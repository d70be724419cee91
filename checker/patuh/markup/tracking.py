"""Tracked changes in a Word file (ECMA-376 part 1, 17.13.5): deletions and insertions of words."""

import datetime
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from patuh.markup.changes import Edit
from patuh.markup.comments import own, stamp
from patuh.markup.containers import largest_id
from patuh.markup.marking import CHANGES, Marking
from patuh.markup.spots import Spot, Spots
from patuh_parser.legal.files.raw_lines import fold
from patuh_parser.legal.files.wordml import child, local, value
from patuh_parser.text.shown import shown

_FIXED = ("ins", "del", "moveFrom", "moveTo", "fldSimple", "txbxContent")
"""What of others is tracked or worked out by Word: nothing is changed within it."""


class Tracking:
    """Puts changes into the main part of a Word file."""

    def __init__(self, marking: Marking, spots: Spots, day: datetime.date) -> None:
        self._marking, self._spots = marking, spots
        self._scanned = marking.scanned
        root = self._scanned.elements[0]
        self._own = own(root.tag.partition("}")[0].removeprefix("{"))
        self._stamp = stamp(day)
        self._id = largest_id(root)

    def possible(self, edit: Edit) -> bool:
        """Whether the words of an edit stand in the file as such, open to changes."""
        if not edit.old:
            return edit.column > 1 and self._follows(edit.line, edit.column - 1)
        spots = self._all(edit)
        written = "".join(self._scanned.text(self._number(one))[start:stop]
                          for one, start, stop in _runs(spots))  # fmt: skip
        return all(map(self._open, spots)) and fold(written) == edit.old.strip()

    def _follows(self, line: int, column: int) -> bool:
        """Whether something can be put right behind a character: it is one in the file too."""
        spot = self._spots.at(line, column)
        written = self._scanned.text(self._number(spot.element))
        letter = self._spots.letter(line, column)
        return (
            self._open(spot)
            and written[spot.offset].casefold() == letter.casefold()
            and len(written) == len(written.upper())
        )

    def track(self, edit: Edit) -> None:
        """Put a change that is possible into the file."""
        if not edit.old:
            spot = self._spots.at(edit.line, edit.column - 1)
            self._marking.after(spot, CHANGES, self._inserted(spot.element, edit.new))
            return
        *before, last = _runs(self._all(edit))
        for element, start, stop in before:
            self._replace(element, start, stop, b"")
        element, start, stop = last
        self._replace(element, start, stop, self._inserted(element, edit.new))

    def _all(self, edit: Edit) -> list[Spot]:
        """The spots of all characters of the words that an edit takes away."""
        columns = range(edit.column, edit.column + len(edit.old))
        return [self._spots.at(edit.line, column) for column in columns]

    def _open(self, spot: Spot) -> bool:
        at = self._number(spot.element)
        above = [self._scanned.elements[up] for up in self._marking.above(at)]
        return (
            local(spot.element) == "t"
            and [local(up) for up in above].count("r") == 1
            and local(above[0]) == "r"
            and not any(local(up) in _FIXED or _bound(up) for up in above)
            and at not in self._in_fields
            and self._scanned.character(at, 0) is not None
        )

    @cached_property
    def _in_fields(self) -> set[int]:
        """The texts that Word works out: between the characters of complex fields (17.16.18)."""
        found: set[int] = set()
        depth = 0
        for at, element in enumerate(self._scanned.elements):
            if local(element) == "fldChar":
                kind = value(element, "fldCharType")
                depth = max(0, depth + {"begin": 1, "end": -1}.get(kind or "", 0))
            elif depth:
                found.add(at)
        return found

    def _number(self, element: Element) -> int:
        return self._scanned.of[id(element)]

    def _replace(self, element: Element, start: int, stop: int, after: bytes) -> None:
        at = self._number(element)
        words = self._scanned.text(at)[start:stop]
        gone = self._change("del", element, "delText", words)
        self._marking.replace(element, start, stop, gone + after)

    def _inserted(self, element: Element, words: str) -> bytes:
        return self._change("ins", element, "t", words) if words else b""

    def _change(self, kind: str, element: Element, name: str, words: str) -> bytes:
        at = self._number(element)
        text, run = self._scanned.names[at], self._scanned.names[self._scanned.parents[at]]
        named = text[: len(text) - 1] + name
        like = self._marking.properties(at).decode()
        self._id += 1
        return (
            f'<w:{kind}{self._own} w:id="{self._id}" {self._stamp}><{run}>{like}'
            f'<{named} xml:space="preserve">{escape(shown(words))}</{named}></{run}></w:{kind}>'
        ).encode()


def _runs(spots: list[Spot]) -> list[tuple[Element, int, int]]:
    """The texts that the spots lie in: from where to where each is taken."""
    found: list[tuple[Element, int, int]] = []
    for element, own_spots in groupby(spots, key=attrgetter("element")):
        offsets = [spot.offset for spot in own_spots]
        found.append((element, min(offsets), max(offsets) + 1))
    return found


def _bound(element: Element) -> bool:
    """Whether the words of a content control come from elsewhere, or are locked."""
    if local(element) != "sdt":
        return False
    properties = child(element, "sdtPr")
    return child(properties, "dataBinding") is not None or "ontent" in (
        value(child(properties, "lock")) or ""
    )
