"""`patuh serve`: the page in the browser."""

from contextlib import suppress

import click

from patuh.cli.call.help import Command, option
from patuh.cli.call.language import language
from patuh.cli.call.options import Seconds, lang_option, overlay_option
from patuh.cli.call.wrong_call import FaultError
from patuh.cli.outputs.terminal import aside, readable
from patuh.inputs.laid_over import overlaid
from patuh.inputs.paths import reason
from patuh.messages import say

PORT = 8420


@click.command("serve", cls=Command)
@option("--host", metavar="NAME", default="127.0.0.1", show_default=True)
@option("--port", type=click.IntRange(0, 65535), metavar="NUMBER")
@option("--open", "browser", is_flag=True)
@option("--timeout", type=Seconds(), metavar="SECONDS", default=60, show_default=True)
@overlay_option
@lang_option
@click.pass_context
def command(
    ctx: click.Context,
    host: str,
    port: int | None,
    browser: bool,
    timeout: float,
    kb_overlay: str | None,
) -> None:
    """Serve the page until it is interrupted; only this machine reaches it by default."""
    lang = language(ctx)
    try:
        from patuh.web import serving
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] == "patuh":
            raise
        raise FaultError("serve.no_library") from None
    readable(lang, *filter(None, [ctx.with_resource(overlaid(kb_overlay))]))
    try:
        found = serving.listening(host, port, PORT)
    except OSError as error:
        told = {"host": host, "port": PORT if port is None else port, "reason": reason(error)}
        raise FaultError("serve.no_port", **told) from None
    number = found.getsockname()[1]
    address = serving.address_of(host, number) + ("en" if lang == "en" else "")
    if port is None and number != PORT:
        aside(say("serve.other_port", lang, port=PORT))
    if not serving.is_loopback(found):
        aside(say("serve.open_to_others", lang))

    def started() -> None:
        click.echo(say("serve.at", lang, address=address))
        if browser:
            import webbrowser

            webbrowser.open(address)

    with found, suppress(KeyboardInterrupt):
        serving.serve(found, host, timeout, started)
