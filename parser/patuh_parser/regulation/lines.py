"""The form of each line: heading, pasal, numbered item, opening, ending or prose.

The forms are given by the LALR grammar ``lines.lark``; Lark is imported when the first
text is read.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from patuh_parser.regulation.furniture import SourceLine

if TYPE_CHECKING:
    from lark import Lark


class Line(Struct, frozen=True):
    """A line by its form.

    ``form`` is ``bab``, ``bagian``, ``paragraf``, ``pasal``, ``opening``, ``ending``,
    ``item`` or ``prose``. ``number`` is the number of a heading or the marker of an
    item, as written; empty for prose. ``rest`` is what follows it on the line, ``text``
    the line in full.
    """

    form: str
    number: str
    rest: str
    text: str
    line: int


def classify(lines: list[SourceLine]) -> list[Line]:
    """Return each content line with its form; every line has one, nothing is rejected."""
    tree = _grammar().parse("".join(f"{line.text}\n" for line in lines))
    return [_line(node, source) for node, source in zip(tree.children, lines, strict=True)]


def _line(node: Any, source: SourceLine) -> Line:
    form = str(node.data)
    if form == "prose":
        return Line(form, "", source.text, source.text, source.line)
    number = str(node.children[0 if form in ("item", "opening", "ending") else 1])
    rest = source.text.partition(number)[2].strip()
    return Line(form, number, rest, source.text, source.line)


@cache
def _grammar() -> Lark:
    from lark import Lark

    grammar = files(__package__).joinpath("lines.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="contextual")
