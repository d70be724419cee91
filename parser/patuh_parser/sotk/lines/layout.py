"""The outer form of a file: header lines, the parts STRUKTUR, BAGAN, PERUBAHAN and ALUR."""

import re

from msgspec import Struct

from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lines.words import Line, lines_of
from patuh_parser.sotk.vocabulary import tables
from patuh_parser.text.span import Span

PART = re.compile(r"\s*(STRUKTUR|BAGAN|ALUR|PERUBAHAN)\b(?!\s*[a-z]*\.)\s*(.*)")
_LOOSE_PART = re.compile(
    r"\s*([A-Za-z]{4,12})\s*:?\s*$|\s*([A-Z]{3,5}|[Aa]lur)\s+[a-z][^.]*\"?\s*$"
)
_HEADER = re.compile(r"\s*([A-Za-z][A-Za-z ]{0,30}?)\s*:\s*(.*)")


class HeaderLine(Struct):
    """A keyword in capitals with its value; a value may run over several lines."""

    keyword: str
    value: str
    span: Span
    value_span: Span


STRUCTURE = "STRUKTUR"
"""The keyword of the part that states a structure."""


class Part(Struct):
    """STRUKTUR, BAGAN, PERUBAHAN or ALUR with the rest of its heading and the lines below."""

    keyword: str
    rest: str
    heading: Line
    lines: list[Line] = []
    guessed: bool = False
    """The heading is misspelt, which is reported already; what it lacks is not."""


class Layout(Struct):
    """A file, taken apart."""

    header: list[HeaderLine]
    parts: list[Part]
    end: Span
    empty: bool


def line_span(line: Line, start: int | None = None) -> Span:
    """Return the stretch of a line from its first character (or an offset) to its last."""
    begin = line.indent if start is None else start
    return Span(line.number, begin + 1, line.number, max(len(line.text), begin) + 1)


def lay_out(text: str, errors: Diagnostics) -> Layout:
    """Take a normalised text apart; notes headings that are no headings (E206)."""
    from patuh_parser.text.similar import nearest

    lines = lines_of(text)
    header: list[HeaderLine] = []
    parts: list[Part] = []
    astray = False
    for line in lines:
        found = PART.match(line.text)
        if found is not None:
            parts.append(Part(found[1], found[2].strip(" :"), line))
            continue
        if line.indent == 0 and _LOOSE_PART.match(line.text):
            word = line.text.split()[0].rstrip(":")
            keywords = (STRUCTURE, "BAGAN", "ALUR", "PERUBAHAN")
            meant: tuple[str, ...] = (word.upper(),) if word.upper() in keywords else ()
            if not meant and word not in tables().headings:  # `Bagian` is no slip for BAGAN
                meant = nearest(word.upper(), keywords)
            if meant:
                errors.add("E206", line_span(line), word, suggestions=meant)
                rest = " ".join(line.text.split()[1:]) if meant[0] == "ALUR" else ""
                parts.append(Part(meant[0], rest, line, guessed=True))
                continue
        if parts:
            parts[-1].lines.append(line)
        else:
            belongs = _header_line(line, header)
            if not belongs and not astray:  # what follows is lost with the first of them
                errors.add("E110", line_span(line), line.text.strip(), hint="H_HEADER")
            astray = not belongs
    last = lines[-1] if lines else None
    end = line_span(last) if last else Span(1, 1, 1, 1)
    return Layout(header, parts, end, not lines)


def _header_line(line: Line, header: list[HeaderLine]) -> bool:
    """Take a line into the header; False if it is none of it."""
    found = _HEADER.match(line.text)
    if found is not None and not (header and line.indent > 0 and not found[1].isupper()):
        value = found[2].strip()
        at = found.start(2)
        header.append(HeaderLine(found[1].upper(), value, line_span(line), line_span(line, at)))
        return True
    if header and line.indent > 0:
        previous = header[-1]
        previous.value = f"{previous.value} {line.text.strip()}".strip()
        previous.span = previous.span.to(line_span(line))
        previous.value_span = previous.value_span.to(line_span(line))
        return True
    return False
