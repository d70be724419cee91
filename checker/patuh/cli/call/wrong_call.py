"""A wrong call, told in the language of the call."""

from collections.abc import Sequence
from typing import Any

import click

from patuh.messages import Both, Lang, both, say


class WrongCallError(click.UsageError):
    """A call that cannot be followed: the key of what is wrong with it, and its values."""

    def __init__(self, key: str, ctx: click.Context | None = None, /, **values: Any) -> None:
        super().__init__(key, ctx)
        self.values = values


class FaultError(click.ClickException):
    """Something other than the call is at fault; exit code 2 all the same."""

    exit_code = 2

    def __init__(self, key: str, /, **values: Any) -> None:
        super().__init__(key)
        self.values = values


def meant(names: Sequence[str] | None) -> Both:
    """What may have been meant, to be put behind a sentence; empty if nothing is near."""
    return both("calls.meant", names=", ".join(names)) if names else {"id": "", "en": ""}


def explained(error: click.ClickException, lang: Lang) -> str:
    """What is wrong and, if it is the call, how the command is called."""
    if type(error).__name__ == "NoArgsIsHelpError":  # of click 8.2 and later: its text is the help
        return error.format_message()
    context = error.ctx if isinstance(error, click.UsageError) else None
    usage = ""
    if context is not None:
        pieces = " ".join(context.command.collect_usage_pieces(context))
        usage = say("calls.usage", lang, command=context.command_path, pieces=pieces)
    return usage + say("calls.error", lang, message=_message(error, lang))


def _message(error: click.ClickException, lang: Lang) -> str:
    """The words of patuh; else those of click, whose templates are in `click.toml`."""
    if isinstance(error, WrongCallError | FaultError):
        return say(error.message, lang, **error.values)
    if isinstance(error, click.NoSuchOption):
        near = meant(sorted(error.possibilities or ()))
        return say("calls.no_option", lang, option=error.option_name, near=near)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        hint = error.param.get_error_hint(error.ctx).replace("'", "")
        return say("calls.missing", lang, argument=hint)
    return error.format_message()
