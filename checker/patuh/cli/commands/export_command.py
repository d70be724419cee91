"""`patuh export`: a draft in the form of others."""

import click

from patuh.cli.call.options import LANG, language, use_utf8
from patuh.cli.inputs.drafts import draft_of, show_errors, write
from patuh.finding import Unreadable
from patuh_parser.legal.model import Draft

_TEXTS = {
    "id": {
        "region": "belum ada peraturan untuk `{}` dalam basis pengetahuan",
        "none": "naskah ini tidak memuat daftar satuan di bawah Asisten",
    },
    "en": {
        "region": "the knowledge base holds no regulation for `{}`",
        "none": "this text has no list of units under an Asisten",
    },
}


@click.command("export")
@click.argument("path", metavar="FILE")
@click.option("--format", "form", type=click.Choice(["akn", "sotk"]), default="akn",
              show_default=True,
              help="akn: Akoma Ntoso 3.0 (XML); sotk: daftar satuan di bawah Asisten / "
              "the list of units under each Asisten.")  # fmt: skip
@click.option("--base", default=None, metavar="FILE",
              help="Naskah yang direvisi, untuk wId / the text revised, for the wId.")  # fmt: skip
@click.option("-o", "--output", default=None, metavar="FILE",
              help="Berkas keluaran / output file.")  # fmt: skip
@click.option("--lang", type=LANG, default="id", show_default=True, help="Bahasa / language.")
@click.pass_context
def command(
    ctx: click.Context,
    path: str,
    form: str,
    base: str | None,
    output: str | None,
    lang: str,  # noqa: ARG001 - read through ctx
) -> None:
    """Tulis rancangan atau peraturan sebagai Akoma Ntoso 3.0, atau daftar satuannya sebagai usulan.

    Write a draft or a regulation as Akoma Ntoso 3.0, or its list of units as a proposal.
    """
    use_utf8()
    found = draft_of(path)
    revised = draft_of(base) if base is not None else None
    errors = [each for each in (found, revised) if isinstance(each, Unreadable)]
    if not isinstance(found, Draft) or errors:
        show_errors(errors, language(ctx))
        ctx.exit(2)
    if form == "sotk":
        _structure(ctx, found, output)
        return
    from patuh.export import akn

    write(akn.render(found, revised if isinstance(revised, Draft) else None), output)


def _structure(ctx: click.Context, draft: Draft, output: str | None) -> None:
    from patuh.substance import structure_of

    texts = _TEXTS[language(ctx)]
    try:
        text = structure_of(draft)
    except LookupError:
        click.echo(texts["region"].format(draft.region or "–"), err=True)
        ctx.exit(2)
    if not text:
        click.echo(texts["none"], err=True)
        ctx.exit(2)
    write(text, output)
