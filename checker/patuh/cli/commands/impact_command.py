"""`patuh impact`: what a revision of a regulation does to proposals at hand."""

from contextlib import ExitStack

import click

from patuh.cli.call.collector import without_collector
from patuh.cli.call.help import Command
from patuh.cli.call.language import language
from patuh.cli.call.options import form_option, lang_option, output_option
from patuh.cli.outputs.files import write
from patuh.cli.outputs.new_sides import drafted_of, of_draft, of_folder
from patuh.cli.outputs.pages import tell
from patuh.cli.outputs.progress import Progress
from patuh.cli.outputs.terminal import show_errors
from patuh.finding import Unreadable
from patuh.inputs.folders import expand
from patuh.inputs.paths import is_draft, read_bytes
from patuh.knowledge.regulations import regulations
from patuh.knowledge.root import kb_root
from patuh.revision.records import Drafted, Hit


@click.command("impact", cls=Command)
@click.argument("new", metavar="NEW")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH…")
@form_option("text", "json")
@output_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context, new: str, paths: tuple[str, ...], form: str, output: str | None
) -> None:
    """What a folder laid over the knowledge base, or a draft, does to proposals."""
    from patuh.revision.impact import Impact
    from patuh.revision.telling import of_impact

    lang = language(ctx)
    inputs, missing, _ = expand(paths)
    hits: list[Hit] = []
    broken: list[Unreadable] = [*missing]
    draft: Drafted | None = None
    with ExitStack() as stack, without_collector(), Progress(len(inputs)) as progress:
        if is_draft(new):
            draft, law = drafted_of(ctx, new, regulations())
            root = of_draft(ctx, stack, draft, law)
        else:
            root = of_folder(ctx, stack, new)
        impact = Impact(kb_root(), root)
        for path in (one for one in inputs if not is_draft(one)):
            progress.advance(path)
            data = read_bytes(path)
            found = data if isinstance(data, Unreadable) else impact.on(path, data)
            if isinstance(found, Unreadable):
                broken.append(found)
            else:
                hits.append(found)
    show_errors(broken, lang)
    if form == "json":
        write(of_impact.as_document(new, hits, lang), output)
    else:
        tell(lambda style: of_impact.lines(new, hits, len(broken), lang, style), output)
    partly = draft is not None and any(one.norms for one in draft.left)
    ctx.exit(2 if broken or partly else int(any(one.hit for one in hits)))
