"""`patuh diff`: what a revision of a regulation allows and forbids, with examples."""

import datetime
from collections.abc import Sequence
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
from patuh.inputs.paths import is_draft
from patuh.knowledge.regulations import Regulation, regulations
from patuh.knowledge.root import kb_root, using
from patuh.messages import Lang
from patuh.revision.records import OWN, Drafted, Revision


@click.command("diff", cls=Command)
@click.argument("words", nargs=-1, required=True, type=click.Path(), metavar="[REG] [OLD] NEW")
@option("--without", type=click.IntRange(min=1), multiple=True, metavar="N")
@option("--intent", type=click.Path(), multiple=True, metavar="FILE")
@form_option("text", "json", "html", "docx")
@output_option
@option("--paper", type=click.Choice(["f4", "a4"]), default="f4", show_default=True)
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    without: tuple[int, ...],
    intent: tuple[str, ...],
    form: str,
    output: str | None,
    paper: Literal["a4", "f4"],
) -> None:
    """What a folder laid over the knowledge base, another one, or a draft text changes."""
    from patuh.revision.compared import compared

    name, *given = ("", *words) if is_draft(words[0]) else words
    if not given:
        raise WrongCallError("diff.no_new", ctx)
    if len(given) > 2:
        raise WrongCallError("diff.three", ctx)
    binary_output(ctx, form, output)
    lang = language(ctx)
    with ExitStack() as stack, without_collector():
        law, old, new, draft = _sides(ctx, stack, name, given, without)
        if intent:
            from patuh.cli.outputs.intended import intended

            ctx.exit(int(not intended(intent, old, new, lang)))
        found = compared(law, old, new, names=_names(given), draft=draft)
        _write(found, form, output, paper, lang)
    unfinished = found.unfinished or found.untranslated
    ctx.exit(2 if unfinished else int(found.differs))


def _sides(
    ctx: click.Context, stack: ExitStack, name: str, given: Sequence[str], without: tuple[int, ...]
) -> tuple[str, Path, Path, Drafted | None]:
    """The regulation, the old and the new side, and what the new one says if it is a draft.

    The regulation is the one of this `name`; without a name the one that the draft revises. Drafts
    are held against the old side, if it is a folder, else against the knowledge base in use.
    """
    *before, last = given
    base, earlier = kb_root(), None
    for one in before:
        base, earlier = (base, one) if is_draft(one) else (of_folder(ctx, stack, one), None)
    if earlier is None and not is_draft(last):
        new = of_folder(ctx, stack, last)
        return _law(ctx, name, base, new).id, base, new, None
    stack.enter_context(using(base))
    laws = (_law(ctx, name, base),) if name else regulations()
    old, known = base, None
    if earlier is not None:
        known, law = drafted_of(ctx, earlier, laws)
        laws, old = (law,), of_draft(ctx, stack, known, law)
    if not is_draft(last):
        return laws[0].id, old, of_folder(ctx, stack, last), None
    draft, law = drafted_of(ctx, last, laws, without)
    new = of_draft(ctx, stack, draft, law)
    if known is None:
        return law.id, old, new, draft
    from patuh.revision.drafted.translating import beyond

    return law.id, old, new, beyond(draft, known)


def _law(ctx: click.Context, name: str, *roots: Path) -> Regulation:
    """The regulation, which each of the knowledge bases must have."""
    known = [{law.id: law for law in regulations(root)} for root in roots]
    shared = set(known[0]).intersection(*known[1:])
    if name not in shared:
        every = ", ".join(sorted(shared))
        raise WrongCallError("diff.no_regulation", ctx, name=name, known=every)
    return known[0][name]


def _names(given: Sequence[str]) -> tuple[str, str]:
    """What the sides are called: by their folders and files."""
    old, new = given if len(given) == 2 else (OWN, given[0])
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
