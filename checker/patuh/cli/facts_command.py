"""`patuh facts`: what clingo sees of a proposal."""

import click

from patuh.checking import UnknownRegionError, facts_of, read
from patuh.cli.check_command import unreadable_text
from patuh.cli.inputs import read_bytes, unknown_region
from patuh.cli.options import LANG, language, use_utf8
from patuh.finding import Unreadable
from patuh.report.errors import render
from patuh.report.style import Style
from patuh_parser.sotk import SotkError, decode


@click.command("facts")
@click.argument("path")
@click.option("--lang", type=LANG, default="id", show_default=True, help="Bahasa / language.")
@click.pass_context
def command(ctx: click.Context, path: str, lang: str) -> None:  # noqa: ARG001 - read through ctx
    """Cetak usulan sebagai fakta ASP, untuk dijalankan dengan clingo.

    Print a proposal as the facts that clingo is given.
    """
    use_utf8()
    outcome = _facts(path)
    if isinstance(outcome, Unreadable):
        for piece in render([outcome], language(ctx), Style()):
            click.echo(piece, nl=False, err=True)
        ctx.exit(2)
    click.echo(outcome, nl=False)


def _facts(path: str) -> str | Unreadable:
    data = read_bytes(path)
    if isinstance(data, Unreadable):
        return data
    try:
        proposal, laws = read(decode(data, path), path)
    except UnknownRegionError as error:
        return unknown_region(error)
    except SotkError as error:
        return unreadable_text(path, data, error)
    return facts_of(proposal, laws).text
