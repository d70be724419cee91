"""From classified lines to the tree of provisions.

The level of an item follows from its marker and the lists that are open, never from
indentation: a marker continues the deepest open list it is next in, or starts a new
list at ``1`` or ``a``. Where two open lists could go on, a full stop before the marker
ends the inner one.
"""

from __future__ import annotations

from msgspec import Struct

from patuh_parser.regulation.lines import Line
from patuh_parser.regulation.markers import (
    Marker,
    is_closed,
    kind_of,
    read_marker,
    refers,
    refers_to_heading,
    style_below,
)
from patuh_parser.regulation.provision import Provision, RegulationError

_TAIL = 80
_TAIL_LINES = 8


class _Draft(Struct):
    id: str
    style: str
    number: str
    place: int
    line: int
    pieces: list[str] = []
    children: list[_Draft] = []
    end_line: int = 0

    def add(self, text: str, line: int) -> None:
        if text:
            self.pieces.append(text)
        self.end_line = line


class TreeBuilder:
    """Builds the pasal of a body from its lines, fed in order."""

    def __init__(self) -> None:
        self._pasal: list[_Draft] = []
        self._open: list[_Draft] = []

    @property
    def next_pasal(self) -> int:
        """The number the next pasal must have."""
        return len(self._pasal) + 1

    def last_text(self) -> str:
        """Return the end of what was read last; empty before any text."""
        pieces = self._open[-1].pieces if self._open else []
        return join_lines([piece[-_TAIL:] for piece in pieces[-_TAIL_LINES:]])

    def breaks_off(self, line: Line) -> bool:
        """Tell whether a heading-like line is the rest of a reference, hence prose."""
        if refers_to_heading(self.last_text()):
            return True
        in_order = line.form != "pasal" or int(line.number) == self.next_pasal
        return not in_order and not is_closed(self.last_text())

    def pasal(self, line: Line) -> str:
        """Open the next pasal and return its id.

        Raises:
            RegulationError: its number does not follow on the last.
        """
        number = int(line.number)
        if number != self.next_pasal:
            raise RegulationError(
                f"Pasal {number} stands where Pasal {self.next_pasal} must", line.line
            )
        draft = _Draft(f"pasal-{number}", "pasal", line.number, number, line.line)
        draft.end_line = line.line
        self._pasal.append(draft)
        self._open = [draft]
        return draft.id

    def prose(self, line: Line) -> None:
        """Add a line to the provision being read."""
        self._open[-1].add(line.text, line.line)

    def item(self, line: Line) -> None:
        """Add a line that begins with a marker: a new item, or prose that looks like one.

        Raises:
            RegulationError: the marker begins an item that follows on no open list.
        """
        marker = read_marker(line.number)
        before = self.last_text()
        if refers(before, marker.shape):
            return self.prose(line)
        if not (self._continue(marker, before, line) or self._start(marker, line)):
            if is_closed(before):
                raise RegulationError(
                    f"{line.number} follows on no open list in {self._open[-1].id}", line.line
                )
            return self.prose(line)
        return self._open[-1].add(line.rest, line.line)

    def _continue(self, marker: Marker, before: str, line: Line) -> bool:
        fitting = [
            depth
            for depth, draft in enumerate(self._open)
            if depth and draft.place + 1 == marker.place and _shape(draft.style) == marker.shape
        ]
        if not fitting:
            return False
        depth = fitting[0] if before.endswith(".") else fitting[-1]
        style = self._open[depth].style
        del self._open[depth:]
        self._append(marker, style, line)
        return True

    def _start(self, marker: Marker, line: Line) -> bool:
        style = style_below(marker.shape, [draft.style for draft in self._open])
        if marker.place != 1 or style is None or (style == "ayat" and self.last_text()):
            return False
        self._append(marker, style, line)
        return True

    def _append(self, marker: Marker, style: str, line: Line) -> None:
        parent = self._open[-1]
        provision_id = f"{parent.id}.{kind_of(style)}-{marker.number}"
        draft = _Draft(provision_id, style, marker.written, marker.place, line.line)
        parent.children.append(draft)
        self._open.append(draft)

    def build(self) -> tuple[Provision, ...]:
        """Return the finished pasal."""
        return tuple(_finish(draft) for draft in self._pasal)


def _shape(style: str) -> str:
    return "(1)" if style == "ayat" else style


def _finish(draft: _Draft) -> Provision:
    children = tuple(_finish(child) for child in draft.children)
    end_line = children[-1].end_line if children else draft.end_line
    text = join_lines(draft.pieces)
    kind = "pasal" if draft.style == "pasal" else kind_of(draft.style)
    return Provision(draft.id, kind, draft.number, text, children, draft.line, end_line)


def join_lines(pieces: list[str]) -> str:
    """Join the lines of one text; a word broken after its hyphen is closed up."""
    joined: list[str] = []
    for piece in pieces:
        if joined:
            last = joined[-1]
            joined.append("" if last.endswith("-") and last[-2:-1].isalpha() else " ")
        joined.append(piece)
    return "".join(joined)
