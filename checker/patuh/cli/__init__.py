"""The command line. Commands are imported only when they are called, so that help is instant."""

import sys
from importlib import import_module

import click

from patuh import __version__

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


class _FaultError(click.ClickException):
    exit_code = 2


class _LazyGroup(click.Group):
    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(
            f"patuh.cli.{cmd_name.replace('-', '_')}_command"
        ).command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a fault of the knowledge base is said without a traceback."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            engine = sys.modules.get("patuh.engine")  # not imported only to ask this
            if engine is None or not isinstance(error, engine.EngineError):
                raise
            text = f"basis pengetahuan bermasalah / the knowledge base is at fault: {error}"
            raise _FaultError(text) from None

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
