"""The tree of one regulation: provisions, headings and the passages around them.

Names follow UU 12/2011 (Lampiran II): bab, bagian, paragraf group the pasal; a
pasal divides into ayat, huruf and angka. All values are frozen.
"""

from collections.abc import Iterator

from msgspec import Struct


class RegulationError(ValueError):
    """The text cannot be read as a regulation.

    ``line`` is the 1-based source line at fault, or ``None`` when the text as a whole is.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message if line is None else f"line {line}: {message}")
        self.line = line


class Provision(Struct, frozen=True):
    """One pasal, ayat, huruf or angka.

    ``text`` is the provision's own text (the chapeau when it has children): lines
    joined, white space folded, otherwise verbatim. ``number`` is the marker as
    written. ``line`` and ``end_line`` (1-based, inclusive) span its children too.
    """

    id: str
    kind: str
    number: str
    text: str
    children: tuple["Provision", ...]
    line: int
    end_line: int

    def walk(self) -> Iterator["Provision"]:
        """Yield this provision and everything below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


class Heading(Struct, frozen=True):
    """A ``bab``, ``bagian`` or ``paragraf`` heading.

    ``number`` is as written ("IV", "Kesatu", "1") and need not be unique or in
    order. ``pasal`` holds the ids of the pasal up to the next heading of the same
    or a higher level.
    """

    kind: str
    number: str
    title: str
    pasal: tuple[str, ...]
    line: int
    end_line: int


class Passage(Struct, frozen=True):
    """A run of source lines outside the body, kept verbatim.

    ``kind`` is ``judul``, ``menimbang``, ``mengingat``, ``memperhatikan`` or
    ``menetapkan`` before the body; ``penutup``, ``lampiran`` or ``penjelasan`` after it.
    """

    kind: str
    text: str
    line: int
    end_line: int


class RegulationText(Struct, frozen=True):
    """A regulation as read: ``preamble``, ``provisions`` under ``headings``, ``closing``."""

    provisions: tuple[Provision, ...]
    headings: tuple[Heading, ...]
    preamble: tuple[Passage, ...]
    closing: tuple[Passage, ...]

    def walk(self) -> Iterator[Provision]:
        """Yield every provision in the order of the text, parents before children."""
        for pasal in self.provisions:
            yield from pasal.walk()

    def leaves(self) -> Iterator[Provision]:
        """Yield the provisions without children, in the order of the text."""
        return (provision for provision in self.walk() if not provision.children)

    def find(self, provision_id: str) -> Provision | None:
        """Return the provision with exactly this id, or ``None``."""
        return next((found for found in self.walk() if found.id == provision_id), None)
