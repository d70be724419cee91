"""An audit as text for a terminal."""

from collections.abc import Iterator

from patuh.audit.report import Audited, Part
from patuh.audit.telling import in_words
from patuh.messages import Lang
from patuh.report.terminal.style import Style


def render(audited: Audited, lang: Lang, style: Style) -> Iterator[str]:
    """The report line by line."""
    yield style.paint(in_words.title(audited.path, lang), "bold")
    for number, part in enumerate(audited.parts, 1):
        yield ""
        yield from _part(number, part, lang, style)
    yield ""
    count = sum(len(part.defects) for part in audited.parts)
    yield style.paint(in_words.closing(count, lang), "bold")


def _part(number: int, part: Part, lang: Lang, style: Style) -> Iterator[str]:
    yield f"{number}. {in_words.part_title(part, lang)}"
    if not part.defects:
        yield f"   {style.paint(in_words.in_order(lang), 'green')}"
    for defect in part.defects:
        where = f" ({defect.place})" if defect.place else ""
        text = in_words.defect_text(defect, lang).replace("\n", "\n     ")
        yield f"   {style.paint('✗', 'pelanggaran')} {text}{where}"
        yield from (f"     | {line}" for line in defect.text.splitlines())
    for note in part.notes:
        yield style.paint(f"   – {in_words.note_text(note, lang)}", "dim")
