"""`patuh kb audit`: how far the knowledge base can be trusted."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path

import click

from patuh.cli.call.options import LANG, language, use_utf8
from patuh.cli.inputs.overlay import overlaid
from patuh.cli.outputs.progress import Progress
from patuh.finding import Unreadable
from patuh.knowledge.messages import Lang
from patuh.knowledge.root import use
from patuh.report.terminal.style import Style


@click.group("kb")
def command() -> None:
    """Periksa basis pengetahuan itu sendiri.

    Look after the knowledge base itself.
    """


@command.command("audit")
@click.argument("path", required=False, type=click.Path(), metavar="[PATH]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="Bentuk keluaran / output format.")  # fmt: skip
@click.option("--lang", type=LANG, default="id", show_default=True, help="Bahasa / language.")
@click.option("--kb-overlay", type=click.Path(exists=True, file_okay=False), default=None,
              metavar="FOLDER",
              help="Berkas .lp tambahan atau pengganti kb/ / .lp files over kb/.")  # fmt: skip
@click.option("--witnesses", type=click.Path(file_okay=False), default=None, metavar="FOLDER",
              help="Cari ulang semua contoh terkecil, tulis ke folder / write all witnesses.",
              )  # fmt: skip
@click.pass_context
def audit_command(
    ctx: click.Context,
    path: str | None,
    form: str,
    lang: str,  # noqa: ARG001 - read through the context
    kb_overlay: str | None,
    witnesses: str | None,
) -> None:
    """Sejauh mana basis pengetahuan PATH (bawaan: kb/ milik patuh) dapat dipercaya.

    How far the knowledge base PATH (by default patuh's own) can be trusted.

    \b
    Kode keluar / exit codes:
      0  tidak ada kekurangan
      1  ada kekurangan
      2  tidak terbaca
    """
    use_utf8()
    with ExitStack() as stack:
        broken = _opened(stack, path, kb_overlay)
        if broken:
            _show(broken, language(ctx))
            ctx.exit(2)
        if witnesses is not None:
            _write_witnesses(Path(witnesses))
        sound = _audit(form, language(ctx))
    ctx.exit(0 if sound else 1)


def _opened(stack: ExitStack, path: str | None, overlay: str | None) -> list[Unreadable]:
    """Use the knowledge base meanwhile, or say why it cannot be read."""
    from patuh.audit.readable import unreadable
    from patuh.knowledge.root import kb_root

    if path is not None:
        if broken := unreadable(Path(path)):
            return broken
        stack.enter_context(use(Path(path)))
    refused = stack.enter_context(overlaid(overlay))
    if refused is not None:
        return [refused]
    return unreadable(kb_root()) if path is None or overlay is not None else []


def _audit(form: str, lang: Lang) -> bool:
    from patuh.audit import PARTS, audit

    with Progress(len(PARTS)) as progress:
        audited = audit(told=progress.advance)
    if form == "json":
        from patuh.audit import render_json

        click.echo(render_json.render(audited, lang), nl=False)
    else:
        from patuh.audit.render_text import render

        style = Style(color=sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
        for line in render(audited, lang, style):
            click.echo(line, color=True)
    return audited.sound


def _write_witnesses(folder: Path) -> None:
    """Write every witness to its file; generated files that no witness has any more go."""
    from patuh.audit.witnesses import GENERATED, generated

    old = {
        path
        for path in folder.glob("*/*.sotk")
        if path.read_text(encoding="utf-8").startswith(GENERATED)
    }
    with Progress(len(old) or 1) as progress:
        for witness in generated(progress.advance):
            path = folder / witness.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(witness.text, encoding="utf-8")
            old.discard(path)
    for path in old:
        path.unlink()


def _show(broken: list[Unreadable], lang: Lang) -> None:
    from patuh.report.terminal.errors import render

    for piece in render(broken, lang, Style()):
        click.echo(piece, nl=False, err=True)
