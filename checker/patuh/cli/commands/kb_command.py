"""`patuh kb`: how far the knowledge base can be trusted, its reference, a new regulation."""

from contextlib import ExitStack
from pathlib import Path

import click

from patuh.cli.call.help import Command, Group, option
from patuh.cli.call.language import language
from patuh.cli.call.options import form_option, lang_option, output_option, overlay_option
from patuh.cli.call.wrong_call import FaultError
from patuh.cli.outputs.files import write, writing
from patuh.cli.outputs.pages import tell
from patuh.cli.outputs.progress import Progress
from patuh.cli.outputs.terminal import readable, show
from patuh.finding import Unreadable
from patuh.inputs.drafts import draft_of
from patuh.inputs.laid_over import overlaid
from patuh.knowledge.root import use
from patuh.messages import Lang, say


@click.group("kb", cls=Group)
@lang_option
def command() -> None:
    """Look after the knowledge base itself."""


@command.command("audit", cls=Command)
@click.argument("path", required=False, type=click.Path(), metavar="[PATH]")
@form_option("text", "json")
@output_option
@lang_option
@overlay_option
@option("--witnesses", type=click.Path(file_okay=False), metavar="FOLDER")
@option("--norms", is_flag=True)
@click.pass_context
def audit_command(
    ctx: click.Context,
    path: str | None,
    form: str,
    output: str | None,
    kb_overlay: str | None,
    witnesses: str | None,
    norms: bool,
) -> None:
    """How far the knowledge base at `path`, by default patuh's own, can be trusted."""
    with ExitStack() as stack:
        readable(language(ctx), *_opened(stack, path, kb_overlay))
        if witnesses is not None:
            _write_witnesses(Path(witnesses))
        sound = _audit(form, language(ctx), norms, output)
    ctx.exit(0 if sound else 1)


@command.command("conflicts", cls=Command)
@form_option("text", "json")
@output_option
@lang_option
@overlay_option
@click.pass_context
def conflicts_command(
    ctx: click.Context, form: str, output: str | None, kb_overlay: str | None
) -> None:
    """What a regulation of a region and national law say that nobody can obey at once."""
    from patuh.audit.between_levels import between_levels
    from patuh.audit.telling import conflicts_told

    lang = language(ctx)
    with ExitStack() as stack:
        readable(lang, *_opened(stack, None, kb_overlay))
        found = between_levels()
        if form == "json":
            write(conflicts_told.document(found, lang), output)
        else:
            tell(lambda style: conflicts_told.text(found, lang, style), output)


@command.command("docs", cls=Command)
@option("--language", "table", is_flag=True)
@option("--levels", is_flag=True)
@output_option
@lang_option
@click.pass_context
def docs_command(ctx: click.Context, table: bool, levels: bool, output: str | None) -> None:
    """Which norms each check needs, and what every predicate means; or another page: Markdown."""
    from patuh.audit import language as forms
    from patuh.audit import levels as weights
    from patuh.audit import reference

    if levels:
        page = weights.page(language(ctx))
    else:
        page = forms.page(language(ctx)) if table else reference.page()
    write(page, output)


@command.command("new", cls=Command)
@click.argument("regulation_id", metavar="ID")
@option("--text", "path", required=True, metavar="FILE")
@option("--into", type=click.Path(file_okay=False), default=".", metavar="FOLDER")
@lang_option
@click.pass_context
def new_command(ctx: click.Context, regulation_id: str, path: str, into: str) -> None:
    """Set up a regulation: who it is, its headings, every leaf quoted with a place for norms."""
    from patuh.scaffold import ScaffoldError, scaffold

    lang = language(ctx)
    (draft,) = readable(lang, draft_of(path))
    try:
        with writing(into):
            folder, leaves = scaffold(draft, regulation_id, Path(into))
    except ScaffoldError as error:
        raise FaultError(f"kb.{error.code}", what=error.what) from None
    show([say("kb.new", lang, folder=folder, leaves=leaves)])


@command.command("lists", cls=Command)
@lang_option
@overlay_option
@click.pass_context
def lists_command(ctx: click.Context, kb_overlay: str | None) -> None:
    """Write the norm facts of the lists of units anew, from the texts of the regulations."""
    from patuh.knowledge.regulations import regulations
    from patuh.knowledge.root import kb_root
    from patuh.substance.roster import rosters

    target = Path(kb_overlay) if kb_overlay is not None else kb_root()
    with ExitStack() as stack:
        readable(language(ctx), *_opened(stack, None, kb_overlay))
        for law in regulations():
            folder = target / "regulations" / law.id
            for name, text in rosters(law).items() if folder.is_dir() else ():
                write(text, str(folder / name))
                show([str(folder / name)])


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


def _audit(form: str, lang: Lang, norms: bool, output: str | None) -> bool:
    from patuh.audit import PARTS, audit

    parts = (*PARTS, "needs") if norms else tuple(PARTS)
    with Progress(len(parts)) as progress:
        audited = audit(parts, progress.advance)
    if form == "json":
        from patuh.audit.telling import render_json

        write(render_json.render(audited, lang), output)
    else:
        from patuh.audit.telling.render_text import render

        tell(lambda style: render(audited, lang, style), output)
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
