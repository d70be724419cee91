"""The region that a definition names where it should be that of the draft."""

import re

from patuh.facts.drafts.cited.laws import kind_and_region
from patuh_parser.legal.model import Draft

_OWN = frozenset(("daerah", "kabupaten", "kota", "bupati", "wali kota", "walikota"))
_NAMED = re.compile(r"(?:Kabupaten|Kota|Bupati|Wali ?[Kk]ota) (?P<region>[A-Z][\w'’ -]{2,40})\.?")
_TITLES = ("Kepala", "Wakil", "Daerah", "Kabupaten", "Kota", "Provinsi", "Sebagai")
_NO_LETTER = re.compile(r"\W+")


def other_region(draft: Draft, term: str, meaning: str) -> tuple[str, str] | None:
    """What the meaning of `Daerah`, `Bupati` … says, and the region of the heading, if another.

    `None` for a text that is not of a regency or city, or names no region.
    """
    heading = next((t.instrument for t in draft.titles if t.where == "judul"), "").title()
    if "Provinsi" in heading or "Gubernur" in heading or term.casefold() not in _OWN:
        return None
    _, region = kind_and_region(heading.removeprefix("Rancangan "))
    found = _NAMED.fullmatch(meaning.strip())
    if not region or found is None or found["region"].startswith(_TITLES):
        return None
    if _letters(found["region"]) == _letters(region):
        return None
    return meaning.strip(" ."), region


def _letters(name: str) -> str:
    return _NO_LETTER.sub("", name).casefold()
