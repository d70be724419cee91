"""`patuh compare`: what a proposal changes, and what becomes of the findings."""

import os
import sys

import click

from patuh.checking import check_reading, load
from patuh.cli.call.options import LANG, language, use_utf8
from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.inputs.paths import STDIN, is_draft
from patuh.cli.inputs.proposals import with_proposal
from patuh.comparing import Checked, compare
from patuh.finding import Level, Unreadable
from patuh.report.terminal.compare import render, render_json
from patuh.report.terminal.errors import render as render_errors
from patuh.report.terminal.style import Style
from patuh_parser.sotk import decode

_LEVELS = [level.name.replace("_", "-") for level in sorted(Level, reverse=True)]


@click.command("compare")
@click.argument("base")
@click.argument("proposal")
@click.option("--format", "form", type=click.Choice(["text", "json", "html", "docx"]),
              default="text", show_default=True,
              help="Bentuk keluaran; html dan docx hanya untuk naskah / "
              "output format; html and docx for texts only.")  # fmt: skip
@click.option("-o", "--output", default=None, metavar="FILE",
              help="Berkas matriks dua naskah / file for the matrix of two texts.")  # fmt: skip
@click.option("--lang", type=LANG, default="id", show_default=True, help="Bahasa / language.")
@click.option("--fail-on", type=click.Choice([*_LEVELS, "belum_lengkap"]),
              default="belum-lengkap", show_default=True,
              help="Tingkat terendah temuan baru dengan kode keluar 1 / "
              "lowest level of a new finding that fails.")  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context,
    base: str,
    proposal: str,
    form: str,
    output: str | None,
    lang: str,  # noqa: ARG001 - read through the context
    fail_on: str,
) -> None:
    """Bandingkan dua usulan (.sotk) atau dua naskah (.docx, .pdf, .txt, .md).

    Usulan: temuan baru dan hilang, satuan, matriks. Naskah: matriks semula – menjadi.

    Compare two proposals: findings new and gone, units, the matrix before – after; or two texts,
    provision by provision.
    """
    use_utf8()
    if base == proposal == STDIN:
        raise WrongCallError(
            "hanya satu masukan dapat berupa `-`", "only one input can be `-`", ctx
        )
    if is_draft(base) != is_draft(proposal):
        raise WrongCallError(
            "bandingkan dua usulan atau dua naskah", "compare two proposals or two texts", ctx
        )
    if is_draft(base):
        from patuh.cli.commands.compare_texts import compare_texts

        ctx.exit(compare_texts(base, proposal, form, language(ctx), output))
    if form not in ("text", "json") or output is not None:
        raise WrongCallError(
            "html, docx, dan --output hanya untuk naskah",
            "html, docx and --output are for texts",
            ctx,
        )
    ctx.exit(_proposals(ctx, base, proposal, form, Level[fail_on.replace("-", "_")]))


def _proposals(ctx: click.Context, base: str, proposal: str, form: str, floor: Level) -> int:
    """Prints the comparison and gives the exit code."""
    lang = language(ctx)
    color = not os.environ.get("NO_COLOR")
    before, after = _checked(base), _checked(proposal)
    if isinstance(before, Unreadable) or isinstance(after, Unreadable):
        wrong = [found for found in (before, after) if isinstance(found, Unreadable)]
        for piece in render_errors(wrong, lang, Style(color=color and sys.stderr.isatty())):
            click.echo(piece, nl=False, err=True, color=True)
        return 2
    found = compare(before, after)
    if form == "json":
        click.echo(render_json(found, lang), nl=False)
    else:
        for line in render(found, lang, Style(color=color and sys.stdout.isatty())):
            click.echo(line, color=True)
    return int(any(finding.level >= floor for finding in found.new))


def _checked(path: str) -> Checked | Unreadable:
    def checked(data: bytes) -> Checked:
        source = decode(data, path)
        reading = load(source, path)
        return Checked(check_reading(source, path, reading), reading)

    return with_proposal(path, checked)
