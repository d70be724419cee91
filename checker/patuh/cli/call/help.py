"""Commands and options whose help stands in `help.toml`, shown in the language of the call."""

from collections.abc import Callable, Mapping
from copy import copy
from typing import Any, ClassVar

import click

from patuh.cli.call.language import language
from patuh.cli.call.wrong_call import WrongCallError, meant
from patuh.messages import entries, say


class Command(click.Command):
    """A command; its words stand under its name in `help.toml`."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(f"help.{self.name}.text", language(ctx)))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        english, ours = (entries("help", lang) for lang in ("en", language(ctx)))
        theirs = {english[key]: ours[key] for key in ("metavar.options", "metavar.command")}
        return [theirs.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        *own, asked = super().get_params(ctx)
        return [*own, _DEBUG, asked]

    def get_help_option(self, _ctx: click.Context) -> click.Option:
        return _HELP


class Group(Command, click.Group):
    """A command that consists of others."""

    aliases: ClassVar[Mapping[str, str]] = {}
    """Further names of its commands."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command asked for; of a misspelt one the nearest is named."""
        known = [*self.list_commands(ctx), *self.aliases]
        if args and args[0] not in known and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = meant(get_close_matches(args[0], known, 1))
            raise WrongCallError("calls.no_command", ctx, command=args[0], near=near)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = language(ctx)
        with formatter.section(say("help.commands", lang)):
            also = {name: f"{name} ({alias})" for alias, name in self.aliases.items()}
            formatter.write_dl(
                [
                    (also.get(name, name), say(f"help.{name}.short", lang))
                    for name in self.list_commands(ctx)
                ]
            )


class Option(click.Option):
    """An option: its help is under its own name, or under that of the command before it."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        name = max(self.opts, key=len).lstrip("-")
        words = entries("help", language(ctx))
        own = copy(self)
        own.help = words.get(f"option.{ctx.command.name}.{name}") or words[f"option.{name}"]
        if own.required:  # else click says so in English
            own.help, own.required = f"{own.help}  [{words['required']}]", False
        return click.Option.get_help_record(own, ctx)


Decorator = Callable[[Any], Any]


def option(*names: str, **settings: Any) -> Decorator:
    """`click.option`, with its help in `help.toml`."""
    return click.option(*names, cls=Option, **settings)


def _show_help(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


_DEBUG = Option(["--debug"], is_flag=True, expose_value=False)
"""Every command has it; `patuh.cli.call.faults.debugging` tells whether it is asked for."""
_HELP = Option(
    ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help
)
"""Ours, for that of click has its words in the language of the time at which it is made."""
