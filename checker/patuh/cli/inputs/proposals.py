"""One input of a command, read and checked; what cannot be read becomes `Unreadable`."""

import datetime
from collections.abc import Callable
from typing import TypeVar

from patuh.checking import UnknownRegionError, check
from patuh.cli.inputs.paths import TABLES, read_bytes, reads_draft
from patuh.finding import InputError, Place, Result, Unreadable, unread
from patuh.messages import LANGUAGES, told
from patuh_parser.sotk import SotkError, message
from patuh_parser.text.source import legible

T = TypeVar("T")


def check_input(
    path: str,
    as_of: datetime.date | None,
    base: tuple[bytes, str] | None,
    why: bool,
    *,
    said: str | None = None,
    repairs: bool = False,
) -> Result | Unreadable:
    """The findings of a proposal or of the text of a draft, as it is `said`, else as it reads."""
    data = read_bytes(path)
    if isinstance(data, Unreadable):
        return data
    if path.casefold().endswith(TABLES):
        return unread(path, "M009", told("inputs.table"))
    if reads_draft(path, data, said):
        from patuh.cli.inputs.drafts import check_text

        return check_text(data, path, base)
    if repairs:
        from patuh.repair.plan import check_with_repairs

        return of_proposal(path, data, lambda data: check_with_repairs(data, path, as_of, why=why))
    return of_proposal(path, data, lambda data: check(data, path, as_of=as_of, why=why))


def with_proposal(path: str, use: Callable[[bytes], T]) -> T | Unreadable:
    """What `use` makes of the content of a proposal, or why it cannot be read."""
    data = read_bytes(path)
    return data if isinstance(data, Unreadable) else of_proposal(path, data, use)


def of_proposal(path: str, data: bytes, use: Callable[[bytes], T]) -> T | Unreadable:
    """What `use` makes of the text of a proposal, or why it cannot be read."""
    try:
        return use(data)
    except UnknownRegionError as error:
        return unknown_region(error)
    except SotkError as error:
        return unreadable_text(path, data, error)


def unknown_region(error: UnknownRegionError) -> Unreadable:
    """The error for a regency without a regulation, listing those there are."""
    texts = told("inputs.no_region", region=error.region, known=", ".join(error.known))
    found = InputError("M004", error.place, texts)
    return Unreadable(error.place.path, error.source, (found,))


def unreadable_text(path: str, data: bytes, error: SotkError) -> Unreadable:
    """What the reader of proposals could not read, with the text as far as it is text.

    The text may be that of the proposal's base.
    """
    errors = tuple(
        InputError(
            diagnostic.code,
            Place(error.path, diagnostic.span),
            {lang: message(diagnostic, lang) for lang in LANGUAGES},
        )
        for diagnostic in error.diagnostics
    )
    return Unreadable(path, legible(data) if error.source is None else error.source, errors)
