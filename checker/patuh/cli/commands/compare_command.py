"""`patuh compare`: what a proposal changes, and what becomes of the findings."""

import datetime
from typing import Literal

import click

from patuh.cli.call.collector import without_collector
from patuh.cli.call.help import Command, option
from patuh.cli.call.language import language
from patuh.cli.call.options import fail_on_option, form_option, lang_option, output_option
from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.outputs.files import binary_output, spare, write
from patuh.cli.outputs.pages import tell
from patuh.cli.outputs.papers import with_libraries
from patuh.cli.outputs.terminal import readable
from patuh.comparing import Comparison, compare
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
    paper: Literal["a4", "f4"],
    every: bool,
    fail_on: str,
) -> None:
    """Compare two proposals: findings, units, the matrix before – after; or two texts."""
    binary_output(ctx, form, output)
    if base == proposal == STDIN:
        raise WrongCallError("calls.one_stdin", ctx)
    if is_draft(base) != is_draft(proposal):
        raise WrongCallError("calls.two_of_a_kind", ctx)
    if is_draft(base):
        from patuh.cli.outputs.compare_texts import compare_texts

        compare_texts(base, proposal, form, language(ctx), output, paper, every)
        return
    if every:
        raise WrongCallError("calls.for_texts_only", ctx, option="--all")
    spare([base, proposal], output)
    with without_collector():
        before, after = readable(language(ctx), checked(base), checked(proposal))
        found = compare(before, after)
    _write(found, form, language(ctx), output, paper)
    floor = Level[fail_on.replace("-", "_")]
    deciding = (finding for finding in found.new if finding.accepted is None)
    ctx.exit(int(any(finding.level >= floor for finding in deciding)))


def _write(
    found: Comparison, form: str, lang: Lang, output: str | None, paper: Literal["a4", "f4"]
) -> None:
    if form == "text":
        tell(lambda style: render(found, lang, style), output)
    elif form == "json":
        write(json_comparison.render(found, lang), output)
    else:
        from patuh.report.documents.forms import written
        from patuh.report.paper.comparison import comparison_paper

        made = comparison_paper(found, lang, datetime.date.today(), paper)
        write(with_libraries(form, lambda: written(form, made)), output)
