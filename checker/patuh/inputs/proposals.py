"""Proposals as inputs; what cannot be read becomes `Unreadable`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from patuh.checking import UnknownRegionError, check_reading, load
from patuh.finding import InputError, Place, Unreadable
from patuh.inputs.paths import read_bytes
from patuh.messages import LANGUAGES, told
from patuh_parser.sotk import SotkError, decode, message
from patuh_parser.text.source import legible

if TYPE_CHECKING:
    from patuh.comparing import Checked

T = TypeVar("T")


def with_proposal(path: str, use: Callable[[bytes], T]) -> T | Unreadable:
    """What `use` makes of the content of a proposal, or why it cannot be read."""
    data = read_bytes(path)
    return data if isinstance(data, Unreadable) else of_proposal(path, data, use)


def checked(path: str, data: bytes | None = None) -> "Checked | Unreadable":
    """A proposal with its findings, or why it cannot be read; `data` is its content if at hand."""

    from patuh.comparing import Checked

    def use(data: bytes) -> Checked:
        source = decode(data, path)
        reading = load(source, path)
        return Checked(check_reading(source, path, reading), reading)

    return with_proposal(path, use) if data is None else of_proposal(path, data, use)


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
