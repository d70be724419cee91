"""Where the results of a check go: one writer for each format."""

import sys
from collections.abc import Sequence

import click

from patuh.cli.outputs.terminal import aside, show, show_errors, style_of
from patuh.finding import LeftOut, Level, Result, Unreadable
from patuh.messages import Lang
from patuh.report.view import View

FORMATS = ("text", "json", "html", "sarif", "junit")


class Output:
    """Writes results to standard output and, for people, errors to standard error."""

    def __init__(self, form: str, lang: Lang, color: str, floor: Level, view: View) -> None:
        self._form = form
        self.lang = lang
        self._color = color
        self._floor = floor
        self._view = view

    def write(
        self,
        results: Sequence[Result],
        unreadable: Sequence[Unreadable],
        left: Sequence[LeftOut] = (),
    ) -> None:
        """All results in the chosen format; the machine formats hold the errors as well.

        `left` is what lies in folders and is no input; every format tells of it.
        """
        if self._form == "text":
            self.text(results)
        else:
            from patuh.report.documents.forms import document

            told = (unreadable, left, self.lang, self._floor, self._view)
            click.echo(document(self._form, results, *told), nl=False)
        if self._form in ("text", "html"):
            self.errors(unreadable)
            self.left(left)

    def text(self, results: Sequence[Result]) -> None:
        """The report for people."""
        from patuh.report.terminal.text import render

        style = style_of(sys.stdout, self._color)
        show(render(results, self.lang, style, self._view), style, nl=False)

    def left(self, left: Sequence[LeftOut]) -> None:
        """What of folders was not checked, on standard error."""
        from patuh.report.left_out import left_out

        for line in left_out(left, self.lang):
            aside(line)

    def errors(self, unreadable: Sequence[Unreadable]) -> None:
        """The errors of unreadable inputs, on standard error."""
        show_errors(unreadable, self.lang, self._color)
