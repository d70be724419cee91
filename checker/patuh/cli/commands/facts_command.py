"""`patuh facts`: what clingo sees of a proposal."""

import click

from patuh.checking import facts_of, read
from patuh.cli.call.options import LANG, language, use_utf8
from patuh.cli.inputs.proposals import with_proposal
from patuh.finding import Unreadable
from patuh.report.terminal.errors import render
from patuh.report.terminal.style import Style
from patuh_parser.sotk import decode


@click.command("facts")
@click.argument("path")
@click.option("--lang", type=LANG, default="id", show_default=True, help="Bahasa / language.")
@click.pass_context
def command(ctx: click.Context, path: str, lang: str) -> None:  # noqa: ARG001 - read through ctx
    """Cetak usulan sebagai fakta ASP, untuk dijalankan dengan clingo.

    Print a proposal as the facts that clingo is given.
    """
    use_utf8()
    outcome = with_proposal(path, lambda data: facts_of(*read(decode(data, path), path)).text)
    if isinstance(outcome, Unreadable):
        for piece in render([outcome], language(ctx), Style()):
            click.echo(piece, nl=False, err=True)
        ctx.exit(2)
    click.echo(outcome, nl=False)
