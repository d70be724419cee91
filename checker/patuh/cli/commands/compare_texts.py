"""`patuh compare OLD NEW` for two texts: the matrix semula – menjadi."""

import click

from patuh.cli.inputs.drafts import draft_of, is_terminal, show_errors, write
from patuh.comparison import compare
from patuh.finding import Unreadable
from patuh.knowledge.messages import Lang

FORMS = ("text", "html", "docx", "json")

_NO_TERMINAL = {
    "id": "bentuk docx tidak dapat ditampilkan pada terminal; pakai --output BERKAS.docx",
    "en": "the format docx cannot be shown on a terminal; use --output FILE.docx",
}
_UNKNOWN = {
    "id": "bentuk `{}` tidak tersedia untuk naskah; pilih {}",
    "en": "there is no format `{}` for texts; choose {}",
}


def compare_texts(old: str, new: str, form: str, lang: Lang, output: str | None) -> int:
    """Write the matrix of two texts; 0, or 2 if an input cannot be read or the form be made."""
    if form not in FORMS:
        click.echo(_UNKNOWN[lang].format(form, ", ".join(FORMS)), err=True)
        return 2
    if form == "docx" and output in (None, "-") and is_terminal():
        click.echo(_NO_TERMINAL[lang], err=True)
        return 2
    before, after = draft_of(old), draft_of(new)
    errors = [found for found in (before, after) if isinstance(found, Unreadable)]
    if errors or isinstance(before, Unreadable) or isinstance(after, Unreadable):
        show_errors(errors, lang)
        return 2
    matrix = compare(before, after)
    if form == "docx":
        from patuh.comparison import render_docx

        try:
            write(render_docx.render(matrix, lang), output)
        except render_docx.DocxMissingError as error:
            click.echo(str(error), err=True)
            return 2
    elif form == "html":
        from patuh.comparison import render_html

        write(render_html.render(matrix, lang), output)
    elif form == "json":
        from patuh.comparison import render_json

        write(render_json.render(matrix, lang), output)
    else:
        from patuh.comparison import render_text

        write(render_text.render(matrix, lang), output)
    return 0
