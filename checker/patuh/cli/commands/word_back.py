"""`patuh check DRAFT --comments FILE`: the findings written back, for those who work in Word."""

import datetime
from collections.abc import Callable, Sequence

import click

from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.inputs.paths import STDIN, is_draft, read_bytes
from patuh.cli.outputs.files import spare, write
from patuh.finding import Result, Unreadable
from patuh.messages import Lang

Asked = dict[str, str]
"""The files that are asked for, by the option."""


def asked_for(ctx: click.Context, paths: Sequence[str], files: dict[str, str | None]) -> Asked:
    """The files to write; raises `WrongCallError` for any that cannot be, or without one draft."""
    asked = {option: file for option, file in files.items() if file is not None}
    for option, file in asked.items():
        if len(paths) != 1 or not is_draft(paths[0]):
            raise WrongCallError("calls.one_draft", ctx, option=option)
        if file == STDIN or list(asked.values()).count(file) > 1:
            raise WrongCallError("calls.own_file", ctx, option=option)
        spare(paths, file)
    return asked


def write_back(asked: Asked, result: Result, lang: Lang, day: datetime.date) -> None:
    """Write what is asked for."""
    data = read_bytes(result.input.path)
    if isinstance(data, Unreadable):
        return
    from patuh.markup.word_file import WordFile

    draft = WordFile(data, result.input.path)
    forms: dict[str, Callable[[], bytes]] = {
        "--comments": lambda: draft.commented(result, lang, day),
    }
    for option, file in asked.items():
        write(forms[option](), file)
