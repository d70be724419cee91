"""The command line. Commands are imported only when they are called, so that help is instant."""

import errno
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import Any, ClassVar

import click

from patuh.cli.call.faults import (
    FAULT,
    INTERRUPTED,
    debugging,
    flushed,
    nobody_reads,
    outputs_to_fail,
    tell,
    use_utf8,
)
from patuh.cli.call.help import Group, Option
from patuh.cli.call.language import language_of, speaking
from patuh.cli.call.options import lang_option
from patuh.cli.call.wrong_call import FaultError, explained
from patuh.messages import Lang, both
from patuh.version import __version__
from patuh_parser.text.shown import shown

_COMMANDS = [
    *("init", "check", "batch", "explain", "search", "why-not", "compare", "diff", "impact"),
    *("references", "chart", "import", "export", "facts", "serve", "kb"),
]


class _LazyGroup(Group):
    aliases: ClassVar = {
        "bagan": "chart",
        "beda": "diff",
        "cari": "search",
        "dampak": "impact",
        "impor": "import",
        "layani": "serve",
        "mulai": "init",
    }

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return _COMMANDS

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        cmd_name = self.aliases.get(cmd_name, cmd_name)
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"patuh.cli.commands.{cmd_name.replace('-', '_')}_command")
        command: click.Command = module.command
        return command

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run; click and what is wrong with the call are heard in the language asked for.

        As a command of its own it ends the process: with 130 if it was interrupted, and with 2
        and one line if it could not end its work, so that 1 never means anything but findings.
        """
        words = list(sys.argv[1:] if args is None else args)
        lang = language_of(words)
        outputs_to_fail()
        use_utf8()
        run = partial(super().main, standalone_mode=False, obj=lang, **extra)
        with speaking(lang):
            if not standalone_mode:
                return run(words, prog_name, complete_var)
            sys.exit(_ended(lambda: run(words, prog_name, complete_var), lang, debugging(words)))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a fault of the knowledge base is said without a traceback."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            engine = sys.modules.get("patuh.engine")  # not imported only to ask this
            if engine is None or not isinstance(error, engine.EngineError):
                raise
            if isinstance(error, engine.FindingError):
                part = both(f"calls.part.{error.part}")
                told = {"rule": error.rule, "part": part, "atom": error.atom}
                raise FaultError("calls.finding", **told) from None
            raise FaultError("calls.engine", error=error) from None


def _ended(run: Callable[[], Any], lang: Lang, debug: bool) -> int:
    """The code with which a command ends, once all that it said is delivered or cannot be."""
    try:
        done = run()
        code = done if isinstance(done, int) else 0
    except click.ClickException as error:
        code = error.exit_code
        with suppress(OSError):
            click.echo(shown(explained(error, lang), "\n"), err=True)
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except SystemExit as error:  # of click: it has completed words, or nobody reads what it writes
        code = FAULT if error.code else 0
        if error.code and not nobody_reads():
            tell(BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE)), lang, debug=debug)
    except Exception as error:
        code = FAULT
        if not (isinstance(error, BrokenPipeError) and nobody_reads()):
            tell(error, lang, debug=debug)
    if (failed := flushed()) is not None:
        if code in (0, 1) and not isinstance(failed, BrokenPipeError):
            tell(failed, lang, debug=debug)
        return FAULT
    return code


@click.group(cls=_LazyGroup)
@click.version_option(__version__, prog_name="patuh", cls=Option)
@lang_option
def main() -> None:
    """Check proposals, drafts and the knowledge base itself: one command for each job."""
