"""What somebody intends with a revision, stated in a proposal: `#! baru A5`, `#! hilang H5`.

An intention holds if what it says was not so before, is so now, and nothing else has changed on
that proposal.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from patuh.report.expectations import Intended, Row, fits
from patuh.revision.records import Hit, Told

Failure = Literal["belum", "sudah", "masih", "tak_ada", "lain_baru", "lain_hilang"]
"""Of what is to be new: it is not found, or was found before; of what is to go: it is still found,
or was not found before; or something else came or went."""


class Failed(Struct, frozen=True):
    """Why an intention does not hold: what was stated, or what else was found."""

    kind: Failure
    row: Row


def failures(stated: Sequence[Intended], hit: Hit) -> Iterator[Failed]:
    """What keeps an intention from holding on the proposal that states it."""
    came, went, same = (tuple(_rows(side)) for side in (hit.new, hit.gone, hit.same))
    for one in stated:
        if not any(fits(row, one.row) for row in (came if one.new else went)):
            there = any(fits(row, one.row) for row in same)
            kind: Failure = "sudah" if there else "belum"
            if not one.new:
                kind = "masih" if there else "tak_ada"
            yield Failed(kind, one.row)
    for new, rows in ((True, came), (False, went)):
        wanted = [one.row for one in stated if one.new is new]
        for row in rows:
            if not any(fits(row, want) for want in wanted):
                yield Failed("lain_baru" if new else "lain_hilang", row)


def _rows(side: Iterable[Told]) -> Iterator[Row]:
    return ((one.level.name, one.check, one.subject) for one in side)
