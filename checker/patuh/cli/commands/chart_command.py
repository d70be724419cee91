"""`patuh chart`: the structure of a proposal as a picture."""

import datetime
from pathlib import Path

import click

from patuh.chart.shapes import Drawing
from patuh.cli.call.help import Command, option
from patuh.cli.call.language import language
from patuh.cli.call.options import IsoDate, lang_option, output_option, overlay_option
from patuh.cli.call.wrong_call import FaultError, WrongCallError
from patuh.cli.outputs.files import binary_output, spare, write
from patuh.cli.outputs.terminal import readable
from patuh.inputs.checks import Asked, check_input
from patuh.inputs.laid_over import overlaid
from patuh.inputs.paths import is_draft
from patuh.messages import Lang
from patuh.report.charted import chart_of, limits

_FORMS = ("svg", "html", "png", "pdf")


@click.command("chart", cls=Command)
@click.argument("path", metavar="FILE")
@option("--format", "form", type=click.Choice(_FORMS))
@output_option
@option("--all", "every", is_flag=True)
@option("--region", metavar="NAME")
@option("--as-of", type=IsoDate(), metavar="YYYY-MM-DD")
@overlay_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    path: str,
    form: str | None,
    output: str | None,
    every: bool,
    region: str | None,
    as_of: datetime.date | None,
    kb_overlay: str | None,
) -> None:
    """Draw a proposal: units by kind, the lines between them, findings where they are."""
    lang = language(ctx)
    form = form or _form(output, ctx)
    binary_output(ctx, form, output)
    spare([path], output)
    if is_draft(path):
        raise WrongCallError("chart.no_draft", ctx, path=path)
    refused = ctx.with_resource(overlaid(kb_overlay))
    [result] = readable(lang, refused or check_input(path, Asked(as_of, region=region)))
    if result.input.read_as is not None:
        raise WrongCallError("chart.no_draft", ctx, path=path)
    drawing = chart_of(result, lang, whole=every)
    if drawing is None:
        raise FaultError("chart.no_structure", path=path)
    write(_drawn(drawing, form, lang, as_of or datetime.date.today()), output)
    for told in limits(drawing, lang):
        click.echo(told, err=True)


def _form(output: str | None, ctx: click.Context) -> str:
    """The form that the ending of the file tells; SVG for standard output."""
    if output is None or output == "-":
        return _FORMS[0]
    ending = Path(output).suffix.casefold().removeprefix(".")
    if ending not in _FORMS:
        raise WrongCallError("chart.no_form", ctx, path=output)
    return ending


def _drawn(drawing: Drawing, form: str, lang: Lang, day: datetime.date) -> str | bytes:
    if form == "svg":
        from patuh.chart.svg import render

        return render(drawing)
    if form == "html":
        from patuh.chart import page

        return page.render(drawing, lang)
    from patuh.chart.printing import printed
    from patuh.cli.outputs.papers import with_libraries

    return with_libraries(form, lambda: printed(drawing, "png" if form == "png" else "pdf", day))
