"""What a revision changes as a paper: what it does in sentences, examples side by side, norms."""

import datetime
from collections.abc import Iterator
from typing import Literal

from patuh.messages import Lang, say
from patuh.report.naming import named
from patuh.report.paper.blocks import Block, Fields, Grid, Heading, Paper, Paragraph, Run, text
from patuh.report.wording import date_in_words
from patuh.revision.records import Revision
from patuh.revision.telling.in_words import Page, page
from patuh.revision.telling.tables import Table
from patuh.version import __version__

_WIDE = 40
"""The share of the widest column of a table, in letters."""
_MARGIN = 4
"""Letters that the margins of a cell take."""


def as_paper(
    revision: Revision, lang: Lang, day: datetime.date, size: Literal["a4", "f4"] = "f4"
) -> Paper:
    """The whole paper."""
    told = page(revision, lang)
    blocks = tuple(_blocks(told, lang, day))
    return Paper(told.heading, lang, day, blocks, landscape=True, size=size)


def _blocks(told: Page, lang: Lang, day: datetime.date) -> Iterator[Block]:
    yield Heading(told.heading, 1)
    made = (say("paper.date", lang), f"{date_in_words(day, lang)} · patuh {__version__}")
    sides = ((name.capitalize(), named(path)) for name, path in told.about)
    yield Fields((*sides, made))
    yield Paragraph((Run(told.verdict, "bold"),))
    yield from (text(sentence, "item", "–") for sentence in told.sentences)
    for table in (*_examples(told, lang), *told.tables):
        yield Heading(table.title, 2)
        yield _grid(table)
    yield from map(text, told.notes)


def _examples(told: Page, lang: Lang) -> Iterator[Table]:
    """The smallest proposals, and what the old and the new side find on each."""
    if told.examples:
        rows = tuple(
            (f"{one.number}.", "\n".join(one.lines), "\n".join(one.old), "\n".join(one.new))
            for one in told.examples
        )
        heads = tuple(say(f"matrix.{name}", lang) for name in ("no", "semula", "menjadi"))
        title = say("diff.column.examples", lang)
        yield Table(title, (heads[0], title, *heads[1:]), rows)


def _grid(table: Table) -> Grid:
    """The table; a column is as wide as its longest text wants, if that is not too long."""
    widths = tuple(
        min(_WIDE, max(map(len, column))) + _MARGIN
        for column in zip(table.columns, *table.rows, strict=True)
    )
    rows = tuple(tuple((Run(cell),) for cell in row) for row in table.rows)
    return Grid(table.columns, widths, rows)
