"""The structure in a draft as a proposal, or why there is none."""

from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from patuh.cli.outputs.terminal import aside
from patuh.messages import Lang, say

if TYPE_CHECKING:
    from patuh.knowledge.regulations import Regulation
    from patuh_parser.legal.model import Draft


def structure_text(draft: "Draft", lang: Lang, law: "Regulation | None" = None) -> str:
    """The `.sotk` text of the structure in a draft, of the region of `law` where that is given.

    Says on standard error why there is none, and ends the command with code 2.
    """
    from patuh.substance import structure_of

    draft = draft if law is None else replace(draft, region=law.region)
    try:
        text = structure_of(draft)
    except LookupError:
        said = say("inputs.no_region", lang, region=draft.region or "–")
    else:
        if text:
            return text
        said = say("export.no_list", lang)
    aside(said)
    raise click.exceptions.Exit(2)
