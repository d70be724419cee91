"""`patuh diff`: what a revision of a regulation allows and forbids, with examples."""

import datetime
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

import click

from patuh.cli.call.collector import without_collector
from patuh.cli.call.help import Command, option
from patuh.cli.call.language import language
from patuh.cli.call.options import form_option, lang_option, output_option
from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.outputs.files import binary_output, write
from patuh.cli.outputs.new_sides import drafted_of, of_draft, of_folder
from patuh.cli.outputs.pages import tell
from patuh.cli.outputs.papers import with_libraries
from patuh.cli.outputs.terminal import readable
from patuh.inputs.paths import is_draft
from patuh.knowledge.regulations import Regulation, regulations
from patuh.knowledge.root import kb_root, using
from patuh.messages import Lang
from patuh.revision.records import OWN, Drafted, Revision


@click.command("diff", cls=Command)
@click.argument("regulation_id", metavar="REG")
@click.argument("folders", nargs=-1, required=True, type=click.Path(), metavar="[OLD] NEW")
@option("--without", type=click.IntRange(min=1), multiple=True, metavar="N")
@option("--intent", type=click.Path(), multiple=True, metavar="FILE")
@form_option("text", "json", "html", "docx")
@output_option
@option("--paper", type=click.Choice(["f4", "a4"]), default="f4", show_default=True)
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    regulation_id: str,
    folders: tuple[str, ...],
    without: tuple[int, ...],
    intent: tuple[str, ...],
    form: str,
    output: str | None,
    paper: Literal["a4", "f4"],
) -> None:
    """What a folder laid over the knowledge base, another one, or a draft text changes."""
    from patuh.audit.readable import unreadable
    from patuh.revision.compared import compared

    if len(folders) > 2:
        raise WrongCallError("diff.three", ctx)
    binary_output(ctx, form, output)
    lang = language(ctx)
    *before, last = folders
    with ExitStack() as stack, without_collector():
        old = next((of_folder(ctx, stack, one) for one in before), kb_root())
        draft: Drafted | None = None
        if is_draft(last):
            stack.enter_context(using(old))
            law = _law(ctx, regulation_id, old)
            draft = drafted_of(ctx, last, law, without)
            new = of_draft(ctx, stack, draft, law)
        else:
            new = of_folder(ctx, stack, last)
        readable(lang, *(fault for root in (old, new) for fault in unreadable(root)))
        _law(ctx, regulation_id, old, new)
        if intent:
            from patuh.cli.outputs.intended import intended

            ctx.exit(int(not intended(intent, old, new, lang)))
        found = compared(regulation_id, old, new, names=_names(folders), draft=draft)
        _write(found, form, output, paper, lang)
    unfinished = found.unfinished or found.untranslated
    ctx.exit(2 if unfinished else int(found.differs))


def _law(ctx: click.Context, name: str, *roots: Path) -> Regulation:
    """The regulation, which each of the knowledge bases must have."""
    known = [{law.id: law for law in regulations(root)} for root in roots]
    shared = set(known[0]).intersection(*known[1:])
    if name not in shared:
        every = ", ".join(sorted(shared))
        raise WrongCallError("diff.no_regulation", ctx, name=name, known=every)
    return known[0][name]


def _names(folders: tuple[str, ...]) -> tuple[str, str]:
    """What the sides are called: by their folders."""
    old, new = folders if len(folders) == 2 else (OWN, folders[0])
    return Path(old).as_posix(), Path(new).as_posix()


def _write(
    found: Revision, form: str, output: str | None, paper: Literal["a4", "f4"], lang: Lang
) -> None:
    if form in ("html", "docx"):
        from patuh.report.documents.forms import written
        from patuh.revision.telling.as_paper import as_paper

        made = as_paper(found, lang, datetime.date.today(), paper)
        write(with_libraries(form, lambda: written(form, made)), output)
    elif form == "json":
        from patuh.revision.telling import render_json

        write(render_json.render(found, lang), output)
    else:
        from patuh.revision.telling.render_text import render

        tell(lambda style: render(found, lang, style), output)
