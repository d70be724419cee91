"""Facts from an amending draft: what it amends, and whether instructions name what they quote."""

import re

from patuh.consolidation import Consolidated, amended, is_other, time_of
from patuh.facts.drafts.amending.insertions import insertion_facts
from patuh.facts.drafts.cited.laws import kind_and_region
from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.twice.amenders import listed_amenders
from patuh.facts.text import string
from patuh_parser.legal.model import Amendment, Draft

_LETTER_GAP = re.compile(r"(?<=[0-9]) ")
_PASAL = re.compile(r"\bPasal ([0-9]{1,4}(?: ?[A-Z]{1,2}\b)?)")
_AMENDED_SINCE = (
    r"\bNomor {number} Tahun {year}\b(?:(?!\bNomor\b|sebagaimana)[^;]){{0,300}}"
    r"\bsebagaimana telah (?P<often>beberapa kali )?diubah\b[^;]{{0,60}}?"
    r"\bNomor (?P<by>[^ ;]{{1,30}}) Tahun (?P<of>[0-9]{{4}})"
)
"""A regulation and what amended it; no other one is named in between."""


_WRITTEN = {"pasal_arab": "berangka_arab", "pasal_tanpa_kepala": "tanpa_kepala"}
"""How the roman pasal of an amending text stand there: defects of the reader, and their facts."""
_TROUBLES = {
    "tidak_ada": "sasaran_tidak_ada",
    "sudah_dihapus": "sasaran_dihapus",
    "sudah_ada": "sisipan_sudah_ada",
    "tidak_pasti": "tak_diterapkan",
}


def change_facts(
    into: Collector, base: Draft | None = None, applied: Consolidated | None = None
) -> None:
    """The regulation amended and the instructions; with the base also what they do to it."""
    draft = into.draft
    if not draft.amending:
        return
    at = into.head()
    if found := amended(draft):
        kind, _ = kind_and_region(found["instrument"].title())
        into.fact(at, "yang_diubah", kind, string(found["number"]), int(found["year"]))
        into.fact(at, "judul_perubahan", "atas" if found["over"] else "lain")
        into.fact(at, "perubahan_ke", time_of(draft.title))
        if before := _times_before(draft, found["number"], found["year"]):
            into.fact(at, "sudah_diubah", before)
    due = time_of(draft.title) - 1
    for node, listed in listed_amenders(draft) if due > 0 else ():
        if 0 < len(listed) < due:
            here = into.first_line(node.place)
            into.fact(here, "pengubah_kurang", into.number(node), due, len(listed))
    for amendment in draft.amendments:
        below = amendment.inserted and not any(one[:1].isupper() for one in amendment.inserted)
        if amendment.kind == "ubah" or below:
            _other_words(into, amendment)
        if amendment.kind in ("sisip", "tambah"):
            insertion_facts(into, amendment)
    said = {(one.place.line, _WRITTEN.get(one.code)) for one in draft.defects}
    for article in draft.articles():
        for predicate in _WRITTEN.values():
            if (article.place.line, predicate) in said:
                into.fact(into.first_line(article.place), predicate, into.number(article))
    if base is not None and is_other(draft, base):
        other = f"Nomor {base.number} Tahun {base.year}"
        into.fact(at, "naskah_dasar_lain", string(other))
    if applied is not None:
        _troubles(into, applied)


def _times_before(draft: Draft, number: str, year: str) -> int:
    """How often the regulation was amended before, as far as the draft says it."""
    own = (draft.number, draft.year)
    amenders = [
        amender
        for entry in draft.preamble.legal_bases
        if (entry.number.casefold(), entry.year) == (number.casefold(), year)
        for amender in entry.amended_by
        if (amender.number, amender.year) != own
    ]
    since = re.compile(_AMENDED_SINCE.format(number=re.escape(number), year=year), re.IGNORECASE)
    said = [
        2 if found["often"] else 1
        for node in draft.everywhere()
        if not node.quoted
        for found in since.finditer(node.text)
        if (found["by"], found["of"]) != own
    ]
    return max((len(amenders), *said, *(time_of(one.title) for one in amenders if one.title)))


def _troubles(into: Collector, applied: Consolidated) -> None:
    """What keeps instructions from being applied."""
    for trouble in applied.troubles:
        at, number = into.first_line(trouble.node.place), into.number(trouble.node)
        into.fact(at, _TROUBLES[trouble.kind], number, string(trouble.label))


def _other_words(into: Collector, amendment: Amendment) -> None:
    """An instruction that names pasal, none of which is among those quoted below it."""
    ordered, _, _ = amendment.node.text.partition("sehingga")
    found = _PASAL.findall(ordered) or _PASAL.findall(amendment.node.text)
    named = [_LETTER_GAP.sub("", number) for number in found]
    quoted = [node.bare for node in amendment.quoted if node.kind == "pasal" and node.number]
    if named and quoted and not {n.upper() for n in named} & {n.upper() for n in quoted}:
        at = into.first_line(amendment.node.place)
        into.fact(at, "rumusan_lain", into.number(amendment.node), string(f"Pasal {named[0]}"),
                  string(f"Pasal {quoted[0]}"))  # fmt: skip
