"""Changes of the words of a draft, and those among them that do not touch one another."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from patuh.finding import Finding, Place


class Edit(Struct, frozen=True):
    """Words of one line of the extracted text, from a column on, and what stands there instead."""

    line: int
    column: int
    old: str
    new: str

    @property
    def touched(self) -> set[tuple[int, int]]:
        """Its characters; where it takes none away, the place."""
        end = self.column + max(len(self.old), 1)
        return {(self.line, at) for at in range(self.column, end)}


class Change(Struct, frozen=True):
    """What is changed for findings at places of theirs; `moves` numbers of provisions."""

    cures: tuple[tuple[Finding, Place], ...]
    edits: tuple[Edit, ...]
    moves: bool = False

    @property
    def touched(self) -> set[tuple[int, int]]:
        """The characters of its edits."""
        return {one for edit in self.edits for one in edit.touched}


def apart(changes: Iterable[Change]) -> Iterator[Change]:
    """Those of the changes that do not touch one before them."""
    taken: set[tuple[int, int]] = set()
    for change in changes:
        if not change.touched & taken:
            taken |= change.touched
            yield change
