"""`patuh check DRAFT --comments FILE`: the findings written back, for those who work in Word."""

import datetime
from collections.abc import Sequence

import click

from patuh.cli.call.wrong_call import WrongCallError
from patuh.cli.inputs.drafts import check_text
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


def write_back(
    asked: Asked,
    result: Result,
    base: tuple[bytes, str] | None,
    lang: Lang,
    day: datetime.date,
) -> None:
    """Write what is asked for."""
    path = result.input.path
    data = read_bytes(path)
    if isinstance(data, Unreadable):
        return
    from patuh.markup.word_file import WordFile

    def again(changed: bytes) -> Result | None:
        checked = check_text(changed, path, base)
        return None if isinstance(checked, Unreadable) else checked

    draft = WordFile(data, path)
    if (file := asked.get("--comments")) is not None:
        write(draft.written(result, lang, day), file)
    if (file := asked.get("--tracked")) is not None:
        write(draft.written(result, lang, day, draft.holding(result, day, again)), file)
