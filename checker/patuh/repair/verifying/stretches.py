"""The part of a large file that a repair touches, to be read without the rest."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from patuh.finding import Edit
from patuh.repair.writing.line_marks import PART
from patuh_parser.text.span import Span


class Chunks:
    """A file in stretches of lines that can be read one without the other.

    A stretch is a sentence with its list, a subject with its predicates, or a workflow. The
    header, the headings of parts and all of PERUBAHAN belong to every excerpt.
    """

    def __init__(self, lines: Sequence[str], spans: Iterable[Span]) -> None:
        """`spans` are those of the sentences, of which some run over several lines."""
        self._lines = lines
        inner = {row for span in spans for row in range(span.line + 1, span.end_line + 1)}
        self._starts: list[int] = []
        self._always: list[int] = []
        part = ""
        for number, line in enumerate(lines, 1):
            if match := PART.match(line):
                part = match[1]
                self._starts.append(number)
                if part != "ALUR":
                    self._always.append(number)
            elif part in {"", "PERUBAHAN"}:
                self._always.append(number)
            elif part != "ALUR" and line[:1].isupper() and number not in inner:
                self._starts.append(number)

    def around(self, rows: Iterable[int]) -> "Excerpt":
        """The excerpt with the stretches that hold these lines."""
        kept = set(self._always)
        for at in {bisect_right(self._starts, row) - 1 for row in rows}:
            last = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._lines) + 1
            kept.update(range(self._starts[at] if at >= 0 else 1, last))
        return Excerpt(self._lines, sorted(kept))


class Excerpt:
    """Some lines of a file, known by their numbers in it."""

    def __init__(self, lines: Sequence[str], rows: Sequence[int]) -> None:
        self._rows = rows
        self._lines = [lines[row - 1] for row in rows]
        self._kept = frozenset(rows)

    def __contains__(self, row: int) -> bool:
        return row in self._kept

    @property
    def text(self) -> str:
        """The lines as a text."""
        return "\n".join(self._lines) + "\n"

    def edited(self, edits: Iterable[Edit]) -> str:
        """The text with edits applied that touch only lines of the excerpt."""
        lines = list(self._lines)
        for edit in sorted(edits, key=lambda e: (e.first, e.last), reverse=True):
            first = bisect_left(self._rows, edit.first)
            last = bisect_right(self._rows, edit.last) if edit.last >= edit.first else first
            lines[first:last] = edit.lines
        return "\n".join(lines) + "\n"
