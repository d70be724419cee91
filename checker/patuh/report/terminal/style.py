"""How text is laid out: colours and links on terminals, and columns."""

import re
import textwrap

from msgspec import Struct

from patuh.finding import Level
from patuh_parser.text.shown import shown

WIDTH = 100
"""Columns where there is no terminal."""
_CODES = {
    "bold": "1",
    "dim": "2",
    "blue": "1;34",
    "green": "32",
    "pelanggaran": "1;31",
    "belum_lengkap": "1;35",
    "peringatan": "1;33",
    "catatan": "1;36",
}


_PAINTED = rf"\x1b\[(?:0|{'|'.join(sorted(set(_CODES.values())))})m"
_LINKED = r"\x1b\]8;;(?:file://[!-~]*)?\x1b\\"


class Style(Struct, frozen=True):
    """Whether output may hold terminal sequences, and how many columns it has."""

    color: bool = False
    links: bool = False
    width: int = WIDTH

    def clean(self, text: str) -> str:
        """The text with no sequence for the terminal but those that this style writes."""
        own = [part for on, part in ((self.color, _PAINTED), (self.links, _LINKED)) if on]
        pieces = re.split(f"({'|'.join(own)})", text) if own else [text]
        return "".join(piece if at % 2 else shown(piece, "\n") for at, piece in enumerate(pieces))

    def wrapped(self, text: str, first: str, rest: str | None = None) -> list[str]:
        """The text in lines; `first` is before the first, `rest` (or blanks) before others."""
        return textwrap.wrap(
            text,
            self.width,
            initial_indent=first,
            subsequent_indent=" " * len(first) if rest is None else rest,
            break_on_hyphens=False,
            break_long_words=False,
        ) or [first]

    def paint(self, text: str, name: str) -> str:
        """`text` in the named style."""
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if self.color else text

    def level(self, text: str, level: Level) -> str:
        """`text` in the colour of a level."""
        return self.paint(text, level.name)

    def file(self, text: str, path: str) -> str:
        """`text` as a link to the file, where the terminal knows links (OSC 8)."""
        if not self.links or path == "-":
            return text
        from pathlib import Path  # only for a terminal

        return f"\x1b]8;;{Path(path).resolve().as_uri()}\x1b\\{text}\x1b]8;;\x1b\\"
