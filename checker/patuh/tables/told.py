"""What is said of a table: errors that keep it from being imported, and notes."""

from collections.abc import Iterable

from msgspec import Struct

from patuh.messages import LANGUAGES, Texts, told
from patuh.tables.cells import Cell

_LONGEST = 200
_MOST = 5
"""So many notes of one kind."""


class Said(Struct, frozen=True):
    """An error or a note: its key in `import.toml`, its values, and the cell it is about."""

    key: str
    cell: Cell | None = None
    values: tuple[tuple[str, object], ...] = ()
    texts: Texts | None = None
    """Words of another reader, in place of those of the key."""

    def words(self) -> Texts:
        """What is said and what would help, by language."""
        return self.texts or told(f"import.{self.key}", **dict(self.values))


def said(key: str, cell: Cell | None = None, /, **values: object) -> Said:
    """An error or a note with its values."""
    return Said(key, cell, tuple((name, _short(value)) for name, value in values.items()))


def _short(value: object) -> object:
    """A text as much of it as is shown; a cell may hold a book."""
    long = isinstance(value, str) and len(value) > _LONGEST
    return f"{str(value)[:_LONGEST]}…" if long else value


def few(notes: Iterable[Said]) -> list[Said]:
    """Of each kind the first few, and how many more there are."""
    kinds: dict[str, list[Said]] = {}
    for note in notes:
        kinds.setdefault(note.key, []).append(note)
    return [
        one
        for every in kinds.values()
        for one in (
            *every[:_MOST],
            *([said("more_notes", count=len(every) - _MOST)] if len(every) > _MOST else ()),
        )
    ]


class TableError(Exception):
    """A table cannot be imported; `errors` holds all that is wrong with it, in its order."""

    def __init__(self, *errors: Said) -> None:
        super().__init__(*(error.words()[LANGUAGES[0]][0] for error in errors))
        self.errors = errors


class Notes(Struct):
    """What was noticed on the way, and what is wrong."""

    notes: list[Said] = []
    errors: list[Said] = []

    def note(self, key: str, cell: Cell | None = None, /, **values: object) -> None:
        """Tell something that does not keep the table from being imported."""
        self.notes.append(said(key, cell, **values))

    def wrong(self, key: str, cell: Cell | None = None, /, **values: object) -> None:
        """Note an error."""
        self.errors.append(said(key, cell, **values))

    def raise_if_any(self) -> None:
        """Raise all errors so far, in the order of the table."""
        if self.errors:
            raise TableError(*sorted(self.errors, key=_place))


def _place(error: Said) -> tuple[int, int]:
    return (error.cell.row, error.cell.column) if error.cell else (0, 0)
