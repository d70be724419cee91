"""Where the results of a check go: one writer for each format."""

import os
import sys
from collections.abc import Sequence

import click

from patuh.finding import Level, Result, Unreadable
from patuh.knowledge.messages import Lang
from patuh.report.terminal.style import Style

FORMATS = ["text", "json", "html", "sarif", "junit"]


class Output:
    """Writes results to standard output and, for people, errors to standard error."""

    def __init__(self, form: str, lang: Lang, color: str, floor: Level, why: bool) -> None:
        self._form = form
        self.lang = lang
        self._color = color
        self._floor = floor
        self._why = why

    def write(self, results: Sequence[Result], unreadable: Sequence[Unreadable]) -> None:
        """All results in the chosen format; the machine formats hold the errors as well."""
        if self._form == "text":
            self.text(results)
            self.errors(unreadable)
        else:
            click.echo(self._document(results, unreadable), nl=False)
            if self._form == "html":
                self.errors(unreadable)

    def _document(self, results: Sequence[Result], unreadable: Sequence[Unreadable]) -> str:
        if self._form == "json":
            from patuh.report.documents import json

            return json.render(results, unreadable, self.lang)
        if self._form == "sarif":
            from patuh.report.documents import sarif

            return sarif.render(results, unreadable, self.lang)
        if self._form == "junit":
            from patuh.report.documents import junit

            return junit.render(results, unreadable, self.lang, self._floor)
        from patuh.report.documents import html

        return html.render(results, unreadable, self.lang)

    def text(self, results: Sequence[Result]) -> None:
        """The report for people."""
        from patuh.report.terminal.text import render

        style = self.style(sys.stdout.isatty())
        for piece in render(results, self.lang, style, why=self._why):
            click.echo(piece, nl=False, color=True)

    def errors(self, unreadable: Sequence[Unreadable]) -> None:
        """The errors of unreadable inputs, on standard error."""
        from patuh.report.terminal.errors import render

        for piece in render(unreadable, self.lang, self.style(sys.stderr.isatty())):
            click.echo(piece, nl=False, err=True, color=True)

    def style(self, terminal: bool) -> Style:
        """Colours if asked for, or on a terminal unless NO_COLOR is set; links on a terminal."""
        automatic = self._color == "auto" and terminal and not os.environ.get("NO_COLOR")
        wanted = self._color == "always" or automatic
        return Style(color=wanted, links=wanted and terminal)
