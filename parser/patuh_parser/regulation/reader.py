"""Reading the text of one regulation: opening, body, ending."""

import re

from patuh_parser.regulation.furniture import content_lines
from patuh_parser.regulation.headings import HeadingList
from patuh_parser.regulation.lines import Line, classify
from patuh_parser.regulation.provision import Passage, RegulationError, RegulationText
from patuh_parser.regulation.tree import TreeBuilder

MAX_CHARACTERS = 20_000_000
"""Longest text that is read; a regulation has some ten to a hundred thousand characters."""

MAX_LINES = 200_000
"""Most lines that are read."""

_NEWLINE = re.compile(r"\r\n|\r|\n")
_HEADINGS = ("bab", "bagian", "paragraf")
_ENDINGS = {"LAMPIRAN": "lampiran", "PENJELASAN": "penjelasan"}


def read_regulation(text: str) -> RegulationText:
    """Read the plain text of one regulation, whole.

    Args:
        text: the regulation, with or without its opening and closing parts; page
            headers, page numbers and catchwords may be left in.

    Returns:
        Its pasal as a tree, its headings, and the passages before and after the body.

    Raises:
        RegulationError: the text is too long, holds NUL characters, has no Pasal 1, or
            its numbering breaks off; ``line`` tells where.
    """
    source = _source_lines(text)
    lines = classify(content_lines(source))
    start = _body_start(lines)
    stop = next((at for at in range(start, len(lines)) if lines[at].form == "ending"), len(lines))
    builder, headings = _read_body(lines[start:stop])
    first = lines[start].line
    last = lines[stop].line if stop < len(lines) else len(source) + 1
    return RegulationText(
        provisions=builder.build(),
        headings=headings.build(),
        preamble=_passages(source, 1, first, _marks(lines[:start], "opening"), "judul"),
        closing=_passages(source, last, len(source) + 1, _marks(lines[stop:], "ending"), "penutup"),
    )


def _source_lines(text: str) -> list[str]:
    if len(text) > MAX_CHARACTERS:
        raise RegulationError(f"the text is longer than {MAX_CHARACTERS} characters")
    source = _NEWLINE.split(text.removeprefix("\ufeff"))
    if len(source) > MAX_LINES:
        raise RegulationError(f"the text has more than {MAX_LINES} lines")
    for at, line in enumerate(source, 1):
        if "\0" in line:
            raise RegulationError("the line holds a NUL character", at)
    return source


def _body_start(lines: list[Line]) -> int:
    pasal = (at for at, line in enumerate(lines) if line.form == "pasal" and line.number == "1")
    start = next(pasal, None)
    if start is None:
        raise RegulationError("the text has no line 'Pasal 1'")
    opening = max((at for at in range(start) if lines[at].form == "opening"), default=-1)
    grouping = (at for at in range(opening + 1, start) if lines[at].form in _HEADINGS)
    return next(grouping, start)


def _read_body(lines: list[Line]) -> tuple[TreeBuilder, HeadingList]:
    builder, headings = TreeBuilder(), HeadingList()
    in_title = False
    for line in lines:
        if line.form in (*_HEADINGS, "pasal") and not (not in_title and builder.breaks_off(line)):
            in_title = line.form != "pasal"
            if in_title:
                headings.open(line)
            else:
                headings.pasal(builder.pasal(line))
        elif in_title:
            headings.title(line)
        elif line.form == "item":
            builder.item(line)
        else:
            builder.prose(line)
    return builder, headings


def _marks(lines: list[Line], form: str) -> list[tuple[int, str]]:
    return [(line.line, line.number) for line in lines if line.form == form]


def _passages(
    source: list[str], first: int, end: int, marks: list[tuple[int, str]], opening: str
) -> tuple[Passage, ...]:
    starts, current = {first: opening}, opening
    for line, word in marks:
        if (kind := _kind(word)) != current:
            starts[line] = current = kind
    bounds = [*starts, end]
    return tuple(
        Passage(kind, "\n".join(source[begin - 1 : stop - 1]), begin, stop - 1)
        for kind, begin, stop in zip(starts.values(), bounds, bounds[1:], strict=False)
        if begin < stop
    )


def _kind(word: str) -> str:
    if word == "MEMUTUSKAN":
        return "menetapkan"
    if word.startswith(("Agar", "Ditetapkan", "Diundangkan")):
        return "penutup"
    return _ENDINGS.get(word, word.lower())
