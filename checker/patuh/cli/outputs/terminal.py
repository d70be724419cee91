"""What is shown on a terminal: in colours where it is one, errors apart from the rest."""

import os
import sys
from collections.abc import Iterable
from typing import TextIO, TypeVar

from patuh.finding import Unreadable
from patuh.messages import Lang
from patuh.report.terminal.style import WIDTH, Style

T = TypeVar("T")
_LEAST, _MOST = 60, 140
"""Columns of a report that is read: no narrower terminal, and no longer line."""


def style_of(stream: TextIO, color: str = "auto") -> Style:
    """Colours if asked for, or on a terminal unless NO_COLOR is set; links and width of a terminal.

    COLUMNS, where it is set, takes the place of the width.
    """
    terminal = stream.isatty()
    automatic = color == "auto" and terminal and not os.environ.get("NO_COLOR")
    wanted = color == "always" or automatic
    width = os.get_terminal_size(stream.fileno()).columns if terminal else WIDTH
    told = os.environ.get("COLUMNS", "")
    width = int(told) if told.isdecimal() and len(told) < 5 else width
    return Style(wanted, wanted and terminal, min(max(width, _LEAST), _MOST))


def show(pieces: Iterable[str], style: Style | None = None, *, nl: bool = True) -> None:
    """Write pieces to standard output, each as a line; they hold the colours of their style."""
    style = style_of(sys.stdout) if style is None else style
    for piece in pieces:
        put(style.clean(piece) + "\n" * nl)


def put(text: str, stream: TextIO | None = None) -> None:
    """Write a text as it is to a stream, standard output if none is named."""
    if sys.platform == "win32":  # not every terminal there knows colours
        import click

        click.echo(text, stream, nl=False, color=True)
        return
    stream = sys.stdout if stream is None else stream
    stream.write(text)
    stream.flush()


def aside(line: str) -> None:
    """Write a line to standard error."""
    put(Style().clean(line) + "\n", sys.stderr)


def show_errors(unreadable: Iterable[Unreadable], lang: Lang, color: str = "auto") -> None:
    """Write to standard error why inputs cannot be read."""
    from patuh.report.terminal.errors import render

    style = style_of(sys.stderr, color)
    for piece in render(unreadable, lang, style):
        put(style.clean(piece), sys.stderr)


def readable(lang: Lang, *inputs: T | Unreadable) -> list[T]:
    """The inputs, if all could be read; else shows why not, and ends the command with code 2."""
    broken = [one for one in inputs if isinstance(one, Unreadable)]
    if broken:
        from click.exceptions import Exit

        show_errors(broken, lang)
        raise Exit(2)
    return [one for one in inputs if not isinstance(one, Unreadable)]
