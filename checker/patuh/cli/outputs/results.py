"""Where the results of a check go: one writer for each format."""

import datetime
import sys
from collections.abc import Sequence

from patuh.cli.outputs.terminal import aside, put, show, show_errors, style_of
from patuh.finding import LeftOut, Level, Result, Unreadable
from patuh.messages import Lang
from patuh.report.documents.forms import DOCUMENTS, PAPERS, document, paper
from patuh.report.terminal.style import Style
from patuh.report.view import View

FORMATS = ("text", *DOCUMENTS)
"""Forms that are text; `PAPERS` are not."""


class Output:
    """Writes results to standard output or the file `to`, errors for people to standard error."""

    def __init__(
        self, form: str, lang: Lang, color: str, floor: Level, view: View, to: str | None = None
    ) -> None:
        self._form = form
        self.lang = lang
        self._color = color
        self._floor = floor
        self._view = view
        self._to = to

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
        elif self._form in PAPERS:
            self._put(self._paper(results, unreadable, left))
        else:
            told = (unreadable, left, self.lang, self._floor, self._view)
            self._put(document(self._form, results, *told))
        if self._form in ("text", "html", *PAPERS):
            if unreadable:
                self.errors(unreadable)
            if left:
                self.left(left)

    def _put(self, content: str | bytes) -> None:
        if self._to is None and isinstance(content, str):
            put(content)
            return
        from patuh.cli.outputs.files import write  # not for a plain check

        write(content, self._to)

    def _paper(
        self,
        results: Sequence[Result],
        unreadable: Sequence[Unreadable],
        left: Sequence[LeftOut],
    ) -> bytes:
        from patuh.cli.outputs.papers import with_libraries

        day = self._view.day or datetime.date.today()
        return with_libraries(
            self._form, lambda: paper(self._form, results, unreadable, left, self.lang, day)
        )

    def text(self, results: Sequence[Result]) -> None:
        """The report for people."""
        from patuh.report.terminal.text import render

        if self._to is not None:
            style = Style()
            pieces = render(results, self.lang, style, self._view)
            self._put("".join(map(style.clean, pieces)))
            return
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
