"""Item markers: their style, their place in a sequence, and what may stand below what.

Source: UU 12/2011, Lampiran II (tabulation: ayat, then ``a.``, ``1.``, ``a)``, ``1)``),
with ``(1)`` below ``1)`` as regulations use it in practice. A style occurs once on the
way from a pasal down, ``(1)`` twice, so the depth of the tree is bounded.
"""

import re

from msgspec import Struct

_PARENTS = {
    "ayat": {"pasal"},
    "a.": {"pasal", "ayat", "1."},
    "1.": {"pasal", "ayat", "a."},
    "a)": {"a.", "1."},
    "1)": {"a.", "a)"},
    "(1)": {"1)"},
}
_KINDS = {"ayat": "ayat", "a.": "huruf", "1.": "angka", "a)": "huruf", "1)": "angka"}
_JOINING = r"(?: dan(?:/ ?atau)?| atau| serta| sampai dengan| s\.d\.)"
_REFERENCE_TAIL = re.compile(
    rf"\b(?:ayat|huruf|angka|butir|pasal|nomor)$"
    rf"|\b(?P<ayat>ayat) \([0-9]+\)(?:,|,?{_JOINING})$"
    rf"|\b(?P<huruf>huruf) [a-z]\)?{_JOINING}$"
    rf"|\b(?P<angka>angka|pasal|butir|nomor) \(?[0-9]+\)?{_JOINING}$"
)
_REFERRED = {"ayat": {"(1)"}, "huruf": {"a.", "a)"}, "angka": {"(1)", "1.", "1)"}}
_HEADING_REFERENCE_TAIL = re.compile(
    r"(?:,|(?:^|\W)(?:antara|atas|atau|berdasarkan|dalam|dan|dari|dengan|dimaksud|hingga"
    r"|ke|kecuali|ketentuan|melalui|melanggar|memenuhi|mengenai|menurut|oleh|pada|pasal|sampai"
    r"|selain|serta|sesuai|tentang|terhadap|yaitu))$"
)
_CLOSED = re.compile(r"(?:[.;:]|[;,] ?(?:dan|atau|dan ?/ ?atau))$")
_TAIL = 80


class Marker(Struct, frozen=True):
    """A marker as written: its shape (``(1)``, ``a.``, ``1.``, ``a)``, ``1)``) and place."""

    written: str
    shape: str
    place: int

    @property
    def number(self) -> str:
        """The bare number or letter, as used in ids."""
        return self.written.strip("().")


def read_marker(written: str) -> Marker:
    """Return the marker a grammar token stands for; after ``z`` comes ``aa``."""
    bare = written.strip("().")
    if bare.isdigit():
        return Marker(written, written.replace(bare, "1"), int(bare))
    place = ord(bare[0]) - ord("a") + 1 + 26 * (len(bare) - 1)
    return Marker(written, f"a{written[-1]}", place)


def style_below(shape: str, path: list[str]) -> str | None:
    """Return the style a new list of this shape takes below ``path``, if it may stand there.

    ``path`` is the styles from ``pasal`` down to the provision that would hold the list.
    """
    style = "ayat" if shape == "(1)" and path[-1] == "pasal" else shape
    return style if path[-1] in _PARENTS[style] and style not in path else None


def kind_of(style: str) -> str:
    """Return the kind of provision (``ayat``, ``huruf``, ``angka``) a style makes."""
    return _KINDS.get(style, "angka")


def refers(text: str, shape: str) -> bool:
    """Tell whether ``text`` breaks off inside a reference that a marker would complete."""
    found = _REFERENCE_TAIL.search(text[-_TAIL:].lower())
    if found is None:
        return False
    return found.lastgroup is None or shape in _REFERRED[found.lastgroup]


def refers_to_heading(text: str) -> bool:
    """Tell whether ``text`` breaks off where the name of a pasal or bab must follow."""
    return _HEADING_REFERENCE_TAIL.search(text[-_TAIL:].lower()) is not None


def is_closed(text: str) -> bool:
    """Tell whether ``text`` is empty or ends as a sentence, a list item or a chapeau does."""
    return not text or _CLOSED.search(text[-_TAIL:].lower()) is not None
