"""The words by which a draft names itself: instrument, number, year, title."""

import re
from collections.abc import Iterable

from patuh_parser.legal.data import one_of, table
from patuh_parser.legal.model import Place, Title

_WORDS = table("words")["headings"]
_TITLE = re.compile(
    rf"(?:RANCANGAN )?(?P<instrument>{one_of(_WORDS['instruments'], _WORDS['others'])}\b.*?)"
    r"(?: (?:NOMOR|NO\.?)(?: ?:)?(?P<number>(?: (?!TAHUN\b|TENTANG\b|TANGGAL\b)\S+)*))?"
    r"(?: TAHUN(?: ?:)?(?P<year>(?: (?!TENTANG\b|TANGGAL\b|NOMOR\b)\S+)*))?"
    r"(?: NOMOR(?: (?!TENTANG\b)\S+)*)?"  # a joint regulation has a number of each region
    r"(?: TANGGAL(?: ?:)?(?: (?!TENTANG\b)\S+)*)?"
    r"(?: TENTANG(?: ?:)?(?P<title> .*)?)?",
    re.DOTALL,
)
_REGION = re.compile(
    rf"(?P<instrument>(?:PERATURAN|KEPUTUSAN|INSTRUKSI) {one_of(_WORDS['enacted_by'])}|QANUN)\b"
    r" ?(?P<region>.*)"
)
_AMENDS = re.compile(
    rf"PERUBAHAN(?: \S+){{0,4}}? {one_of(_WORDS['instruments'], ['UNDANG-UNDANG'])}\b"
)
"""What is changed is a regulation; a budget or a name that changes is no amendment."""
_OTHER_TEXT = re.compile(rf"{one_of(_WORDS['other_texts'])}\b[^a-z]*")
_HOLDING = re.compile(rf"(?i:{one_of(_WORDS['holding_texts'])})\b.*")
_OPEN = re.compile(r"[.…_ :-]*")
_YEAR_IN_NUMBER = re.compile(r"/((?:19|20)[0-9]{2})$")
_MAX = 2_000
_KINDS = {kind: re.compile(one_of(words)) for kind, words in _WORDS["kinds"].items()}


def filled(words: str) -> str:
    """Return words, ``""`` where only dots hold their place."""
    bare = words.strip()
    return "" if _OPEN.fullmatch(bare) else bare


def read_title(where: str, text: str, place: Place) -> Title | None:
    """Return what a heading says of its regulation, ``None`` where it names none."""
    found = _TITLE.fullmatch(text.strip()[:_MAX])
    if found is None:
        return None
    number = filled(found["number"] or "")
    year = filled(found["year"] or "")
    if not year and (inside := _YEAR_IN_NUMBER.search(number)):
        year = inside[1]
    title = (found["title"] or "").strip()
    if where == "menetapkan":
        title = title.removesuffix(".").rstrip()
    return Title(where, found["instrument"].strip(), number, year, title, place)


def names_other_text(lines: Iterable[str]) -> bool:
    """Tell whether a text calls itself something that is no regulation: a contract, a letter."""
    return any(_OTHER_TEXT.fullmatch(line) for line in lines)


def holds_other_text(lines: Iterable[str]) -> bool:
    """Tell whether the first line is the name of a study, which only holds a regulation."""
    return _HOLDING.fullmatch(next(iter(lines), "")) is not None


def split_region(instrument: str) -> tuple[str, str]:
    """Return (``PERATURAN BUPATI``, ``KUTAI TIMUR``) of the instrument's words in a heading."""
    found = _REGION.fullmatch(instrument)
    return (found["instrument"], found["region"].strip()) if found else (instrument, "")


def kind_of_draft(instrument: str, title: str, roman_pasal: bool) -> str:
    """Return ``Draft.kind``; a title ``PERUBAHAN ATAS PERATURAN …`` or a roman pasal amends."""
    kind = next((k for k, words in _KINDS.items() if words.match(instrument)), "tak_dikenal")
    amends = _AMENDS.match(title.upper()) is not None or roman_pasal
    amendable = kind not in ("instruksi", "tak_dikenal") and (kind != "keputusan" or roman_pasal)
    if kind == "tak_dikenal" and amends:
        return "peraturan_perubahan"
    return f"{kind}_perubahan" if amends and amendable else kind
