"""Drafts as inputs of a command."""

from typing import TYPE_CHECKING

from patuh.finding import Result, Unreadable, unread
from patuh.inputs.paths import read_bytes
from patuh_parser.legal.errors import DraftError

if TYPE_CHECKING:
    from patuh_parser.legal.model import Draft


def draft_of(path: str) -> "Draft | Unreadable":
    """The draft in a file, or why there is none."""
    from patuh_parser.legal.reader import read_draft

    data = read_bytes(path)
    if isinstance(data, Unreadable):
        return data
    try:
        return read_draft(data, path)
    except DraftError as error:
        return unread(path, error.code, error.texts)


def check_text(data: bytes, path: str, base: tuple[bytes, str] | None) -> Result | Unreadable:
    """The findings of a draft, or why its text, or that of its base, cannot be had."""
    from patuh.draft_checking import check_draft

    try:
        return check_draft(data, path, base=base)
    except DraftError as error:
        return unread(error.path or path, error.code, error.texts)
