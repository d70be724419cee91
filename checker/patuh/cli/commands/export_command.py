"""`patuh export`: a draft in the form of others, a structure as a table."""

import click

from patuh.cli.call.help import Command
from patuh.cli.call.language import language
from patuh.cli.call.options import base_option, form_option, lang_option, output_option
from patuh.cli.outputs.files import binary_output, spare, write
from patuh.cli.outputs.structures import structure_text
from patuh.cli.outputs.terminal import aside, readable
from patuh.inputs.drafts import draft_of
from patuh.inputs.paths import read_bytes, reads_draft
from patuh.inputs.proposals import of_proposal
from patuh.messages import Lang, say
from patuh_parser.sotk import decode


@click.command("export", cls=Command)
@click.argument("path", metavar="FILE")
@form_option("akn", "sotk", "text", "xlsx")
@base_option
@output_option
@lang_option
@click.pass_context
def command(ctx: click.Context, path: str, form: str, base: str | None, output: str | None) -> None:
    """Write a draft or a regulation as Akoma Ntoso 3.0 or text, or its list of units."""
    lang = language(ctx)
    binary_output(ctx, form, output)
    spare([path, base], output)
    if form == "xlsx":
        write(_table(path, lang), output)
        return
    draft, *bases = readable(lang, *map(draft_of, [path] if base is None else [path, base]))
    if form == "sotk":
        write(structure_text(draft, lang), output)
        return
    from patuh.consolidation import revised
    from patuh.export import akn, plain

    text, remarks = revised(draft, bases[0], lang) if bases else (None, ())
    for remark in remarks:
        aside(remark)
    if form == "text":
        write(plain.render(text or draft), output)
    elif text is not None:
        write(akn.render(text, amended_by=draft), output)
    else:
        write(akn.render(draft, bases[0] if bases else None), output)


def _table(path: str, lang: Lang) -> bytes:
    """The units of a proposal, or of the structure in a draft, as `patuh import` reads them."""
    from patuh.checking import Reading, load
    from patuh.report.documents.xlsx import exported

    def read(data: bytes) -> Reading:
        return load(decode(data, path), path)

    [data] = readable(lang, read_bytes(path))
    if reads_draft(path, data):
        [draft] = readable(lang, draft_of(path))
        data = structure_text(draft, lang).encode()
    [reading] = readable(lang, of_proposal(path, data, read))
    if sorts := reading.proposal.header.sorts:
        pairs = " ".join(f'--sort "{words} = {like}"' for words, like, _ in sorts)
        aside(say("export.sorts", lang, sorts=pairs))
    return exported(reading)
