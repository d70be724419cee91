"""The matrix semula – menjadi: one row for every provision of either text."""

from collections import Counter
from typing import Literal, get_args

from msgspec import Struct

from patuh.comparison.alignment import Pair, align
from patuh.comparison.flattened import Provision, provisions_of
from patuh.comparison.word_difference import Piece, difference, without_joiner, without_references
from patuh_parser.legal.model import Draft

Status = Literal["tetap", "diubah", "bernomor_baru", "dipindah", "disisipkan", "dihapus"]
"""`bernomor_baru` and `dipindah` may be reworded besides (`Row.reworded`)."""

STATUSES: tuple[Status, ...] = get_args(Status)

Extent = Literal["", "rujukan", "perangkai", "isi"]
"""What a rewording touches: only cited numbers, only the joiner of a list, or the content."""


class Side(Struct, frozen=True):
    """A provision in one of the texts."""

    id: str
    label: str
    text: str
    line: int


class Row(Struct, frozen=True):
    """One provision: how it was and how it becomes."""

    status: Status
    reworded: bool
    extent: Extent
    old: Side | None
    new: Side | None
    pieces: tuple[Piece, ...]


class Document(Struct, frozen=True):
    """What a text says of itself."""

    path: str
    name: str
    title: str

    @property
    def about(self) -> str:
        """Its name and its title."""
        return f"{self.name} – {self.title}" if self.title else self.name


class Matrix(Struct, frozen=True):
    """The comparison of two texts."""

    old: Document
    new: Document
    rows: tuple[Row, ...]

    def counts(self) -> dict[Status, int]:
        """How many rows have each status, in a fixed order."""
        found = Counter(row.status for row in self.rows)
        return {status: found[status] for status in STATUSES}

    @property
    def changed(self) -> bool:
        """Whether the texts differ at all."""
        return any(row.status != "tetap" for row in self.rows)


def compare(old: Draft, new: Draft, *, of: Draft | None = None) -> Matrix:
    """The matrix of two drafts in the order of the new one; what is deleted stands where it was.

    `of` is the amending text by which the old one became the new one: then articles and headings
    with the same id are the same, however they read.
    """
    before, after = provisions_of(old), provisions_of(new)
    pairs = align(before, after, by_id=of is not None)
    rows = _Rows(before, after, pairs)
    return Matrix(_document(old), _document(of or new), rows.build())


def _document(draft: Draft) -> Document:
    name = " ".join(part for part in (draft.instrument, draft.region) if part)
    if draft.number:
        name += f" NOMOR {draft.number}"
    if draft.year:
        name += f" TAHUN {draft.year}"
    return Document(draft.path, name.strip(), draft.title)


class _Rows:
    def __init__(
        self,
        before: tuple[Provision, ...],
        after: tuple[Provision, ...],
        pairs: tuple[Pair, ...],
    ) -> None:
        self._before, self._after = before, after
        self._by_old = {pair.old: pair for pair in pairs}
        self._by_new = {pair.new: pair for pair in pairs}
        self._statuses: dict[int, Status] = {}

    def build(self) -> tuple[Row, ...]:
        rows: list[tuple[tuple[int, int, int], Row]] = []
        last = (-1, 0, 0)
        for at, unit in enumerate(self._before):
            pair = self._by_old.get(at)
            if pair is None:
                last = (last[0], 1, at)
                rows.append((last, Row("dihapus", False, "", _side(unit), None, _gone(unit))))
            elif pair.in_order and self._status(pair) != "dipindah":
                last = (pair.new, 0, 0)
        for at, unit in enumerate(self._after):
            pair = self._by_new.get(at)
            if pair is None:
                row = Row("disisipkan", False, "", None, _side(unit), _come(unit))
            else:
                row = self._row(pair)
            rows.append(((at, 0, 0), row))
        return tuple(row for _, row in sorted(rows, key=lambda entry: entry[0]))

    def _row(self, pair: Pair) -> Row:
        old, new = self._before[pair.old], self._after[pair.new]
        status = self._status(pair)
        reworded = old.text != new.text
        return Row(
            status="diubah" if status == "tetap" and reworded else status,
            reworded=reworded,
            extent=_extent(old.text, new.text),
            old=_side(old),
            new=_side(new),
            pieces=difference(old.text, new.text),
        )

    def _status(self, pair: Pair) -> Status:
        """How the place of a provision changed; what lies below follows what it lies in."""
        known = self._statuses.get(pair.new)
        if known is None:
            known = self._statuses[pair.new] = self._place_status(pair)
        return known

    def _place_status(self, pair: Pair) -> Status:
        old, new = self._before[pair.old], self._after[pair.new]
        if not pair.in_order:
            return "dipindah"
        above = None if new.parent is None else self._by_new.get(new.parent)
        if above is not None and self._status(above) == "dipindah":
            return "dipindah" if old.label != new.label else "tetap"
        return "tetap" if old.label == new.label else "bernomor_baru"


def _extent(old: str, new: str) -> Extent:
    if old == new:
        return ""
    if without_joiner(old) == without_joiner(new):
        return "perangkai"
    if without_references(old) == without_references(new):
        return "rujukan"
    return "isi"


def _side(unit: Provision) -> Side:
    return Side(unit.id, unit.label, unit.text, unit.line)


def _gone(unit: Provision) -> tuple[Piece, ...]:
    return (Piece("hapus", unit.text),) if unit.text else ()


def _come(unit: Provision) -> tuple[Piece, ...]:
    return (Piece("tambah", unit.text),) if unit.text else ()
