"""Facts of a draft while they are collected, each with its place, and the parts for marks."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate
from operator import itemgetter

from msgspec import Struct

from patuh.facts.text import atom
from patuh_parser.legal.model import Draft, Line, Node, Place
from patuh_parser.text.span import Span

_HEADING_LINES = 6
_WORDS = 12
"""Words by which a place is looked for in its line."""


class Part(Struct, frozen=True):
    """Words in which marks are looked for; `term` names in facts what they are the words of."""

    term: str
    text: str
    place: Span
    within: Callable[[int, int], Span]
    """Where the words from one offset of `text` to another stand."""


class Collector:
    """Collects facts, loci and parts; the first place of a fact counts."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.places: dict[str, Span] = {}
        self.loci: dict[str, Span] = {}
        self.parts: dict[str, list[Part]] = defaultdict(list)
        self.known: dict[str, None] = {}
        """Facts of the knowledge base about what the draft names; they stand nowhere in it."""
        self.unknown: dict[str, None] = {}
        """National regulations that the draft names and of which nothing is known."""
        self.untitled: dict[str, None] = {}
        """Those of which only is known that they were revoked."""
        self._numbers = {id(node): at for at, node in enumerate(draft.everywhere(), 1)}
        self._lines = {one.number: _whole(one.number, one.text) for one in draft.lines}

    def fact(self, at: Span, predicate: str, *arguments: str | int) -> None:
        """Add a fact."""
        self.places.setdefault(atom(predicate, *arguments), at)

    def locus(self, name: str, number: str | int, at: Span) -> str:
        """Add a term that may stand as the place of a finding, and return it."""
        term = f"{name}({number})"
        self.loci.setdefault(term, at)
        return term

    def part(self, kind: str, term: str, text: str, at: Span) -> None:
        """Add the words of a part that stands in one place."""
        self.parts[kind].append(Part(term, text, at, lambda _start, _end: at))

    def part_of(self, kind: str, node: Node, text: str | None = None) -> None:
        """Add the words of a unit: its own, or `text` as if on its first line."""
        at, term = self.first_line(node.place), f"simpul({self.number(node)})"
        if text is None:
            self.parts[kind].append(
                Part(term, node.text, at, lambda start, end: self.words(node, start, end))
            )
        else:
            self.part(kind, term, text, at)

    def heading(self, kind: str, node: Node) -> None:
        """Add the title of a bab, bagian or paragraf, which may take several lines."""
        at, term = self.first_line(node.place), f"simpul({self.number(node)})"

        def within(start: int, end: int) -> Span:
            word = node.title[start:end]
            for number in range(node.place.line, node.place.line + _HEADING_LINES):
                line = self.draft.line(number)
                if line is not None and (column := line.text.find(word)) >= 0:
                    return Span(number, column + 1, number, column + 1 + len(word))
            return at

        self.parts[kind].append(Part(term, node.title, at, within))

    def number(self, node: Node) -> int:
        """Return the number of a node."""
        return self._numbers[id(node)]

    def lines(self, kind: str, term: str, lines: Sequence[Line]) -> None:
        """Add the words of lines, one below the other."""
        begins = [0, *accumulate(len(line.text) + 1 for line in lines)]

        def within(start: int, end: int) -> Span:
            at = bisect_right(begins, start) - 1
            number, column = lines[at].number, start - begins[at] + 1
            return Span(number, column, number, min(column + end - start, len(lines[at].text) + 1))

        text = "\n".join(line.text for line in lines)
        self.parts[kind].append(Part(term, text, self.line(lines[0].number), within))

    def head(self) -> Span:
        """Where the draft begins: the heading, else its first line."""
        title = next((t for t in self.draft.titles if t.where == "judul"), None)
        if title is not None:
            return self.first_line(title.place)
        lines = [line for line in self.draft.lines if not line.furniture]
        return self.first_line(lines[0].place) if lines else Span(1, 1, 1, 2)

    def first_line(self, place: Place) -> Span:
        """The first line of a place as a span."""
        return self.line(place.line)

    def line(self, number: int) -> Span:
        """A line as a span."""
        return self._lines.get(number) or _whole(number, "")

    def words(self, node: Node, start: int, end: int) -> Span:
        """Where `node.text[start:end]` stands, with its column as far as it can be told."""
        first, last = node.line_at(start), node.line_at(max(start, end - 1))
        line = self.draft.line(first)
        text = line.text if line else ""
        words = node.text[start:end].split()
        at = bisect_right(node.breaks, start, key=itemgetter(0))
        before = node.breaks[at - 1][0] if at else 0
        column = _nearest(text, words, start - before)
        if first != last:
            closing = self.draft.line(last)
            return Span(first, column, last, len(closing.text) + 1 if closing else 2)
        return Span(first, column, first, min(column + end - start, max(len(text), column) + 1))


def _whole(number: int, text: str) -> Span:
    return Span(number, 1, number, max(2, len(text) + 1))


def _nearest(text: str, words: list[str], guess: int) -> int:
    """The column where the words begin: the match that lies nearest to where it should be."""
    for count in range(min(len(words), _WORDS), 0, -1):
        phrase = " ".join(words[:count])
        after = text.find(phrase, max(0, guess))
        before = text.rfind(phrase, 0, max(0, guess + len(phrase) - 1))
        found = [at for at in (before, after) if at >= 0]
        if found:
            return min(found, key=lambda column: abs(column - guess)) + 1
    return 1
