"""The entries of Mengingat taken apart: kind, number, year, title, gazettes, amendments."""

from __future__ import annotations

import re
from operator import itemgetter

from patuh_parser.legal.data import table
from patuh_parser.legal.model import Gazette, LegalBasis, Node, Place
from patuh_parser.legal.tree.finish import Finisher

_WORDS = table("words")["regulations"]
_KINDS = {
    kind: re.compile(rf"(?:{words})\b", re.IGNORECASE) for kind, words in _WORDS["kinds"].items()
}
_NUMBERED = re.compile(
    r"(?P<instrument>.{3,200}?) (?:[Nn]omor|No\.?) ?:? ?"
    r"(?P<number>\S{1,60}?(?: (?:Prp|Drt|Pnps)\.?)?)"
    r" [Tt]ahun (?P<year>[0-9]{4}|[.…]+)"
    r"(?: (?:[Jj]o|[Jj]uncto|Undang-[Uu]ndang)\b.{3,200}? Tahun [0-9]{4})?"
    r"(?: (?:[Tt]entang) (?P<title>.*))?",
    re.DOTALL,
)
_YEARLESS = re.compile(
    r"(?P<instrument>.{3,200}?) (?:[Nn]omor|No\.?) ?:? ?(?P<number>\S*?[0-9]\S{0,60}?)"
    r"(?: (?:[Tt]entang) (?P<title>.*))?",
    re.DOTALL,
)
_NAMED_YEAR = re.compile(r"Republik Indonesia Tahun (?P<year>[0-9]{4})$")
_JOINED = re.compile(r" (?:[Jj](?:o\.?|uncto)|Tahun [0-9]{4} Undang-[Uu]ndang) ")
_AMENDED = re.compile(
    r"[;,]? ?(?:sebagaimana (?:telah|sudah)?|yang (?:telah|sudah) (?=(?:beberapa kali )?diubah))",
    re.IGNORECASE,
)
_AMENDERS = re.compile(r"\bdengan (?=(?:Undang|Peraturan|Keputusan|Qanun|Perpu)[^ ]* )")
_GAZETTES = r"L\w{1,3}bar\w{0,2}|Lembaga(?= Negara R)|Be\w{1,2}ita"
"""Lembaran and Berita, also as hasty typing or poor recognition has them."""
_GAZETTE_START = re.compile(rf" ?[(\[](?=(?i:(?:Tambahan )?(?:{_GAZETTES}))\b)")
_GAZETTE = re.compile(
    rf"(?P<extra>Tambahan )?(?P<kind>{_GAZETTES})[.,]? (?P<of>Negaran?|Daerah)"
    r"(?P<region> [^(),;]{0,120}?)??(?: Tahun (?P<year>[0-9]{4}))?,?"
    r"(?: Nomor ?(?P<number>[0-9]+[A-Z]?)(?: Tahun (?P<after>[0-9]{4}))?|(?<=[0-9]{4})(?=[),;]))",
    re.IGNORECASE,
)
_MAX = 6_000


def read_legal_bases(mengingat: Node, finisher: Finisher) -> tuple[LegalBasis, ...]:
    """Return the regulations of the entries, one per entry."""
    entries = mengingat.children or (mengingat,)
    return tuple(_entry(entry, finisher) for entry in entries if entry.text)


def _entry(node: Node, finisher: Finisher) -> LegalBasis:
    text = node.text[:_MAX].rstrip(" ;.")
    cut = _AMENDED.search(text)
    head = text[: cut.start()] if cut else text
    tail = text[cut.end() :] if cut else ""
    amenders = [part for part in _AMENDERS.split(tail)[1:] if part]
    place = finisher.place(node.place.line, node.place.end_line)
    return _basis(head, tuple(_basis(a, (), node.id, place) for a in amenders), node.id, place)


def _basis(
    text: str, amended_by: tuple[LegalBasis, ...], node_id: str | None, place: Place
) -> LegalBasis:
    start = _GAZETTE_START.search(text)
    words = (text[: start.start()] if start else text).strip(" ;,.")
    found = _NUMBERED.fullmatch(words) or _YEARLESS.fullmatch(words)
    instrument = found["instrument"] if found else words
    named = found or _NAMED_YEAR.search(words)
    year = (named.groupdict().get("year") if named else None) or ""
    gazettes = gazettes_in(text[start.start() :]) if start else ()
    if _JOINED.search(words) and any(g.year not in ("", year) for g in gazettes):
        gazettes = tuple(Gazette(g.kind, g.region, "", "") for g in gazettes)
    return LegalBasis(
        kind=kind_of(instrument)[0],
        instrument=instrument,
        number=found["number"] if found else "",
        year=year.strip(".…"),
        title=(found["title"] or "").strip() if found else "",
        gazettes=gazettes,
        amended_by=amended_by,
        text=text.strip(),
        node_id=node_id,
        place=place,
    )


def kind_of(instrument: str) -> tuple[str, str]:
    """Return the kind that the words of a regulation name, ``lain`` for none, and what follows."""
    found = [
        (m.start(), kind, instrument[m.end() :])
        for kind, words in _KINDS.items()
        if (m := words.search(instrument))
    ]
    return min(found, key=itemgetter(0))[1:] if found else ("lain", "")


def gazettes_in(text: str) -> tuple[Gazette, ...]:
    """Return the gazettes that a text cites, in order."""
    found = []
    for match in _GAZETTE.finditer(text):
        kind = match["kind"][0].upper() + match["of"][0].upper()
        region = (match["region"] or "").strip()
        region = "" if match["of"].casefold() == "negara" else region
        extra, year = "T" if match["extra"] else "", match["year"] or match["after"] or ""
        found.append(Gazette(extra + kind, region, year, match["number"] or ""))
    return tuple(found)
