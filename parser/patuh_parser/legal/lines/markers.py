"""List markers: their shape and position, and which lists may stand below which.

Source: UU 12/2011, Lampiran II (tabulation: ayat, then ``a.``, ``1.``, ``a)``, ``1)``),
with ``(1)`` below ``1)`` as regulations use it in practice. A style occurs once on the
way from a pasal down, ``(1)`` twice, so the depth of such a tree is bounded; the other
shapes of drafts (``i.``, ``(a)``, ``A.``) have no place of their own.
"""

import re

from msgspec import Struct

from patuh_parser.legal.lines.numerals import Position, letters_value, roman
from patuh_parser.legal.model.node import bare

FIRST: Position = (1, 0)
BULLET = "•"
_AYAT = {"(1)": "ayat", "1)": "ayat)"}
"""The markers of an ayat right below a pasal: as it must be, and as some drafts write it."""
AYAT_DOTTED = "ayat."
"""The style of an ayat written ``1.``, as a list below a sentence is too."""
_PARENTS = {
    "ayat": {"pasal"},
    "ayat)": {"pasal"},
    "a.": {"pasal", "ayat", "ayat)", AYAT_DOTTED, "1."},
    "1.": {"pasal", "ayat", "ayat)", "a."},
    "a)": {"a.", "1."},
    "1)": {"a.", "a)"},
    "(1)": {"1)"},
}
_KINDS = {
    "pasal": "pasal",
    "ayat": "ayat",
    "ayat)": "ayat",
    AYAT_DOTTED: "ayat",
    "a.": "huruf",
    "1.": "angka",
    "a)": "huruf",
    "1)": "angka",
    "i.": "romawi",
    "i)": "romawi",
    "(i)": "romawi",
    "(a)": "huruf",
    "A.": "huruf",
    "a": "huruf",
    BULLET: "butir",
}
_AYAT_LIKE = re.compile(r"[(\[]([0-9]{1,4})\.?([A-Za-z]{0,2})\.?[)\]][.:]?")
"""The marker of an ayat, as it must be or with a mark too many: ``(1.a)``, ``(2).``, ``[2]``."""
_NUMBER = re.compile(r"([0-9]{1,4})([a-z]{0,2})")
_LETTER = re.compile(r"([a-z])\1?([0-9]{0,2})|([A-Z])")


class Mark(Struct, frozen=True):
    """A list marker: as written, its shape (``(1)``, ``a.``, ``i)``, ``•``) and its position."""

    written: str
    shape: str
    place: Position

    @property
    def bare(self) -> str:
        """The number without brackets and dots."""
        return bare(self.written)


def read_mark(written: str) -> Mark:
    """Return the marker; a letter is one even where it could be a roman number."""
    number = bare(written)
    if written == BULLET:
        return Mark(written, BULLET, FIRST)
    if found := _AYAT_LIKE.fullmatch(written):
        return Mark(written, "(1)", (int(found[1]), letters_value(found[2].lower())))
    plain = written[:-1] if written.endswith(").") else written
    if found := _NUMBER.fullmatch(number):
        return Mark(written, plain.replace(number, "1"), (int(found[1]), letters_value(found[2])))
    found = _LETTER.fullmatch(number)
    if found is None:
        return Mark(written, plain.replace(number, "i"), (roman(number.upper()) or 0, 0))
    letter = found[1] or found[3]
    doubled = len(number.rstrip("0123456789")) == 2
    value = ord(letter.lower()) - ord("a") + 1 + 26 * doubled
    shape = plain.replace(number, "a" if found[1] else "A")
    return Mark(written, shape, (value, int(found[2] or 0)))


def as_roman(mark: Mark) -> Mark | None:
    """Return the same marker read as a roman number, ``None`` where it is none."""
    count = roman(mark.bare.upper()) if mark.bare.islower() else None
    return Mark(mark.written, mark.written.replace(mark.bare, "i"), (count, 0)) if count else None


def style_below(shape: str, path: list[str]) -> str | None:
    """Return the style that a new list of a shape takes, ``None`` where it may not stand.

    ``path`` is the styles from the root down to the unit that would hold the list.
    """
    style = _AYAT.get(shape, shape) if path[-1] == "pasal" else shape
    above = _PARENTS.get(style)
    return style if style not in path and (above is None or path[-1] in above) else None


def shape_of(style: str) -> str:
    """Return the shape of the markers of a style."""
    written = {AYAT_DOTTED: "1.", **{ayat: shape for shape, ayat in _AYAT.items()}}
    return written.get(style, style)


def kind_of(style: str) -> str:
    """Return the kind of unit (``ayat``, ``huruf``, ``angka``, …) that a style makes."""
    return _KINDS.get(style, "angka")
