"""Facts on what a draft is: its kind, the places where it names itself, its date."""

import re
from collections.abc import Iterator

from patuh.facts.drafts.cited.laws import NAMED, kind_and_region, name_beside
from patuh.facts.drafts.cited.regions import sort_of
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.dates import day_of
from patuh.facts.text import string
from patuh_parser.legal.model import Title
from patuh_parser.legal.parts.titles import split_region

_YEAR = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"(?i:\s*N\s?O(?:\s?M\s?O\s?R|\.)?\b|.*\bNOMOR\b)")
_REGISTER = re.compile(
    r"\s*(?:NOREG|NOMOR REGISTER|NOMOR REGISTRASI|NO\.? ?REG)\b.*?"
    r"(?:[-/.,:( ](?P<year>20[0-9]{2})|\.[0-9]{3}\.(?P<short>[0-9]{2}))\)?\s*$",
    re.IGNORECASE,
)
_SUPPLEMENT = re.compile(r"\s*TAMBAHAN LEMBARAN DAERAH\b[^0-9]*\bTAHUN (?P<year>[0-9]{4})\b")
_WORDS = 3
"""Words by which the line is found on which a title begins."""
_EARLY = 3
"""Months in which a regulation may still bear a number of register of the year before."""
_REVOKES = "PENCABUTAN"
_MUNICIPAL = ("perbup", "perwali")
_REGENCIES = ("KABUPATEN ", "KOTA ")


def identity_facts(into: Collector) -> None:
    """Kind, titles and date."""
    draft, at = into.draft, into.head()
    into.locus("kepala", "usulan", at)
    kind = "instruksi" if draft.instrument.upper().startswith("INSTRUKSI") else draft.kind
    into.fact(at, "naskah", kind.removesuffix("_perubahan"))
    if draft.amending:
        into.fact(at, "mengubah_peraturan_lain")
    if draft.body:
        into.fact(at, "berbatang_tubuh")
    if kind.startswith(_MUNICIPAL) or draft.region.startswith(_REGENCIES):
        into.fact(at, "naskah_kabupaten_kota")
    if sort := sort_of(draft):
        into.fact(at, "jenis_wilayah", sort.lower())
    for index, title in enumerate(draft.titles, 1):
        _title(into, index, title)
    for index, (where, number, year) in enumerate(_of_other_years(into), len(draft.titles) + 1):
        place = into.line(number)
        into.locus("judul", index, place)
        into.fact(place, "judul", index, where)
        into.fact(place, "judul_bertahun", index, string(year))
    if draft.title.upper().startswith(_REVOKES) and (named := NAMED.search(draft.title)):
        revoked, _ = kind_and_region(named["instrument"].title())
        into.fact(at, "judul_mencabut", revoked, string(named["number"]), int(named["year"]))
    enacts = draft.closing.signature("penetapan")
    day = day_of(enacts.date if enacts else "")
    if day is None and _YEAR.fullmatch(draft.year):
        day = int(draft.year) * 10000 + 101
    if day is not None:
        into.fact(at, "tanggal_naskah", day)


def _of_other_years(into: Collector) -> Iterator[tuple[str, int, str]]:
    """The number of register and the supplement to the gazette, where they are of another year.

    What is enacted early in a year may have been registered before it.
    """
    draft = into.draft
    enacts, gazette = draft.closing.signature("penetapan"), draft.closing.gazette
    if enacts is None or not _YEAR.fullmatch(draft.year):
        return
    day = day_of(enacts.date) or 0
    years = {draft.year, str(day // 10000), gazette.year if gazette else ""}
    before = {str(int(draft.year) - 1)} if day // 100 % 100 <= _EARLY else set[str]()
    for line in draft.lines:
        if line.number <= enacts.place.end_line:
            continue
        if found := _REGISTER.match(line.text):
            year = found["year"] or f"20{found['short']}"
            if year not in years | before:
                yield "nomor_register", line.number, year
        elif (found := _SUPPLEMENT.match(line.text)) and found["year"] not in years:
            yield "tambahan_lembaran", line.number, found["year"]


def _title(into: Collector, index: int, title: Title) -> None:
    at = into.first_line(title.place)
    term = into.locus("judul", index, at)
    into.fact(at, "judul", index, title.where)
    if title.instrument and title.where == "judul":
        into.part("jenis_judul", term, title.instrument.removeprefix("RANCANGAN "), at)
    if title.where == "judul" and not title.number and not _numbered(into, title):
        into.fact(at, "judul_tanpa_nomor", index)
    if title.number:
        into.fact(at, "judul_bernomor", index, string(title.number.lstrip("0") or title.number))
        into.part("nomor_judul", term, title.number, at)
    if title.year:
        into.fact(at, "judul_bertahun", index, string(title.year))
        if _YEAR.fullmatch(title.year):
            into.fact(at, "tahun_pada_judul", index, int(title.year))
    if title.title:
        whole = into.draft.title if into.draft.source == "pdf" else ""
        own = name_beside(title.title, whole)
        into.fact(at, "judul_bernama", index, string(title.title), string(own))
        into.part("nama_judul", term, title.title.rstrip(), at)
        begin = " ".join(title.title.split()[:_WORDS])
        lines = into.draft.lines_of(title.place)
        here = next((line.number for line in lines if begin in line.text), at.line)
        into.locus("nama_judul", index, into.line(here))
    kind, named = split_region(title.instrument.upper().removeprefix("RANCANGAN "))
    if " KEPALA " not in kind and (named or split_region(f"{kind} X")[1] == "X"):
        into.fact(at, "judul_berjenis", index, string(kind.replace("WALIKOTA", "WALI KOTA")))
    _, region = kind_and_region(title.instrument.title())
    if region:
        into.fact(at, "judul_berdaerah", index, string(region))
    elif named and sort_of(into.draft):
        into.fact(at, "judul_berkepala", index, string(named.title()))


def _numbered(into: Collector, title: Title) -> bool:
    """Whether a line of a title is for its number, filled in or not."""
    return any(_NUMBER.match(line.text) for line in into.draft.lines_of(title.place))
