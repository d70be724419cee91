"""Errors of unreadable inputs as text: place, excerpt with caret, message, help."""

from collections.abc import Iterable, Iterator

from patuh.finding import InputError, Unreadable
from patuh.knowledge.messages import Lang
from patuh.report.excerpt import excerpt, printable, source_lines
from patuh.report.style import Style

_LABELS = {
    "id": ("galat", "bantuan", "{count} galat; usulan tidak diperiksa"),
    "en": ("error", "help", "{count} errors; the proposal was not checked"),
}
_ONE_ERROR = "1 error; the proposal was not checked"


def render(inputs: Iterable[Unreadable], lang: Lang, style: Style) -> Iterator[str]:
    """The errors of each input and how many there are; every piece ends with a newline."""
    for unreadable in inputs:
        lines = source_lines(unreadable.source) if unreadable.source else []
        for error in unreadable.errors:
            yield "\n".join(_error(error, lines, lang, style)) + "\n\n"
        closing = _LABELS[lang][2].format(count=len(unreadable.errors))
        if lang == "en" and len(unreadable.errors) == 1:
            closing = _ONE_ERROR
        yield style.paint(f"{printable(unreadable.path)}: {closing}", "bold") + "\n"


def _error(error: InputError, lines: list[str], lang: Lang, style: Style) -> Iterator[str]:
    word, help_word, _ = _LABELS[lang]
    message, hint = error.texts[lang]
    place = error.place
    yield f"{style.paint(f'{word}[{error.code}]', 'pelanggaran')}: {style.paint(message, 'bold')}"
    where = style.file(f"{printable(place.path)}:{place.span.line}:{place.span.column}", place.path)
    gutter = " " * len(str(place.span.line))
    yield f"{gutter}{style.paint('-->', 'blue')} {where}"
    if lines:
        part = excerpt(lines, place)
        bar = style.paint("|", "blue")
        yield f"{gutter} {bar}"
        yield f"{style.paint(str(part.number), 'blue')} {bar} {part.text}"
        yield f"{gutter} {bar} {style.paint(part.marker(), 'pelanggaran')}"
    if hint:
        yield f"{gutter} = {help_word}: {hint}"
