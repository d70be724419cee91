"""`patuh import`: a table of units, or the structure in a draft, as a proposal."""

from collections.abc import Iterator, Sequence

import click

from patuh.cli.call.collector import without_collector
from patuh.cli.call.help import Command, option
from patuh.cli.call.language import language
from patuh.cli.call.options import lang_option, output_option
from patuh.cli.call.regions import law_of, pair
from patuh.cli.call.wrong_call import FaultError, WrongCallError
from patuh.cli.outputs.files import spare, write
from patuh.cli.outputs.structures import structure_text
from patuh.cli.outputs.terminal import aside, readable
from patuh.inputs.drafts import draft_of
from patuh.inputs.paths import is_draft, read_bytes
from patuh.messages import Lang, say
from patuh.tables.told import Said, TableError, few
from patuh_parser.text.shown import shown

_MOST = 200
"""So many errors are shown of one table."""


@click.command("import", cls=Command)
@click.argument("path", metavar="FILE")
@option("--region", metavar="NAME")
@option("--sheet", metavar="NAME")
@option("--sort", "sorts", metavar="WORD=SORT", multiple=True)
@output_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    path: str,
    region: str | None,
    sheet: str | None,
    sorts: tuple[str, ...],
    output: str | None,
) -> None:
    """Write a table of units (.xlsx, .csv), or the structure in a draft, as a proposal."""
    lang = language(ctx)
    spare([path], output)
    if is_draft(path):
        for name, given in (("--sheet", sheet), ("--sort", sorts)):
            if given:
                raise WrongCallError("import.only_tables", ctx, option=name)
        [draft] = readable(lang, draft_of(path))
        write(structure_text(draft, lang, law_of(region, ctx).region if region else None), output)
        return
    from patuh.tables.importing import imported
    from patuh.tables.workbook import LibraryMissingError

    law = law_of(region, ctx)
    pairs = [pair(value, ctx) for value in sorts]
    [data] = readable(lang, read_bytes(path))
    try:
        with without_collector():
            found = imported(data, path, law, sheet=sheet, sorts=pairs)
    except TableError as error:
        _show(path, error.errors, lang)
        ctx.exit(2)
    except LibraryMissingError:
        raise FaultError("import.no_library") from None
    _tell(path, found.notes, lang)
    write(found.text, output)


def _tell(path: str, notes: Sequence[Said], lang: Lang) -> None:
    """What was noticed, of each kind the first few."""
    for note in few(notes):
        where = f"{note.cell}: " if note.cell else ""
        aside(f"{shown(path)}: {where}{note.words()[lang][0]}")


def _show(path: str, errors: Sequence[Said], lang: Lang) -> None:
    for error in errors[:_MOST]:
        for line in _lines(path, error, lang):
            aside(line)
        aside("")
    if len(errors) > _MOST:
        aside(say("import.more", lang, path=shown(path), count=len(errors) - _MOST))
    aside(say("import.count", lang, path=shown(path), count=len(errors)))


def _lines(path: str, error: Said, lang: Lang) -> Iterator[str]:
    """An error as the errors of proposals are shown, at its cell."""
    message, hint = error.words()[lang]
    yield f"{say('errors.error', lang)}[{error.key}]: {message}"
    where = shown(path)
    yield f" --> {where if error.cell is None else f'{where}: {error.cell}'}"
    if hint:
        yield f"  = {say('errors.help', lang)}: {hint}"
