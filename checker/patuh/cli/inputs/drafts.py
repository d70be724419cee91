"""Drafts as inputs of a command."""

import sys
from pathlib import Path

import click

from patuh.cli.call.wrong_call import FaultError
from patuh.cli.inputs.paths import error_words, read_bytes
from patuh.finding import InputError, Place, Result, Unreadable
from patuh.knowledge.messages import Lang
from patuh.report.terminal.errors import render
from patuh.report.terminal.style import Style
from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.model import Draft
from patuh_parser.legal.reader import read_draft
from patuh_parser.text.span import Span

_START = Span(1, 1, 1, 1)


def draft_of(path: str) -> Draft | Unreadable:
    """The draft in a file, or why there is none."""
    data = read_bytes(path)
    if isinstance(data, Unreadable):
        return data
    try:
        return read_draft(data, path)
    except DraftError as error:
        return _unreadable(error, path)


def check_text(data: bytes, path: str, base: tuple[bytes, str] | None) -> Result | Unreadable:
    """The findings of a draft, or why its text, or that of its base, cannot be had."""
    from patuh.draft_checking import check_draft

    try:
        return check_draft(data, path, base=base)
    except DraftError as error:
        return _unreadable(error, error.path or path)


def _unreadable(error: DraftError, path: str) -> Unreadable:
    return Unreadable(path, "", (InputError(error.code, Place(path, _START), error.texts),))


def show_errors(errors: list[Unreadable], lang: Lang) -> None:
    """What could not be read, on standard error."""
    for piece in render(errors, lang, Style()):
        click.echo(piece, nl=False, err=True)


def write(content: str | bytes, output: str | None) -> None:
    """Write a document into a file, or to standard output."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    if output is None or output == "-":
        sys.stdout.flush()
        stream = sys.stdout.buffer
        stream.write(data)
        stream.flush()
        return
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        told = error_words(error)
        raise FaultError(
            f"{output}: tidak dapat ditulis: {told['id']}",
            f"{output}: cannot be written: {told['en']}",
        ) from None


def is_terminal() -> bool:
    """Whether standard output is a terminal, where no binary document belongs."""
    return sys.stdout.isatty()
