"""Errors of unreadable inputs as text: place, excerpt with caret, message, help."""

from collections.abc import Iterable, Iterator

from patuh.finding import InputError, Unreadable
from patuh.messages import Lang
from patuh.report.excerpt import excerpt, printable, source_lines
from patuh.report.terminal.style import Style

_LABELS = {"id": ("galat", "bantuan"), "en": ("error", "help")}
_PROPOSAL = {"id": "usulan tidak diperiksa", "en": "the proposal was not checked"}
_OTHERS = {
    "M007": {"id": "tidak ada yang diperiksa", "en": "nothing was checked"},
    "M008": {
        "id": "basis pengetahuan tidak diperiksa",
        "en": "the knowledge base was not audited",
    },
}
"""By the code of the error, where it is not the proposal that is left."""


def render(inputs: Iterable[Unreadable], lang: Lang, style: Style) -> Iterator[str]:
    """The errors of each input and how many there are; every piece ends with a newline."""
    for unreadable in inputs:
        lines = source_lines(unreadable.source) if unreadable.source else []
        for error in unreadable.errors:
            yield "\n".join(_error(error, lines, lang, style)) + "\n\n"
        yield (
            style.paint(f"{printable(unreadable.path)}: {_closing(unreadable, lang)}", "bold")
            + "\n"
        )


def _closing(unreadable: Unreadable, lang: Lang) -> str:
    count = len(unreadable.errors)
    word = {"id": "galat", "en": "error" if count == 1 else "errors"}[lang]
    left = _OTHERS.get(unreadable.errors[0].code, _PROPOSAL) if count else _PROPOSAL
    return f"{count} {word}; {left[lang]}"


def _error(error: InputError, lines: list[str], lang: Lang, style: Style) -> Iterator[str]:
    word, help_word = _LABELS[lang]
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
