"""One input, read and checked: a proposal, a draft or a table of units."""

import datetime
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from patuh.finding import Result, Unreadable
from patuh.inputs.paths import TABLES, bounded, read_bytes, reads_draft
from patuh.knowledge.regulations import only

Kind = Literal["draft", "proposal"]


class Asked(Struct, frozen=True):
    """How an input is to be checked.

    `said`: what it is, else as it reads. `base`: content and name of the regulation that a draft
    amends. `region`: whose structure a table holds; `sheet`: which of its sheets; `sorts`: further
    first words of names, each with one of the same sort. `why`: proofs say of absences how near the
    proposal came. `repairs`: each finding has its least repairs. `only`: the ids of the regulations
    that it is held against, all if there are none. `changed`: content and name of the proposal that
    one with TERHADAP changes, in place of a file. `proofs`: as of `patuh.checking.check`.
    """

    as_of: datetime.date | None = None
    base: tuple[bytes, str] | None = None
    said: Kind | None = None
    region: str | None = None
    sheet: str | None = None
    sorts: tuple[tuple[str, str], ...] = ()
    why: bool = False
    repairs: bool = False
    only: tuple[str, ...] = ()
    changed: tuple[bytes, str] | None = None
    proofs: bool = True


def check_input(path: str, asked: Asked, data: bytes | None = None) -> Result | Unreadable:
    """The findings of an input, or why it cannot be read; `data` is its content if at hand."""
    with only(asked.only):
        return _checked(path, asked, data)


def _checked(path: str, asked: Asked, data: bytes | None) -> Result | Unreadable:
    found = read_bytes(path) if data is None else bounded(path, data)
    if isinstance(found, Unreadable):
        return found
    if path.casefold().endswith(TABLES):
        from patuh.inputs.tables import check_table

        table = (path, found, asked.region, asked.sheet, asked.sorts)
        return check_table(*table, lambda text: _check(path, text, asked))
    if reads_draft(path, found, asked.said):
        from patuh.inputs.drafts import check_text

        return check_text(found, path, asked.base)
    return _check(path, found, asked)


def _check(path: str, data: bytes, asked: Asked) -> Result | Unreadable:
    if asked.changed is not None:
        from patuh.amending import given

        with given(asked.changed):
            return _check(path, data, replace(asked, changed=None))
    from patuh.inputs.proposals import of_proposal

    as_of, why, proofs = asked.as_of, asked.why, asked.proofs
    if asked.repairs:
        from patuh.repair.plan import check_with_repairs

        return of_proposal(path, data, lambda data: check_with_repairs(data, path, as_of, why=why))
    from patuh.checking import check

    return of_proposal(
        path, data, lambda data: check(data, path, as_of=as_of, why=why, proofs=proofs)
    )
