"""What a revision changes as a Word document."""

from patuh.comparison.filed import DocxMissingError, opened, saved, table
from patuh.messages import Lang, say
from patuh.revision.records import Revision
from patuh.revision.telling.in_words import page
from patuh_parser.text.shown import shown

__all__ = ["DocxMissingError", "render"]


def render(revision: Revision, lang: Lang, *, paper: str = "f4") -> bytes:
    """The bytes of the document. Raises `DocxMissingError` without python-docx."""
    told = page(revision, lang)
    document = opened(told.heading, paper, lang)
    for line in told.about:
        document.add_paragraph(shown(line))
    document.add_paragraph().add_run(told.verdict).bold = True
    for sentence in told.sentences:
        document.add_paragraph(shown(sentence), style="List Bullet")
    for example in told.examples:
        document.add_heading(say("diff.example", lang, number=example.number), level=2)
        for line in (*example.text.splitlines(), *example.found):
            if line:
                document.add_paragraph(shown(line))
    for one in told.tables:
        document.add_heading(one.title, level=2)
        columns = dict.fromkeys(one.columns, 0)
        _head, *lines = table(document, columns, len(one.rows), paper).rows
        for row, made in zip(one.rows, lines, strict=True):
            for cell, text in zip(made.cells, row, strict=True):
                cell.paragraphs[0].add_run(shown(text))
    for note in told.notes:
        document.add_paragraph(shown(note))
    return saved(document)
