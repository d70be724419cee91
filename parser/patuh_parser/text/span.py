"""Places in a source text."""

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A half-open stretch of text; lines and columns count from 1, in code points."""

    line: int
    column: int
    end_line: int
    end_column: int
    file: str = ""
    """The file that it lies in, where a model joins several; empty for the one at hand."""

    def to(self, other: "Span") -> "Span":
        """The stretch from the start of this span to the end of the other."""
        return Span(self.line, self.column, other.end_line, other.end_column, self.file)
