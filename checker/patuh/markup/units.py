"""The units of a draft by the line on which they begin, and where their words stand."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from patuh_parser.legal.files.raw_lines import plain
from patuh_parser.legal.model import Draft, Node, Passage


class Unit(Struct, frozen=True):
    """Words of a draft; `breaks` as in `Node`, `above` are those that a list belongs to.

    `next_to_last` is true of the last but one of what stands below those.
    """

    text: str
    breaks: tuple[tuple[int, int], ...]
    above: str = ""
    next_to_last: bool = False


class Units:
    """Finds the words that findings are about."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._by_line: dict[int, list[Unit]] = defaultdict(list)
        self._titled: dict[int, Node] = {}
        above = {id(child): node for node in draft.everywhere() for child in node.children}
        for node in draft.everywhere():
            if node.title:
                self._titled.setdefault(node.place.line, node)
            if node.text:
                listed = above.get(id(node))
                unit = Unit(
                    node.text,
                    node.breaks,
                    listed.text if listed is not None else "",
                    listed is not None and node in listed.children[-2:-1],
                )
                self._by_line[node.place.line].append(unit)
        opening = draft.preamble
        for passage in (opening.office, opening.memutuskan, opening.menetapkan):
            if passage is not None:
                self._by_line[passage.place.line].append(self._passage(passage))

    def _passage(self, passage: Passage) -> Unit:
        """A passage, of which the lines are joined with blanks between them."""
        breaks, at = [], 0
        for number in range(passage.place.line, passage.place.end_line + 1):
            line = self.draft.line(number)
            breaks.append((at, number))
            words = plain(line.text) if line else ""
            found = passage.text.find(words, at)
            at = (found if found >= 0 else at) + len(words) + 1
        return Unit(passage.text, tuple(breaks))

    def at(self, line: int) -> list[Unit]:
        """The units that begin on a line, the deepest first."""
        return self._by_line.get(line, [])[::-1]

    def titled(self, line: int) -> Node | None:
        """The bab, bagian or paragraf that begins on a line."""
        return self._titled.get(line)

    def place(self, unit: Unit, at: int) -> tuple[int, int] | None:
        """The line and the column, from 1, of a character of a unit; None if in doubt."""
        ends = [*(start for start, _ in unit.breaks[1:]), len(unit.text)]
        for (start, number), end in zip(unit.breaks, ends, strict=True):
            line = self.draft.line(number)
            if start <= at < end and line is not None:
                words = unit.text[start:end].strip()
                seen = plain(line.text)
                found = len(seen) - len(words) if seen.endswith(words) else seen.find(words)
                if len(seen) != len(line.text) or found < 0 or not words:
                    return None
                return number, found + at - start + 1
        return None

    def heading(self, node: Node) -> Iterator[tuple[int, int, str]]:
        """The lines of a title: number, column and words of each."""
        rest = node.title
        for number in range(node.place.line, node.place.line + 8):
            line = self.draft.line(number)
            text = line.text if line is not None else ""
            if rest and text and rest.startswith(text):
                yield number, 1, text
                rest = rest[len(text) :].lstrip()
            elif rest and text.endswith(rest):
                yield number, len(text) - len(rest) + 1, rest
                return
