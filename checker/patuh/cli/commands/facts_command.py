"""`patuh facts`: what clingo sees of a proposal."""

import click

from patuh.checking import facts_of, read
from patuh.cli.call.help import Command
from patuh.cli.call.language import language
from patuh.cli.call.options import lang_option, output_option
from patuh.cli.outputs.files import spare, write
from patuh.cli.outputs.terminal import readable
from patuh.inputs.proposals import with_proposal
from patuh_parser.sotk import decode


@click.command("facts", cls=Command)
@click.argument("path")
@output_option
@lang_option
@click.pass_context
def command(ctx: click.Context, path: str, output: str | None) -> None:
    """Print a proposal as the facts that clingo is given."""
    spare([path], output)
    found = with_proposal(path, lambda data: facts_of(*read(decode(data, path), path)).text)
    [text] = readable(language(ctx), found)
    write(text, output)
