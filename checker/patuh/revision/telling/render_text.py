"""What a revision changes as text."""

from collections.abc import Iterator

from patuh.messages import Lang, say
from patuh.report.terminal.style import Style
from patuh.revision.records import Revision
from patuh.revision.telling.in_words import page
from patuh.revision.telling.tables import Table
from patuh_parser.text.shown import shown


def render(revision: Revision, lang: Lang, style: Style) -> Iterator[str]:
    """The lines of the text: the sentences, the examples, the tables, the notes."""
    told = page(revision, lang)
    yield style.paint(told.heading, "bold")
    yield from (f"{side}: {shown(path)}" for side, path in told.about)
    yield style.paint(told.verdict, "bold")
    for sentence in told.sentences:
        yield from style.wrapped(shown(sentence), "* ", "  ")
    for example in told.examples:
        yield ""
        yield style.paint(say("diff.example", lang, number=example.number), "bold")
        yield from (f"    {shown(line)}".rstrip() for line in example.text.splitlines())
        for (side, _), found in zip(told.about, (example.old, example.new), strict=True):
            for line in found:
                yield from style.wrapped(shown(f"{side}: {line}"), "  ", "    ")
    for table in told.tables:
        yield ""
        yield from _table(table, style)
    if told.notes:
        yield ""
    for note in told.notes:
        yield from style.wrapped(shown(note), "")


def _table(table: Table, style: Style) -> Iterator[str]:
    """A row is a line, or several where it is long; what is empty is left out."""
    yield style.paint(table.title, "bold")
    for row in table.rows:
        yield from style.wrapped(shown(" · ".join(filter(None, row))), "  ", "    ")
