"""`patuh init`: a new proposal of a kind, in the words of the regency, to be adapted."""

import os

import click

from patuh.cli.call.help import Command, option
from patuh.cli.call.language import language
from patuh.cli.call.options import lang_option, output_option
from patuh.cli.call.regions import law_of
from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.outputs.files import write
from patuh.cli.outputs.terminal import aside
from patuh.messages import say

KINDS = ("agency", "upt", "report", "change", "structure")
"""Those of `kb/templates.toml`."""


@click.command("init", cls=Command)
@option("--region", metavar="NAME")
@option("--kind", type=click.Choice(KINDS), default=KINDS[0], show_default=True)
@option("--unit", metavar="NAME")
@option("--base", metavar="FILE")
@output_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    region: str | None,
    kind: str,
    unit: str | None,
    base: str | None,
    output: str | None,
) -> None:
    """Write a proposal to begin with; never onto a file that is there."""
    from patuh.scaffold.proposal import proposal

    law = law_of(region, ctx)
    for name, given, needed in (("--base", base, kind == "change"),):
        if (given is not None) != needed:
            raise WrongCallError("init.base_needed" if needed else "init.no_base", ctx, option=name)
    if output is not None and os.path.lexists(output):
        raise WrongCallError("init.exists", ctx, path=output)
    place = os.path.dirname(os.path.abspath(output)) if output is not None else os.getcwd()
    seen = None if base is None else os.path.relpath(base, place).replace(os.sep, "/")
    write(proposal(kind, law, unit and " ".join(unit.split()), seen), output)
    if output is not None:
        aside(say("init.next", language(ctx), path=output))
