"""`patuh export`: a draft in the form of others."""

import click

from patuh.cli.call.help import Command
from patuh.cli.call.language import language
from patuh.cli.call.options import base_option, form_option, lang_option, output_option
from patuh.cli.outputs.applied import applied
from patuh.cli.outputs.files import spare, write
from patuh.cli.outputs.structures import structure_text
from patuh.cli.outputs.terminal import readable
from patuh.inputs.drafts import draft_of


@click.command("export", cls=Command)
@click.argument("path", metavar="FILE")
@form_option("akn", "sotk", "text")
@base_option
@output_option
@lang_option
@click.pass_context
def command(ctx: click.Context, path: str, form: str, base: str | None, output: str | None) -> None:
    """Write a draft or a regulation as Akoma Ntoso 3.0 or text, or its list of units."""
    lang = language(ctx)
    spare([path, base], output)
    draft, *revised = readable(lang, *map(draft_of, [path] if base is None else [path, base]))
    if form == "sotk":
        write(structure_text(draft, lang), output)
        return
    from patuh.export import akn, plain

    text = applied(draft, revised[0], lang) if revised else None
    if form == "text":
        write(plain.render(text or draft), output)
    elif text is not None:
        write(akn.render(text, amended_by=draft), output)
    else:
        write(akn.render(draft, revised[0] if revised else None), output)
