"""Facts from the legal bases of a draft: the regulations of Mengingat and their amendments."""

import re
from itertools import count, pairwise

from patuh.facts.drafts.cited.national import national_facts
from patuh.facts.drafts.cited.regions import other_formed
from patuh.facts.drafts.collector import Collector
from patuh.facts.text import string
from patuh.knowledge.drafting import terms
from patuh_parser.legal.model import Draft, LegalBasis

_FORMS = re.compile(r"pembentukan (?:kabupaten|kota|daerah)\b", re.IGNORECASE)
_YEAR = re.compile(r"[0-9]{4}")
_YEAR_IN_NUMBER = re.compile(r"[/.-]((?:19|20)[0-9]{2})$")
"""`Nomor 188/45/2024`, as decisions are numbered."""


def basis_facts(into: Collector) -> None:
    """Every entry in its own right, then what amended it."""
    part = into.draft.preamble.mengingat
    entries = into.draft.preamble.legal_bases
    nodes = {n.id: n for n in part.walk()} if part else {}
    numbers = count(1)
    own: list[int] = []
    for entry in entries:
        number, at = next(numbers), into.first_line(entry.place)
        term = _basis(into, number, entry)
        own.append(number)
        into.fact(at, "dasar_utama", number)
        if node := nodes.get(entry.node_id):
            into.part("dasar", term, node.text.rstrip(), at)
            into.part("penanda_dasar", term, node.number.strip(), at)
        for amender in entry.amended_by:
            index = next(numbers)
            _basis(into, index, amender)
            into.fact(at, "dasar_pengubah", index, number)
    for (before, after), entry in zip(pairwise(own), entries[1:], strict=True):
        into.fact(into.first_line(entry.place), "dasar_sesudah", after, before)


def _basis(into: Collector, number: int, entry: LegalBasis) -> str:
    at = into.first_line(entry.place)
    term = into.locus("dasar", number, at)
    in_number = _YEAR_IN_NUMBER.search(entry.number)
    written = entry.year or (in_number[1] if in_number else "")
    year = int(written) if _YEAR.fullmatch(written) else 0
    into.fact(at, "dasar", number, entry.kind, string(entry.number), year, string(_name(entry)))
    if entry.number.isdigit():
        into.fact(at, "nomor_dasar", number, int(entry.number))
    for gazette in entry.gazettes:
        into.fact(at, "berlembaran", number, string(gazette.kind))
        if gazette.year:
            into.fact(at, "tahun_lembaran", number, string(gazette.kind), int(gazette.year))
    if (formed := other_formed(into.draft, entry.title)) is not None and not _is_formed(into.draft):
        into.fact(
            at,
            "pembentukan_wilayah_lain",
            number,
            string(formed),
            string(into.draft.region.title()),
        )
    into.part("judul_dasar", term, entry.title.casefold(), at)
    national_facts(
        into, term, at, entry.instrument, entry.number, entry.year, entry.title, entry.gazettes
    )
    return term


def _is_formed(draft: Draft) -> bool:
    """Whether a legal basis forms the region of the draft, or several."""
    titles = [entry.title for entry in draft.preamble.legal_bases if entry.kind == "uu"]
    return any(_FORMS.match(t) and other_formed(draft, t) is None for t in titles)


def _name(entry: LegalBasis) -> str:
    if short := terms().lists["sebutan"].get(entry.kind):
        return short
    numbered = f"{entry.instrument} Nomor {entry.number}" if entry.number else entry.instrument
    return f"{numbered} Tahun {entry.year}" if entry.year else numbered
