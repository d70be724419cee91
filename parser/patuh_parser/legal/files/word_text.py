"""The characters of Word paragraphs, and the lines that its breaks make of them."""

from xml.etree.ElementTree import Element

from patuh_parser.legal.files.raw_lines import Source
from patuh_parser.legal.files.wordml import value

Piece = tuple[str, Element]
"""Characters and the element that they stand in."""
_ASCII = range(0x20, 0x41)
_PICTURES = ("Wingdings", "Webdings")


def characters(element: Element, name: str) -> str | None:
    """Return what an element of this local name stands for, ``None`` if it holds others."""
    match name:
        case "t":
            return (element.text or "").replace("\n", " ")
        case "tab" | "ptab":
            return "\t"
        case "br":
            return "\n"
        case "sym":
            return _symbol(value(element, "char") or "", value(element, "font") or "")
        case "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
        case "softHyphen":
            return ""
    return None


def _symbol(code: str, font: str) -> str:
    """Return the character of a symbol font: a sign or digit where the font has it, else a bullet.

    Source: ECMA-376 part 1, 17.3.3.30; F000 is added to the codes of such fonts.
    """
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= point <= 0xF0FF:
        plain = point - 0xF000 in _ASCII and not font.startswith(_PICTURES)
        return chr(point - 0xF000) if plain else "•"
    return chr(point) if 0x20 <= point < 0xD800 or 0xE000 <= point < 0xFFFE else ""


def broken_lines(pieces: list[Piece]) -> list[tuple[str, tuple[Source, ...]]]:
    """Return the lines of a paragraph, each with where its characters stand."""
    lines: list[tuple[str, tuple[Source, ...]]] = []
    text = ""
    sources: list[Source] = []
    for piece, element in pieces:
        start = 0
        for at, part in enumerate(piece.split("\n")):
            if at:
                lines.append((text, tuple(sources)))
                text, sources = "", []
            sources.append(Source(len(text), element, start))
            text += part
            start += len(part) + 1
    return [*lines, (text, tuple(sources))]
