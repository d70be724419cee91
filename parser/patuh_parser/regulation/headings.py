"""Headings of the body: bab, bagian and paragraf, with their titles and pasal."""

from __future__ import annotations

from msgspec import Struct

from patuh_parser.regulation.lines import Line
from patuh_parser.regulation.provision import Heading

_LEVELS = {"bab": 0, "bagian": 1, "paragraf": 2}


class _Draft(Struct):
    opening: Line
    title: list[str] = []
    pasal: list[str] = []
    end_line: int = 0


class HeadingList:
    """Collects the headings of a body from its lines, fed in order."""

    def __init__(self) -> None:
        self._all: list[_Draft] = []
        self._open: list[_Draft] = []

    def open(self, line: Line) -> None:
        """Begin a heading; it ends those of its own and lower levels."""
        level = _LEVELS[line.form]
        self._open = [draft for draft in self._open if _LEVELS[draft.opening.form] < level]
        draft = _Draft(line, [line.rest] if line.rest else [], end_line=line.line)
        self._open.append(draft)
        self._all.append(draft)

    def title(self, line: Line) -> None:
        """Add a line to the title of the heading last opened."""
        self._all[-1].title.append(line.text)
        self._all[-1].end_line = line.line

    def pasal(self, provision_id: str) -> None:
        """Record a pasal under every open heading."""
        for draft in self._open:
            draft.pasal.append(provision_id)

    def build(self) -> tuple[Heading, ...]:
        """Return the finished headings in order of appearance."""
        return tuple(
            Heading(
                kind=draft.opening.form,
                number=draft.opening.number,
                title=" ".join(draft.title),
                pasal=tuple(draft.pasal),
                line=draft.opening.line,
                end_line=draft.end_line,
            )
            for draft in self._all
        )
