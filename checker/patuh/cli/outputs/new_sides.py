"""The new side of a revision, as a command is given it: a folder, a knowledge base, a draft."""

from contextlib import ExitStack
from pathlib import Path

import click

from patuh.cli.call.language import language
from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.outputs.terminal import readable
from patuh.inputs.drafts import draft_of
from patuh.inputs.laid_over import knowledge_base
from patuh.knowledge.regulations import Regulation
from patuh.revision.drafted.new_side import new_side
from patuh.revision.drafted.translating import NoRevisionError, refusing, translated
from patuh.revision.records import Drafted
from patuh_parser.legal.model import Draft


def of_folder(ctx: click.Context, stack: ExitStack, folder: str) -> Path:
    """The knowledge base that a folder is or makes, as long as the stack is open."""
    return readable(language(ctx), stack.enter_context(knowledge_base(folder)))[0]


def of_draft(ctx: click.Context, stack: ExitStack, drafted: Drafted, law: Regulation) -> Path:
    """The knowledge base in use with the norms of a draft, as long as the stack is open."""
    return readable(language(ctx), stack.enter_context(new_side(drafted, law)))[0]


def drafted_of(
    ctx: click.Context, path: str, law: Regulation, without: tuple[int, ...] = ()
) -> Drafted:
    """What a draft changes in the norms of a regulation, without what is refused."""
    (text,) = readable(language(ctx), draft_of(path))
    found = _translated(text, law)
    if found is None:
        raise WrongCallError("diff.no_revision", ctx, path=path, law=law.short)
    known = {one.number for one in found.translated}
    for number in without:
        if number not in known:
            told = ", ".join(map(str, sorted(known))) or "–"
            raise WrongCallError("diff.no_number", ctx, number=number, known=told)
    return refusing(found, without)


def revised_by(
    ctx: click.Context, path: str, laws: tuple[Regulation, ...]
) -> tuple[Drafted, Regulation]:
    """What a draft changes, and the regulation that it revises among these."""
    (text,) = readable(language(ctx), draft_of(path))
    for law in laws:
        if not text.region or law.of_region(text.region):
            found = _translated(text, law)
            if found is not None:
                return found, law
    known = ", ".join(law.short for law in laws)
    raise WrongCallError("diff.no_revision", ctx, path=path, law=known)


def _translated(text: Draft, law: Regulation) -> Drafted | None:
    """None if the draft is no revision of the regulation."""
    try:
        return translated(text, law)
    except NoRevisionError:
        return None
