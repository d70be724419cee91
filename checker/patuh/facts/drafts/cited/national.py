"""Facts from national law: what the tables hold of the Undang-Undang and PP that a draft names."""

import re
from collections.abc import Sequence

from patuh.facts.drafts.cited.laws import plain
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.national_law import national_law, numbers_of
from patuh_parser.legal.model import Gazette
from patuh_parser.text.span import Span

_KINDS = {
    "uu": re.compile(r"Undang ?- ?undang(?: Republik Indonesia)?", re.IGNORECASE),
    "uudrt": re.compile(r"Undang ?- ?undang Darurat(?: Republik Indonesia)?", re.IGNORECASE),
    "pp": re.compile(r"Peraturan Pemerintah(?: Republik Indonesia)?", re.IGNORECASE),
    "perppu": re.compile(
        r"Peraturan Pemerintah Pengganti Undang ?- ?undang(?: Republik Indonesia)?", re.IGNORECASE
    ),
}
_NUMBER = re.compile(r"0*(?P<number>[1-9][0-9]{0,3})(?P<of> (?:Prp|Drt)\.?)?", re.IGNORECASE)
_SERIES = {"prp": "perppu", "drt": "uudrt"}
_DOUBLED = re.compile(r"\b(\w+) \1\b")
_FEW = 2
_AFTER_A_TITLE = ("lembaran", "sebagai", "menjadi")
"""What a title has behind the one that it names, which may be left out."""
_REVOKED = "sudah_dicabut("
_TWO_STATES = ("1949", "1950")
"""Years in which the federation and the republic numbered laws of their own."""


def national_facts(
    into: Collector,
    part: str,
    at: Span,
    instrument: str,
    number: str,
    year: str,
    title: str,
    gazettes: Sequence[Gazette] = (),
) -> None:
    """What is known of a regulation that `part` of the draft names, and what differs there."""
    key = _key(instrument, number, year)
    if key is None:
        return
    kind, digits = key
    if (right_year := _other_year(kind, digits, year, title, gazettes)) is not None:
        into.fact(at, "tahun_nasional_lain", part, int(year), int(right_year))
        return
    if (right_number := _other_number(kind, digits, year, title, gazettes)) is not None:
        into.fact(at, "nomor_nasional_lain", part, string(number), string(right_number))
        return
    known = national_law(kind, digits, year) if year not in _TWO_STATES else None
    if known is None or not known.title:
        revoked = known is not None and any(fact.startswith(_REVOKED) for fact in known.facts)
        names = into.untitled if revoked else into.unknown
        names.setdefault(f"{instrument} Nomor {number} Tahun {year}")
    if known is None:
        return
    into.fact(at, "peraturan_nasional", part, kind, string(digits), int(year))
    into.known.update(dict.fromkeys(known.facts))
    rest = plain(known.title).removeprefix(f"{plain(title)} ")
    cut = gazettes and rest != plain(known.title) and not rest.startswith(_AFTER_A_TITLE)
    if title and known.title and (cut or _differ(title, known.title)):
        into.fact(at, "judul_nasional_lain", part, string(title), string(known.title))
        if not _akin(title, known.title):
            into.fact(at, "judul_nasional_jauh", part)
    for gazette_kind, right in known.gazettes.items():
        written = [g.number.lstrip("0") for g in gazettes if g.kind == gazette_kind and g.number]
        if written and right not in written:
            told = map(string, (gazette_kind, written[-1], right))
            into.fact(at, "lembaran_nasional_lain", part, *told)


def _other_year(
    kind: str, digits: str, year: str, title: str, gazettes: Sequence[Gazette]
) -> str | None:
    """The year of the regulation of that number whose title and gazettes are cited, if another."""
    years = {g.year for g in gazettes if g.year and g.year != year}
    return next((y for y in years if _is_cited(kind, digits, y, title, gazettes)), None)


def _other_number(
    kind: str, digits: str, year: str, title: str, gazettes: Sequence[Gazette]
) -> str | None:
    """The number of the regulation of that year whose title and gazettes are cited, if another."""
    own = national_law(kind, digits, year)
    if not title or not gazettes or (own and own.title and not _differ(title, own.title)):
        return None
    numbers = numbers_of(kind, year)
    return next((n for n in numbers if _is_cited(kind, n, year, title, gazettes)), None)


def _is_cited(kind: str, digits: str, year: str, title: str, gazettes: Sequence[Gazette]) -> bool:
    """Whether title and gazettes are those of this regulation."""
    known = national_law(kind, digits, year)
    cited = {g.kind: g.number.lstrip("0") for g in gazettes if g.number}
    return (
        known is not None
        and known.title != ""
        and title != ""
        and not _differ(title, known.title)
        and bool(known.gazettes)
        and all(cited.get(k) == right for k, right in known.gazettes.items())
    )


def _key(instrument: str, number: str, year: str) -> tuple[str, str] | None:
    """The kind and the number under which the tables would hold a regulation."""
    words = " ".join(instrument.split())
    kind = next((k for k, pattern in _KINDS.items() if pattern.fullmatch(words)), None)
    found = _NUMBER.fullmatch(number)
    if kind is None or found is None or not (year.isdigit() and len(year) == 4):
        return None
    series = (found["of"] or "").strip(" .").casefold()
    return _SERIES.get(series, kind), found["number"]


def _akin(written: str, right: str) -> bool:
    """Whether the titles have two words of five in common, or are too short to tell."""
    mine, other = ({word for word in plain(t).split() if len(word) > 3} for t in (written, right))
    return len(mine) <= _FEW or 5 * len(mine & other) >= 2 * len(mine | other)


def _differ(written: str, right: str) -> bool:
    """Titles differ unless one goes on where the other was cut, or a word is doubled in one."""
    mine, other = (_DOUBLED.sub(r"\1", plain(title)) for title in (written, right))
    return not mine.startswith(other) and not other.startswith(mine)
