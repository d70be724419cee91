"""Facts of a draft while they are collected, each with its place, and the columns of places."""

from patuh.facts.text import atom
from patuh_parser.legal.model import Draft, Node, Place
from patuh_parser.text.span import Span


class Collector:
    """Collects facts and loci; the first place of a fact counts."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.places: dict[str, Span] = {}
        self.loci: dict[str, Span] = {}
        self.numbers: dict[int, int] = {}

    def fact(self, at: Span, predicate: str, *arguments: str | int) -> None:
        """Add a fact."""
        self.places.setdefault(atom(predicate, *arguments), at)

    def locus(self, name: str, number: int, at: Span) -> None:
        """Add a term that may stand as the place of a finding."""
        self.loci.setdefault(f"{name}({number})", at)

    def number(self, node: Node) -> int:
        """Return the number of a node."""
        return self.numbers[id(node)]

    def span(self, place: Place) -> Span:
        """The lines of a place as a span."""
        last = self.draft.line(place.end_line)
        return Span(place.line, 1, place.end_line, len(last.text) + 1 if last else 2)

    def first_line(self, place: Place) -> Span:
        """The first line of a place as a span."""
        line = self.draft.line(place.line)
        return Span(place.line, 1, place.line, max(2, len(line.text) + 1 if line else 2))

    def words(self, node: Node, start: int, end: int) -> Span:
        """Where `node.text[start:end]` stands, with its column as far as it can be told."""
        first, last = node.line_at(start), node.line_at(max(start, end - 1))
        line = self.draft.line(first)
        text = line.text if line else ""
        words = node.text[start:end].split()
        before = max(
            (at for at, number in node.breaks if number == first and at <= start), default=0
        )
        column = _nearest(text, words, start - before)
        if first != last:
            closing = self.draft.line(last)
            return Span(first, column, last, len(closing.text) + 1 if closing else 2)
        return Span(first, column, first, min(column + end - start, max(len(text), column) + 1))


def _nearest(text: str, words: list[str], guess: int) -> int:
    """The column where the words begin: the match that lies nearest to where it should be."""
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        found: list[int] = []
        at = text.find(phrase)
        while at >= 0:
            found.append(at)
            at = text.find(phrase, at + 1)
        if found:
            return min(found, key=lambda column: abs(column - guess)) + 1
    return 1
