"""The new side of a revision, as a command is given it: a folder, a knowledge base, a draft.

What reads drafts is only imported for one: a folder asks for none of it.
"""

from contextlib import ExitStack
from pathlib import Path

import click

from patuh.cli.call.language import language
from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.outputs.terminal import readable
from patuh.inputs.laid_over import is_whole, knowledge_base
from patuh.knowledge.regulations import Regulation
from patuh.revision.records import Drafted


def of_folder(ctx: click.Context, stack: ExitStack, folder: str) -> Path:
    """The knowledge base that a folder is or makes, as long as the stack is open.

    One that it is, is looked at whole; what is laid over another one was looked at by itself, and
    all other files are patuh's own.
    """
    if is_whole(folder):
        from patuh.audit.readable import unreadable

        readable(language(ctx), *unreadable(Path(folder)))
    return readable(language(ctx), stack.enter_context(knowledge_base(folder)))[0]


def of_draft(ctx: click.Context, stack: ExitStack, drafted: Drafted, law: Regulation) -> Path:
    """The knowledge base in use with the norms of a draft, as long as the stack is open."""
    from patuh.revision.drafted.new_side import new_side

    return readable(language(ctx), stack.enter_context(new_side(drafted, law)))[0]


def drafted_of(
    ctx: click.Context, path: str, laws: tuple[Regulation, ...], without: tuple[int, ...] = ()
) -> tuple[Drafted, Regulation]:
    """What a draft changes, without what is refused, and which of these regulations it revises."""
    from patuh.inputs.drafts import draft_of
    from patuh.revision.drafted.translating import NoRevisionError, translated

    (text,) = readable(language(ctx), draft_of(path))
    for law in laws:
        if len(laws) == 1 or not text.region or law.of_region(text.region):
            try:
                found = translated(text, law)
            except NoRevisionError:
                continue
            return _refusing(ctx, found, without), law
    known = ", ".join(law.short for law in laws)
    raise WrongCallError("diff.no_revision", ctx, path=path, law=known)


def _refusing(ctx: click.Context, found: Drafted, without: tuple[int, ...]) -> Drafted:
    from patuh.revision.drafted.translating import refusing

    known = {one.number for one in found.translated}
    for number in without:
        if number not in known:
            told = ", ".join(map(str, sorted(known))) or "–"
            raise WrongCallError("diff.no_number", ctx, number=number, known=told)
    return refusing(found, without)
