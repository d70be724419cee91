"""`--region`: whose regulation a new proposal is for."""

import click

from patuh.cli.call.language import language
from patuh.cli.call.wrong_call import WrongCallError
from patuh.inputs.proposals import region_refused
from patuh.knowledge.regulations import Regulation, regulations, standing


def law_of(region: str | None, ctx: click.Context) -> Regulation:
    """The regulation of a region, else the national one; an error where it is none."""
    if region is None:
        raise WrongCallError("import.no_region_given", ctx, first=regulations()[0].region)
    laws = standing(region)
    if not laws:
        text, hint = region_refused(region)[language(ctx)]
        raise WrongCallError("import.no_region", ctx, what=f"{text}; {hint}" if hint else text)
    return laws[0]
