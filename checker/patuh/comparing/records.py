"""What a comparison of two proposals tells: findings, units, rows of a matrix."""

from typing import Literal, get_args

from msgspec import Struct

from patuh.checking import Reading
from patuh.finding import Finding, Result
from patuh_parser.sotk import model as m

UnitChangeKind = Literal[
    "dibentuk", "digabung", "dipecah", "diganti", "dihapus", "dialihkan", "tidak_disebut"
]
Aspect = Literal["satuan", "kedudukan"] | m.LineKind
ORDER: tuple[UnitChangeKind, ...] = get_args(UnitChangeKind)


class Checked(Struct, frozen=True):
    """A proposal and what its check brought."""

    result: Result
    reading: Reading


class UnitChange(Struct, frozen=True):
    """What became of units, by their names: of a move, from where to where."""

    kind: UnitChangeKind
    units: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Row(Struct, frozen=True):
    """A row of the matrix: what both proposals say of one aspect of a unit, as sentences."""

    unit: str
    aspect: Aspect
    before: tuple[str, ...]
    after: tuple[str, ...]


class Comparison(Struct, frozen=True):
    """A base and a proposal; findings with equal content are the same finding."""

    base: Result
    proposal: Result
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    unchanged: tuple[Finding, ...]
    units: tuple[UnitChange, ...]
    matrix: tuple[Row, ...]

    @property
    def findings(self) -> tuple[tuple[str, tuple[Finding, ...], Result], ...]:
        """The findings by what became of them, each group with the result that they stand in."""
        return (
            ("new", self.new, self.proposal),
            ("gone", self.gone, self.base),
            ("unchanged", self.unchanged, self.proposal),
        )
