"""The command line. Commands are imported only when they are called, so that help is instant."""

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from patuh import __version__
from patuh.cli.call.wrong_call import FaultError, WrongCallError, language_of, told

_COMMANDS = {
    "check": "Periksa usulan terhadap peraturan daerahnya / check proposals",
    "explain": "Jelaskan suatu pemeriksaan atau ketentuan / explain a check or a provision",
    "why-not": "Mengapa suatu pemeriksaan tidak menghasilkan temuan / why a check does not fire",
    "compare": "Bandingkan dua usulan: semula – menjadi / compare two proposals",
    "references": "Cetak rujukan suatu naskah sebagai graf / the references of a draft as a graph",
    "export": "Tulis rancangan sebagai Akoma Ntoso 3.0 / write a draft as Akoma Ntoso 3.0",
    "facts": "Cetak usulan sebagai fakta ASP / print a proposal as ASP facts",
    "kb": "Periksa basis pengetahuan itu sendiri / audit the knowledge base",
}


class _LazyGroup(click.Group):
    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(
            f"patuh.cli.commands.{cmd_name.replace('-', '_')}_command"
        ).command
        return command

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run; what is wrong with the call is told in the language that it asks for."""
        words = list(sys.argv[1:] if args is None else args)
        try:
            code = super().main(words, prog_name, complete_var, standalone_mode=False, **extra)
        except click.ClickException as error:
            if not standalone_mode:
                raise
            from patuh.cli.call.options import use_utf8

            use_utf8()
            click.echo(told(error, language_of(words)), err=True)
            code = error.exit_code
        except click.Abort:
            if not standalone_mode:
                raise
            code = 1
        if not standalone_mode:
            return code
        sys.exit(code if isinstance(code, int) else 0)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command asked for; of a misspelt one the nearest is named."""
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], _COMMANDS, 1)
            raise WrongCallError(
                f"tidak ada perintah `{args[0]}`" + "".join(f"; maksud Anda: {n}?" for n in near),
                f"there is no command `{args[0]}`" + "".join(f"; did you mean {n}?" for n in near),
                ctx,
            )
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a fault of the knowledge base is said without a traceback."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            engine = sys.modules.get("patuh.engine")  # not imported only to ask this
            if engine is None or not isinstance(error, engine.EngineError):
                raise
            raise FaultError(
                f"basis pengetahuan bermasalah: {error}",
                f"the knowledge base is at fault: {error}",
            ) from None

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="patuh")
def main() -> None:
    """patuh memeriksa usulan SOTK dan alur kerja terhadap peraturan, pasal demi pasal.

    \b
    Kode keluar / exit codes:
      0  tidak ada temuan pada atau di atas --fail-on
      1  ada temuan demikian
      2  masukan tidak terbaca atau perintah salah
    """
