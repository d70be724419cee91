"""`patuh check DRAFT --comments FILE`: the findings written back, for those who work in Word."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from patuh.cli.call.wrong_call import FaultError, WrongCallError
from patuh.cli.outputs.files import spare, write
from patuh.finding import Result, Unreadable, unread
from patuh.inputs.drafts import check_text
from patuh.inputs.paths import STDIN, is_draft, read_bytes
from patuh.messages import Lang, say
from patuh_parser.legal.errors import DraftError

if TYPE_CHECKING:
    from patuh.markup.listed import Listed

LIST = "--corrections"
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
        if option == LIST and not file.lower().endswith((".docx", ".xlsx")):
            raise WrongCallError("calls.list_ending", ctx, option=option)
        spare(paths, file)
    return asked


def write_back(
    asked: Asked,
    result: Result,
    base: tuple[bytes, str] | None,
    lang: Lang,
    day: datetime.date,
) -> Unreadable | None:
    """Write what is asked for; a part of the file that only this needs may be damaged."""
    data = read_bytes(result.input.path)
    if isinstance(data, Unreadable):
        return data
    try:
        _write(asked, result, data, base, lang, day)
    except DraftError as error:
        return unread(result.input.path, error.code, error.texts)
    return None


def _write(
    asked: Asked,
    result: Result,
    data: bytes,
    base: tuple[bytes, str] | None,
    lang: Lang,
    day: datetime.date,
) -> None:
    path = result.input.path
    from patuh.markup.listed import listed
    from patuh.markup.word_file import WordFile
    from patuh_parser.legal.reader import read_draft

    def again(changed: bytes) -> Result | None:
        checked = check_text(changed, path, base)
        return None if isinstance(checked, Unreadable) else checked

    file = WordFile(data, result)
    if "--comments" in asked:
        write(file.written(lang, day), asked["--comments"])
    if "--tracked" in asked or LIST in asked:
        held = file.holding(day, again)
        if "--tracked" in asked:
            write(file.written(lang, day, held), asked["--tracked"])
        if LIST in asked:
            found = listed(result, read_draft(file.data, path), held, lang)
            write(_as_file(found, path, asked[LIST], lang), asked[LIST])


def _as_file(found: "Listed", path: str, name: str, lang: Lang) -> bytes:
    """The list in the form that the ending of its name says."""
    from patuh.comparison.filed import DocxMissingError
    from patuh.markup.list_files import as_sheet, as_word

    if name.lower().endswith(".xlsx"):
        return as_sheet(found, lang)
    try:
        return as_word(found, f"{say('list.heading', lang)}: {Path(path).name}", lang)
    except DocxMissingError:
        raise FaultError("matrix.no_docx") from None
