"""`patuh compare OLD NEW` for two texts: the matrix semula – menjadi."""

from patuh.cli.outputs.files import spare, write
from patuh.cli.outputs.papers import with_libraries
from patuh.cli.outputs.terminal import aside, readable
from patuh.inputs.drafts import draft_of
from patuh.library.texts import compared
from patuh.messages import Lang


def compare_texts(
    old: str,
    new: str,
    form: str,
    lang: Lang,
    output: str | None,
    paper: str = "f4",
    every: bool = False,
) -> None:
    """Write the matrix of two texts, or of what an amending text does to the old one.

    `every`: with the rows that did not change, where they are left out else.
    """
    spare([old, new], output)
    before, after = readable(lang, draft_of(old), draft_of(new))
    matrix, remarks = compared(before, after, lang)
    for remark in remarks:
        aside(remark)
    if form == "docx":
        from patuh.comparison import render_docx

        made = with_libraries(
            form, lambda: render_docx.render(matrix, lang, paper=paper, every=every)
        )
        write(made, output)
    elif form == "html":
        from patuh.comparison import render_html

        write(render_html.render(matrix, lang), output)
    elif form == "json":
        from patuh.comparison import render_json

        write(render_json.render(matrix, lang), output)
    else:
        from patuh.comparison import render_text

        write(render_text.render(matrix, lang, every=every), output)
