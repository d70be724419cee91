"""`patuh diff`: what a revision of a regulation allows and forbids, with examples."""

from contextlib import ExitStack
from pathlib import Path

import click

from patuh.cli.call.collector import without_collector
from patuh.cli.call.help import Command, option
from patuh.cli.call.language import language
from patuh.cli.call.options import form_option, lang_option, output_option
from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.outputs.files import binary_output, write
from patuh.cli.outputs.pages import tell
from patuh.cli.outputs.terminal import aside, readable
from patuh.inputs.laid_over import knowledge_base
from patuh.knowledge.regulations import regulations
from patuh.knowledge.root import kb_root
from patuh.messages import Lang
from patuh.revision.records import Revision


@click.command("diff", cls=Command)
@click.argument("regulation_id", metavar="REG")
@click.argument("folders", nargs=-1, required=True, type=click.Path(), metavar="[OLD] NEW")
@form_option("text", "json", "html", "docx")
@output_option
@option("--paper", type=click.Choice(["f4", "a4"]), default="f4", show_default=True)
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    regulation_id: str,
    folders: tuple[str, ...],
    form: str,
    output: str | None,
    paper: str,
) -> None:
    """What a folder laid over the knowledge base, or another knowledge base, changes."""
    from patuh.audit.readable import unreadable
    from patuh.revision.compared import compared

    if len(folders) > 2:
        raise WrongCallError("diff.three", ctx)
    binary_output(ctx, form, output)
    lang = language(ctx)
    with ExitStack() as stack, without_collector():
        roots = readable(lang, *(stack.enter_context(knowledge_base(one)) for one in folders))
        readable(lang, *(fault for root in roots for fault in unreadable(root)))
        old, new = roots if len(roots) == 2 else (kb_root(), *roots)
        known = {law.id for law in regulations(old)} & {law.id for law in regulations(new)}
        if regulation_id not in known:
            names = ", ".join(sorted(known))
            raise WrongCallError("diff.no_regulation", ctx, name=regulation_id, known=names)
        found = compared(regulation_id, old, new, names=_names(folders))
        written = _write(found, form, output, paper, lang)
    ctx.exit(written or (2 if found.unfinished else int(found.differs)))


def _names(folders: tuple[str, ...]) -> tuple[str, str]:
    """What the sides are called: by their folders; patuh's own knowledge base is `kb`."""
    old, new = folders if len(folders) == 2 else (kb_root().name, folders[0])
    return Path(old).as_posix(), Path(new).as_posix()


def _write(found: Revision, form: str, output: str | None, paper: str, lang: Lang) -> int:
    """0, or 2 if the form cannot be made."""
    if form == "docx":
        from patuh.revision.telling import render_docx

        try:
            write(render_docx.render(found, lang, paper=paper), output)
        except render_docx.DocxMissingError as error:
            aside(str(error))
            return 2
    elif form == "html":
        from patuh.revision.telling import render_html

        write(render_html.render(found, lang), output)
    elif form == "json":
        from patuh.revision.telling import render_json

        write(render_json.render(found, lang), output)
    else:
        from patuh.revision.telling.render_text import render

        tell(lambda style: render(found, lang, style), output)
    return 0
