"""Other regulations as a draft cites them: kind, region, number, year, title."""

import re

from msgspec import Struct

from patuh_parser.legal.model import Reference
from patuh_parser.legal.parts.cited_units import part_of, units_in
from patuh_parser.legal.parts.legal_basis import kind_of

NAMED = re.compile(
    r"(?P<instrument>(?:Undang ?- ?undang|Peraturan|Keputusan|Instruksi|Qanun)\b.*?)"
    r" Nomor (?P<number>\S+(?: (?:Prp|Drt)\.?)?) Tahun (?P<year>[0-9]{4})",
    re.IGNORECASE,
)
"""A regulation named by its number, in the words of a text."""
_TITLE = re.compile(r",? [Tt]entang (?P<title>[^(;]{3,400})")
_NEXT = re.compile(r" (?:dan|serta) (?=(?:Undang-|Peraturan|Keputusan)(?: ?[A-Z]\w+){1,5} Nomor\b)")
"""Between a title and the regulation named next."""
_REGION = re.compile(r"^(?:Kabupaten|Kota|Provinsi) ")
_ABBREVIATED = re.compile(r" ?\([A-Z][A-Za-z. ]{1,15}\)\s*$")
_PLAIN = re.compile(r"[^0-9a-z]+")
SMALL = frozenset(
    ["dan", "di", "ke", "dari", "yang", "atas", "untuk", "dengan", "atau", "serta", "bagi",
     "pada", "dalam", "tentang", "oleh", "antar", "antara", "kepada", "sebagai", "secara",
     "terhadap", "menjadi"]
)  # fmt: skip
"""Words that a title has in small letters."""


class Cited(Struct, frozen=True):
    """Another regulation as cited: kind, its words before the number, region, number, year, title.

    The title is `""` where none is given, and `whole` where its gazette follows on it.
    """

    kind: str
    instrument: str
    region: str
    number: str
    year: str
    title: str
    whole: bool

    @property
    def name(self) -> str:
        """The regulation as a key: kind, number and year."""
        return f"{self.kind} {self.number}/{self.year}"


def cited(reference: Reference) -> Cited | None:
    """Return the other regulation that a citation names, `None` where it names none by number."""
    found = NAMED.search(reference.text) if reference.kind == "regulation" else None
    if found is None:
        return None
    kind, region = kind_and_region(found["instrument"])
    end = reference.start + len(reference.text)
    title = _TITLE.match(reference.node.text[end : end + 450])
    words = _words(title["title"]) if title else ""
    gazette = title is not None and reference.node.text.startswith("(", end + title.end())
    whole = gazette and title is not None and words == title["title"].strip()
    return Cited(kind, found["instrument"], region, found["number"], found["year"], words, whole)


def kind_and_region(instrument: str) -> tuple[str, str]:
    """Return the kind of a regulation ("perkada") and the region that its words name."""
    kind, rest = kind_of(instrument)
    return kind, _REGION.sub("", rest.strip()) if kind in ("perda", "perkada") else ""


def provisions_cited(reference: Reference) -> str:
    """Return the provisions of the other regulation that a citation names, as an id."""
    found = NAMED.search(reference.text)
    head = reference.text[: found.start()] if found else ""
    return ".".join(part_of(kind, number) for kind, number, _ in units_in(head))


def plain(text: str) -> str:
    """A title for comparison: letters and digits alone."""
    return _PLAIN.sub(" ", text.casefold()).strip()


def name_beside(written: str, title: str) -> str:
    """A name for comparison with the title of the draft, without an abbreviation behind it.

    Names that differ by blanks alone, as pages are read, are one.
    """
    own, name = (plain(_ABBREVIATED.sub("", words)) for words in (title, written))
    return own if name.replace(" ", "") == own.replace(" ", "") else name


def _words(text: str) -> str:
    """The capitalised words that a title in running text consists of, up to its first comma."""
    kept: list[str] = []
    for word in _NEXT.split(text, maxsplit=1)[0].split():
        bare = word.strip(",.;")
        if not (bare[:1].isupper() or bare[:1].isdigit() or bare in SMALL):
            break
        if bare == "tentang" and not kept:  # the word twice
            continue
        kept.append(bare)
        if word != bare:
            break
    while kept and kept[-1] in SMALL:
        kept.pop()
    return " ".join(kept)
