"""The structure in a draft as a proposal, or why there is none."""

from typing import TYPE_CHECKING

import click

from patuh.cli.outputs.terminal import aside
from patuh.messages import Lang

if TYPE_CHECKING:
    from patuh_parser.legal.model import Draft


def structure_text(draft: "Draft", lang: Lang, region: str | None = None) -> str:
    """The `.sotk` text of the structure in a draft, of another region where that is given.

    Says on standard error why there is none, and ends the command with code 2.
    """
    from patuh.library.errors import PatuhError
    from patuh.library.proposals import structure_in

    try:
        return structure_in(draft, draft.path, region, lang)
    except PatuhError as error:
        aside(error.problems[0].message)
        raise click.exceptions.Exit(2) from None
