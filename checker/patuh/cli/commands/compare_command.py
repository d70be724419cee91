"""`patuh compare`: what a proposal changes, and what becomes of the findings."""

import sys

import click

from patuh.cli.call.collector import without_collector
from patuh.cli.call.help import Command, option
from patuh.cli.call.language import language
from patuh.cli.call.options import fail_on_option, form_option, lang_option, output_option
from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.outputs.terminal import readable, show, style_of
from patuh.comparing import compare
from patuh.finding import Level
from patuh.inputs.paths import STDIN, is_draft
from patuh.inputs.proposals import checked
from patuh.messages import Lang
from patuh.report.documents import json_comparison
from patuh.report.terminal.compare import render


@click.command("compare", cls=Command)
@click.argument("base")
@click.argument("proposal")
@form_option("text", "json", "html", "docx")
@output_option
@option("--paper", type=click.Choice(["f4", "a4"]), default="f4", show_default=True)
@option("--all", "every", is_flag=True)
@lang_option
@fail_on_option
@click.pass_context
def command(
    ctx: click.Context,
    base: str,
    proposal: str,
    form: str,
    output: str | None,
    paper: str,
    every: bool,
    fail_on: str,
) -> None:
    """Compare two proposals: findings, units, the matrix before – after; or two texts."""
    if base == proposal == STDIN:
        raise WrongCallError("calls.one_stdin", ctx)
    if is_draft(base) != is_draft(proposal):
        raise WrongCallError("calls.two_of_a_kind", ctx)
    if is_draft(base):
        from patuh.cli.commands.compare_texts import compare_texts

        ctx.exit(compare_texts(base, proposal, form, language(ctx), output, paper, every))
    if form not in ("text", "json") or output is not None or every:
        raise WrongCallError("calls.for_texts_only", ctx)
    ctx.exit(_proposals(base, proposal, form, Level[fail_on.replace("-", "_")], language(ctx)))


def _proposals(base: str, proposal: str, form: str, floor: Level, lang: Lang) -> int:
    """Prints the comparison and gives the exit code."""
    with without_collector():
        before, after = readable(lang, checked(base), checked(proposal))
        found = compare(before, after)
    if form == "json":
        click.echo(json_comparison.render(found, lang), nl=False)
    else:
        show(render(found, lang, style_of(sys.stdout)))
    return int(any(finding.level >= floor for finding in found.new))
