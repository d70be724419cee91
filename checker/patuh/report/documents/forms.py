"""Reports in the forms for programs and for paper: one renderer for each."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from patuh.finding import LeftOut, Level, Result, Unreadable
from patuh.messages import Lang
from patuh.report.view import View

if TYPE_CHECKING:
    from patuh.report.paper.blocks import Paper

DOCUMENTS = ("json", "html", "sarif", "junit")
PAPERS = ("docx", "pdf")


def document(
    form: str,
    results: Sequence[Result],
    unreadable: Sequence[Unreadable],
    left: Sequence[LeftOut],
    lang: Lang,
    floor: Level,
    view: View,
) -> str:
    """The results in one of `DOCUMENTS`; JUnit counts findings from `floor` on as failed."""
    if form == "json":
        from patuh.report.documents import json

        return json.render(results, unreadable, lang, left, proofs=view.why is not None)
    if form == "sarif":
        from patuh.report.documents import sarif

        return sarif.render(results, unreadable, lang, left)
    if form == "junit":
        from patuh.report.documents import junit

        return junit.render(results, unreadable, lang, floor, left)
    from patuh.report.documents import html

    return html.render(results, unreadable, lang, left, view.day)


def paper(
    form: str,
    results: Sequence[Result],
    unreadable: Sequence[Unreadable],
    left: Sequence[LeftOut],
    lang: Lang,
    day: datetime.date,
) -> bytes:
    """The results as a staff study in one of `PAPERS`.

    Raises `DocxMissingError` or `TypstMissingError` without the library that writes it.
    """
    from patuh.report.paper import pdf, word
    from patuh.report.paper.study import study

    write = word.render if form == "docx" else pdf.render
    return write(study(results, unreadable, left, lang, day))


def written(form: str, made: "Paper") -> str | bytes:
    """A paper as `html` or `docx`; raises `DocxMissingError` without python-docx."""
    from patuh.report.paper import web, word

    return web.render(made) if form == "html" else word.render(made)
