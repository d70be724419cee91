"""Signing blocks that stand side by side, as columns of blanks in the lines of a text."""

import re
from collections.abc import Sequence
from itertools import pairwise

_OPENING = re.compile(
    r"(?:^|(?<=^ )|(?<=^  )|(?<=\s{3}))"
    r"(?:(?:Ditetapkan|Disahkan|Dikeluarkan|Diundangkan) (?:di|DI)\b"
    r"|(?P<initials>(?:NO\.?\s+)?P ?E ?N ?G ?O ?L ?A ?H\s+P ?A ?R ?A ?F\b"
    r"|PARAF (?:KOORDINASI|HIERARKI)\b))",
    re.I,
)
"""A signing block, or the table of those who have initialled a draft, which stands beside one."""
_END = re.compile(r"\s*(?:TAMBAHAN )?(?:BERITA|LEMBARAN) (?:DAERAH|NEGARA)\b")
_GAP = re.compile(r"\s{3,}")
_ROWS = 14
"""Rows within which both blocks begin."""
_WIDE = 12
_NEAR = 10
_BLANK = 8


def one_after_another(rows: Sequence[str]) -> list[int | tuple[int, int, int]]:
    """Return the rows in the order in which they are read.

    A number is a whole row, (row, start, end) a part of one. Blocks are parted only where at
    least one row has words of both.
    """
    starts = [
        (at, m.start(), m["initials"] is not None)
        for at, row in enumerate(rows)
        for m in _OPENING.finditer(row)
    ]
    order: list[int | tuple[int, int, int]] = []
    done = 0
    for (at, column, initials), (below, other, _) in pairwise(starts):
        if at < done or below - at > _ROWS or abs(column - other) < _WIDE:
            continue
        split = _split(rows, at, max(column, other))
        if split is None:
            continue
        parts, end = split
        order += [*range(done, at), *_sides(parts, left_first=column < other and not initials)]
        done = end
    return [*order, *range(done, len(rows))]


_Part = tuple[int, int, int]


def _sides(parts: list[tuple[bool, _Part]], left_first: bool) -> list[_Part]:
    left = [part for is_left, part in parts if is_left]
    right = [part for is_left, part in parts if not is_left]
    return [*left, *right] if left_first else [*right, *left]


def _split(
    rows: Sequence[str], first: int, column: int
) -> tuple[list[tuple[bool, _Part]], int] | None:
    """Return the parts of each row from the first on, left or right, and where the blocks end."""
    parts: list[tuple[bool, _Part]] = []
    both, at, blank = False, first, 0
    while at < len(rows) and blank < _BLANK and not _END.match(rows[at]):
        row = rows[at]
        blank = 0 if row.strip() else blank + 1
        gaps = [m for m in _GAP.finditer(row) if abs(m.end() - column) <= _NEAR and m.start()]
        start = len(row) - len(row.lstrip())
        if gaps and row[: gaps[-1].start()].strip():
            both = True
            parts += [
                (True, (at, 0, gaps[-1].start())),
                (False, (at, gaps[-1].end(), len(row))),
            ]
        elif start < column - _NEAR < column + _NEAR < len(row.rstrip()):
            break
        else:
            parts.append((start < column - _NEAR, (at, 0, len(row))))
        at += 1
    return (parts, at) if both else None
