"""`patuh search`: checks and provisions by the words in them."""

import sys

import click

from patuh.cli.call.help import Command
from patuh.cli.call.language import language
from patuh.cli.call.options import lang_option
from patuh.cli.call.wrong_call import meant
from patuh.cli.outputs.terminal import show, style_of
from patuh.messages import say
from patuh.report.search import checks_with, nearest, provisions_with
from patuh.report.terminal.listing import found


@click.command("search", cls=Command)
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@lang_option
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Find checks and provisions that have all these words, or words that contain them."""
    lang = language(ctx)
    wanted = [word for text in words for word in text.casefold().split()]
    checks, provisions = checks_with(wanted, lang), provisions_with(wanted)
    if checks or provisions:
        show(found(checks, provisions, wanted, lang, style_of(sys.stdout)))
        return
    near = meant(nearest(wanted, lang))[lang]
    show([say("search.nothing", lang, words=" ".join(wanted), near=near)])
