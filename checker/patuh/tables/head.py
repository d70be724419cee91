"""The head of a table: in which row it stands, and what each of its columns is."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from patuh.knowledge.territory.regions import Region, region_named
from patuh.tables.cells import Sheet
from patuh.tables.words import listing, plain, role

_DEEPEST = 60
"""So many rows may stand above the head: a title, whose table it is."""


class Head(Struct, frozen=True):
    """Where the head of a sheet stands, and its columns, all counted from 0.

    `names` are the columns in which units stand, each in what the columns before it hold; `region`
    is that of the regions whose units they are, where a table has those of several.
    """

    sheet: Sheet
    row: int
    names: tuple[int, ...]
    id: int | None = None
    parent_id: int | None = None
    parent: int | None = None
    number: int | None = None
    post_kind: int | None = None
    type: int | None = None
    region: int | None = None
    heads: tuple[str, ...] = ()

    def unread(self) -> list[tuple[int, str]]:
        """The other columns that have a head or hold something, each with its head."""
        below = self.sheet.rows[self.row + 1 :]
        filled = {at for row in (self.heads, *below) for at, cell in enumerate(row) if cell.strip()}
        used = {*self.names, *self._others, self.region}
        heads = dict(enumerate(self.heads))
        return [(at, heads.get(at, "")) for at in sorted(filled - used)]

    def regions(self) -> Iterator[tuple[int, Region]]:
        """The rows in which a region begins, each with it: an empty cell is as that above."""
        for at in range(self.row + 1, len(self.sheet.rows) if self.region is not None else 0):
            found = region_named(text) if (text := self.sheet.at(at, self.region or 0)) else None
            if found is not None:
                yield at, found

    @property
    def roles(self) -> int:
        """How many columns are known."""
        return len(self.names) + sum(column is not None for column in self._others)

    @property
    def _others(self) -> tuple[int | None, ...]:
        upper = (self.id, self.parent_id, self.parent)
        return (*upper, self.number, self.post_kind, self.type)

    @property
    def read(self) -> tuple[int, ...]:
        """The columns of which a cell must not be broken."""
        others = (self.id, self.parent, self.parent_id)
        return (*self.names, *(column for column in others if column is not None))

    @property
    def width(self) -> int:
        """So many columns the head has."""
        return len(self.sheet.rows[self.row])

    def repeated(self, row: int) -> bool:
        """Whether a row is the head again, or numbers the columns: `1 2 3`, `(1) (2) (3)`."""
        first = next((cell.strip() for cell in self.sheet.rows[row] if cell.strip()), "")
        if first == self._first:
            return _stripped(self.sheet.rows[row]) == _stripped(self.sheet.rows[self.row])
        if first.strip("(). ") != "1":
            return False
        filled = [cell for cell in _stripped(self.sheet.rows[row]) if cell]
        numbers = [cell.strip("(). ") for cell in filled]
        return len(filled) > 1 and numbers == [str(at) for at in range(1, len(filled) + 1)]

    @property
    def _first(self) -> str:
        return next(cell.strip() for cell in self.sheet.rows[self.row] if cell.strip())


def head_of(sheet: Sheet) -> Head | None:
    """The head of a sheet: of the rows that name a column of units the one that names most.

    A row with merged cells may be the upper one of two.
    """
    rows = range(min(_DEEPEST, len(sheet.rows)))
    found = [_read(sheet, row, sheet.rows[row]) for row in rows]
    for top in sorted({top for top, left, _, right in sheet.merged if right > left}):
        if top + 1 in rows:
            found.append(_read(sheet, top + 1, _joined(sheet, top)))
    heads = [head for head in found if head is not None]
    return max(heads, key=lambda head: head.roles, default=None)


def _joined(sheet: Sheet, top: int) -> list[str]:
    """The heads of columns in two rows: `KODE` below `ATASAN` is `KODE ATASAN`."""
    upper, lower = list(sheet.rows[top]), sheet.rows[top + 1]
    for first, left, _, right in sheet.merged:
        if first == top:
            upper[left : right + 1] = [sheet.at(top, left)] * (min(right + 1, len(upper)) - left)
    joined = []
    for above, below in zip_longest(upper, lower, fillvalue=""):
        ways = (f"{below} {above}", f"{above} {below}", below or above)
        joined.append(next((way for way in ways if role(way)[0]), below or above))
    return joined


def _read(sheet: Sheet, row: int, texts: Sequence[str]) -> Head | None:
    columns: dict[str, tuple[int, int]] = {}
    levels: list[int] = []
    for at, text in enumerate(texts):
        kind, rank = role(text) if text else ("", 0)
        if kind == "level":
            levels.append(at)
        elif kind and (kind not in columns or rank < columns[kind][0]):
            columns[kind] = (rank, at)
    place = {kind: at for kind, (_, at) in columns.items()}
    name, post = place.pop("name", None), place.pop("post", None)
    within = "parent" in place or "parent_id" in place
    if name is None and (within or not levels):
        name = post
    if within:
        levels = levels[:1] if name is None else []
    names = sorted([*levels, *([] if name is None else [name])])
    if not names:
        return None
    if len(names) == 1 and not {"parent", "parent_id"} & place.keys():
        names = _spread(texts, names[0])
    region = next((at for at, text in enumerate(texts) if plain(text) in listing("region")), None)
    return Head(sheet, row, tuple(names), **place, region=region, heads=tuple(texts))


def _spread(cells: Sequence[str], start: int) -> list[int]:
    """A head over several columns: they have none of their own, up to the next that has one."""
    end = start + 1
    while end < len(cells) and not cells[end].strip():
        end += 1
    return list(range(start, end))


def _stripped(cells: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in cells]
