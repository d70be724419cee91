"""Files that are opened: a table as the proposal that it makes, text as it is, the rest as read."""

from pathlib import PurePath
from typing import Literal

import msgspec
from msgspec import Struct

import patuh
from patuh.inputs.paths import SUFFIX, TABLES, reads_draft
from patuh.web.asked import Asked
from patuh_parser.legal.files.formats import is_container
from patuh_parser.sotk import SotkError, decode


class Opened(Struct, frozen=True):
    """What is to be shown of a file: a `text` to be edited under `name`, or the file as it is."""

    kind: Literal["proposal", "draft"]
    name: str
    text: str | None
    notes: tuple[str, ...] = ()


def opened(asked: Asked) -> bytes:
    """A file as JSON; errors as `patuh.check`."""
    if asked.name.casefold().endswith(TABLES):
        found = patuh.as_proposal(
            asked.data, name=asked.name, region=asked.region, sheet=asked.sheet, lang=asked.lang
        )
        reply = Opened("proposal", _proposed(asked), found.text, found.notes)
    else:
        draft = reads_draft(asked.name, asked.data, asked.kind)
        reply = Opened("draft" if draft else "proposal", asked.name, _text(asked))
    return msgspec.json.encode(reply)


def structure(asked: Asked) -> bytes:
    """The structure in a draft as a proposal, as JSON; errors as `patuh.as_proposal`."""
    found = patuh.as_proposal(asked.data, name=asked.name, region=asked.region, lang=asked.lang)
    return msgspec.json.encode(Opened("proposal", _proposed(asked), found.text, found.notes))


def _proposed(asked: Asked) -> str:
    """The name of the proposal that is made of a file."""
    return f"{PurePath(asked.name).stem}{SUFFIX}"


def _text(asked: Asked) -> str | None:
    """The content of a file that is text."""
    if is_container(asked.data):
        return None
    try:
        return decode(asked.data, asked.name)
    except SotkError:
        return None
