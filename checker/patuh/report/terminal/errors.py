"""Errors of unreadable inputs as text: place, excerpt with caret, message, help."""

from collections.abc import Iterable, Iterator

from patuh.finding import InputError, Unreadable
from patuh.messages import Lang, say
from patuh.report.excerpt import source_lines
from patuh.report.terminal.lines import gutter, pointed
from patuh.report.terminal.style import Style
from patuh_parser.text.shown import shown

_NOT_OF_PROPOSALS = {"M007", "M008"}
"""The codes of errors after which something else than a proposal is left."""


def render(inputs: Iterable[Unreadable], lang: Lang, style: Style) -> Iterator[str]:
    """The errors of each input and how many there are; every piece ends with a newline."""
    for unreadable in inputs:
        lines = source_lines(unreadable.source) if unreadable.source else []
        for error in unreadable.errors:
            yield "\n".join(_error(error, lines, lang, style)) + "\n\n"
        closing = f"{shown(unreadable.path)}: {_closing(unreadable, lang)}"
        yield style.paint(closing, "bold") + "\n"


def _closing(unreadable: Unreadable, lang: Lang) -> str:
    count = len(unreadable.errors)
    code = unreadable.errors[0].code if count else ""
    left = code if code in _NOT_OF_PROPOSALS else "proposal"
    told = say("errors.count_one" if count == 1 else "errors.count", lang, count=count)
    return f"{told}; {say(f'errors.left.{left}', lang)}"


def _error(error: InputError, lines: list[str], lang: Lang, style: Style) -> Iterator[str]:
    message, hint = error.texts[lang]
    head = style.paint(f"{say('errors.error', lang)}[{error.code}]", "pelanggaran")
    yield f"{head}: {style.paint(message, 'bold')}"
    yield from pointed(error.place, lines, style, "pelanggaran")
    if hint:
        yield f"{gutter(error.place)} = {say('errors.help', lang)}: {hint}"
