"""Where something stands in the extracted text, and the lines themselves."""

from msgspec import Struct


class Place(Struct, frozen=True):
    """Where something stands: lines of the extracted text, its paragraph, its page.

    ``line`` and ``end_line`` are 1-based and inclusive, ``paragraph`` is the 1-based
    number of the first line's paragraph (a Word paragraph; in PDF and plain text a run
    of lines without a blank one), ``page`` its 1-based page, ``None`` where unknown.
    """

    line: int
    end_line: int
    paragraph: int
    page: int | None = None


class Line(Struct, frozen=True):
    """One line of the extracted text, as written (only white space is folded).

    ``label`` is the number that Word gave the paragraph by itself, ``""`` for a typed one;
    ``text`` has it at the head (in a table after the keyword: ``Menimbang : a. bahwa …``).
    ``style`` is the name of the Word paragraph style. ``furniture`` marks letterheads, page
    numbers and running heads, which the tree leaves out. Blank lines count but are not kept.
    """

    number: int
    text: str
    paragraph: int
    page: int | None = None
    label: str = ""
    style: str = ""
    table: bool = False
    furniture: bool = False

    @property
    def place(self) -> Place:
        """The place of this line alone."""
        return Place(self.number, self.number, self.paragraph, self.page)


class Passage(Struct, frozen=True):
    """A run of text that is no provision: lines joined, white space folded."""

    text: str
    place: Place
