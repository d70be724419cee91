"""`patuh compare OLD NEW` for two texts: the matrix semula – menjadi."""

from patuh.cli.outputs.applied import applied
from patuh.cli.outputs.files import spare, write
from patuh.cli.outputs.terminal import aside, readable
from patuh.comparison import compare
from patuh.inputs.drafts import draft_of
from patuh.messages import Lang


def compare_texts(
    old: str,
    new: str,
    form: str,
    lang: Lang,
    output: str | None,
    paper: str = "f4",
    every: bool = False,
) -> int:
    """Write the matrix of two texts, or of what an amending text does to the old one.

    Gives 0, or 2 if an input cannot be read or the form be made.
    `every`: with the rows that did not change, where they are left out else.
    """
    spare([old, new], output)
    before, after = readable(lang, draft_of(old), draft_of(new))
    text = applied(after, before, lang)
    matrix = compare(before, after) if text is None else compare(before, text, of=after)
    if form == "docx":
        from patuh.comparison import render_docx

        try:
            write(render_docx.render(matrix, lang, paper=paper, every=every), output)
        except render_docx.DocxMissingError as error:
            aside(str(error))
            return 2
    elif form == "html":
        from patuh.comparison import render_html

        write(render_html.render(matrix, lang), output)
    elif form == "json":
        from patuh.comparison import render_json

        write(render_json.render(matrix, lang), output)
    else:
        from patuh.comparison import render_text

        write(render_text.render(matrix, lang, every=every), output)
    return 0
