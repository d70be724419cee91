"""`patuh search`: checks and provisions by the words in them."""

from collections.abc import Iterable

import click

from patuh.cli.call.help import Command
from patuh.cli.call.language import language
from patuh.cli.call.options import lang_option, output_option
from patuh.cli.call.wrong_call import meant
from patuh.cli.outputs.pages import tell
from patuh.messages import Lang, say
from patuh.report.search import checks_with, nearest, provisions_with
from patuh.report.terminal.listing import found
from patuh.report.terminal.style import Style


@click.command("search", cls=Command)
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@output_option
@lang_option
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], output: str | None) -> None:
    """Find checks and provisions that have all these words, or words that contain them."""
    wanted = [word for text in words for word in text.casefold().split()]
    tell(lambda style: _page(wanted, language(ctx), style), output)


def _page(wanted: list[str], lang: Lang, style: Style) -> Iterable[str]:
    checks, provisions = checks_with(wanted, lang), provisions_with(wanted)
    if checks or provisions:
        return found(checks, provisions, wanted, lang, style)
    near = meant(nearest(wanted, lang))[lang]
    return [say("search.nothing", lang, words=" ".join(wanted), near=near)]
