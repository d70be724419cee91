"""Proposals as inputs; what cannot be read becomes `Unreadable`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from patuh.checking import UnknownRegionError, check_reading, load
from patuh.finding import InputError, Place, Unreadable
from patuh.inputs.paths import read_bytes
from patuh.knowledge.regulations import only, standing
from patuh.knowledge.territory.regions import near_regions, region_named
from patuh.messages import LANGUAGES, Texts, told
from patuh_parser.sotk import SotkError, decode
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
    """The error for a region that is none, or does not govern itself."""
    texts = region_refused(error.region)
    found = InputError("M004", error.place, texts)
    return Unreadable(error.place.path, error.source, (found,))


def region_refused(region: str) -> Texts:
    """What is said of a region without law here: none, perhaps another, or without autonomy; or
    that none of the regulations that are left to check against holds in it."""
    with only(()):
        every = standing(region)
    if every:
        return told("inputs.left_out", region=region, laws=", ".join(law.id for law in every))
    if region_named(region):
        return told("inputs.not_autonomous", region=region)
    if near := near_regions(region):
        return told("inputs.near_region", region=region, near="`, `".join(near))
    return told("inputs.unknown_region", region=region)


def unreadable_text(path: str, data: bytes, error: SotkError) -> Unreadable:
    """What the reader of proposals could not read, with the text as far as it is text.

    The text may be that of the proposal's base.
    """
    from patuh_parser.sotk import message  # not for what can be read

    errors = tuple(
        InputError(
            diagnostic.code,
            Place(error.path, diagnostic.span),
            {lang: message(diagnostic, lang) for lang in LANGUAGES},
        )
        for diagnostic in error.diagnostics
    )
    return Unreadable(path, legible(data) if error.source is None else error.source, errors)
