"""Lines as the readers of files hand them over, and the cleaning of their characters."""

import re
import unicodedata
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from patuh_parser.legal.errors import DraftError
from patuh_parser.legal.files.limits import MAX_CHARACTERS, MAX_LINE, MAX_LINES
from patuh_parser.text.letters import hidden, mixed_word

_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xAD, 0x61C])
_CONTROL = dict.fromkeys([*range(9), *range(0xE, 0x20), *range(0x7F, 0xA0)])
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_CLEAN = str.maketrans(
    {**_CONTROL, **_INVISIBLE, **{ord(a): b for a, b in _LIGATURES.items()}, 0x2010: "-"}
    | {0x2011: "-"}
)
_PLAIN = str.maketrans("“”„‟«»″‘’‚‛`´′–—―−", '"""""""' + "'''''''" + "----")
_SPACED_DOTS = re.compile(r"\.(?: \.){2,}")


FileNote = tuple[str, int | None, tuple[tuple[str, str], ...]]
"""A defect of a file as a whole: its code, the page, the terms of its message."""


class Source(Struct, frozen=True):
    """Where characters of a line stand in a Word file.

    From ``at`` on in the line they are those of ``element`` from its character ``start`` on; a
    number that Word writes by itself is that of its paragraph.
    """

    at: int
    element: Element
    start: int = 0


class RawLine(Struct, frozen=True):
    """One line of a file; see ``model.Line``. ``opens`` is true where a Word paragraph begins."""

    text: str
    paragraph: int
    page: int | None = None
    label: str = ""
    style: str = ""
    table: bool = False
    opens: bool = False
    sources: tuple[Source, ...] = ()


class RawText(Struct, frozen=True):
    """The text of a file: its lines, blank ones too, and what the reader noticed.

    ``notes`` are the defects of the file itself. ``main`` is the part of a Word file that holds
    its text, ``root`` the element into which ``RawLine.sources`` point.
    """

    source: str
    lines: tuple[RawLine, ...]
    notes: tuple[FileNote, ...] = ()
    main: str = ""
    root: Element | None = None


def fold(text: str) -> str:
    """Return a line without invisible characters, composed (NFC) and with single blanks."""
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", text.translate(_CLEAN))
        if odd := hidden(text):
            text = text.translate(dict.fromkeys(map(ord, odd)))
    return " ".join(text.split())


def odd_characters(text: str, folded: str) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Yield what fools the eye in a line: characters not seen, letters that only look Latin."""
    if text.isascii():
        return
    for char in sorted(hidden(text.translate(_CLEAN))):
        yield "karakter_tersembunyi", (("code", f"U+{ord(char):04X}"),)
    if word := mixed_word(folded):
        yield "aksara_campur", (("word", word.group()),)


def plain(text: str) -> str:
    """Return a folded line with plain quotes, dashes and dots."""
    if not text.isascii() or "`" in text:
        text = text.translate(_PLAIN)
    return _SPACED_DOTS.sub("...", text) if ". ." in text else text


def check_size(lines: list[str], path: str) -> None:
    """Refuse a text beyond the limits.

    Raises:
        DraftError: ``terlalu_besar`` or ``baris_terlalu_panjang``.
    """
    if len(lines) > MAX_LINES:
        raise DraftError("terlalu_besar", path, limit=f"{MAX_LINES} baris/lines")
    if any(len(line) > MAX_LINE for line in lines):
        raise DraftError("baris_terlalu_panjang", path, limit=MAX_LINE)
    if sum(map(len, lines)) > MAX_CHARACTERS:
        raise DraftError("terlalu_besar", path, limit=f"{MAX_CHARACTERS} karakter/characters")
