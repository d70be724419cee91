"""The region that a definition names where it should be that of the draft."""

import re
from collections.abc import Iterable

from patuh.facts.drafts.cited.laws import kind_and_region
from patuh.knowledge.drafting import terms
from patuh.knowledge.territory.regions import city_words, region_named
from patuh_parser.legal.data import one_of, table
from patuh_parser.legal.model import Draft
from patuh_parser.text.letters import letters_only

_REGION = re.compile(r"[A-Z][\w'’ -]{2,40}")
_TITLES = ("Kepala", "Wakil", "Daerah", "Kabupaten", "Kota", "Provinsi", "Sebagai")
_KIND = re.compile(r"^(?:Kabupaten|Kota|Provinsi) ")
_PLACE_OF = re.compile(
    r"(?i:lembaran|berita|sekretaris) (?i:daerah) (?P<sort>(?i:kabupaten|kota|provinsi)) "
    r"(?P<region>[A-Za-z][A-Za-z' -]{2,40}?)(?= (?i:tahun|nomor)\b|[.,;]|$)"
)
"""The gazette of a region, or who enters a text in it."""
_HEADS = [head for head in table("words")["offices"]["heads"] if head != "PRESIDEN"]
_JOINED = re.compile(rf"(?:,| dan)? {one_of(table('words')['offices']['heads'])} ", re.IGNORECASE)
_COUNCIL_OF = re.compile(r"\b(?:Kabupaten|Kota|Provinsi) [A-Z][a-z]+(?: (?!Dan\b)[A-Z][a-z]+){0,3}")
_HEAD_OF = re.compile(
    rf"{one_of(table('words')['offices']['acting'])}?{one_of(_HEADS)}"
    r"(?P<region> [A-Z][A-Z' -]{2,40}),?",
    re.IGNORECASE,
)
_FORMED = re.compile(
    r"(?i:pembentukan) "
    r"(?P<region>(?i:kabupaten|kota) [A-Z][a-z']+(?: (?!Di\b|Dan\b)[A-Z][a-z']+){0,3})"
    r"(?: (?i:di|dalam) .{3,80})?"
)


def sort_of(draft: Draft) -> str:
    """`Kabupaten` or `Kota`, as the heading or the head that makes a draft tells; else empty."""
    words = city_words().words
    first = draft.region.partition(" ")[0].title()
    maker = letters_only(draft.instrument.title())

    def told(every: Iterable[str]) -> bool:
        return first in every or any(letters_only(one) in maker for one in every)

    if told(words.values()):
        return city_words().sort
    county = next(one for one, other in words.items() if other == city_words().sort)
    return county if told(words) else ""


def other_region(draft: Draft, term: str, meaning: str) -> tuple[str, str] | None:
    """What the meaning of `Daerah`, `Bupati` … says, and the region of the heading, if another.

    `None` for a text that is not of a regency or city, or names no region.
    """
    heading = next((t.instrument for t in draft.titles if t.where == "judul"), "").title()
    heads = terms().lists["wilayah_sendiri"].get(term.casefold(), "")
    if not heads or "Provinsi" in heading or "Gubernur" in heading:
        return None
    _, region = kind_and_region(heading.removeprefix("Rancangan "))
    said = meaning.strip(" .")
    head = next((h for h in heads.split("|") if said.startswith(f"{h} ")), None)
    named = said[len(head) + 1 :] if head else ""
    if not region or named.startswith(_TITLES) or not _REGION.fullmatch(named):
        return None
    return None if letters_only(named) == letters_only(region) else (said, region)


def other_place(draft: Draft, words: str) -> tuple[str, str] | None:
    """The region whose gazette or secretary is named, and that of the heading, if another.

    A joint regulation is of each region of its heading.
    """
    found = _PLACE_OF.search(words)
    own = _KIND.sub("", draft.region.title())
    if found is None or not own:
        return None
    named, sort = found["region"].strip(" .").title(), found["sort"].title()
    each = tuple(map(letters_only, _JOINED.split(own)))
    if not letters_only(named).startswith(each):
        return named, own
    of = sort_of(draft)
    if len(each) > 1 or of in ("", sort, "Provinsi"):
        return None
    return f"{sort} {named}", f"{of} {own}"


def other_head(draft: Draft, office: str) -> tuple[str, str] | None:
    """The region whose head an office is, and that of the heading, if another.

    Left out are joint regulations, and a heading with another sort of head.
    """
    found = _HEAD_OF.match(office.upper())
    own = _KIND.sub("", draft.region.title())
    if found is None or not own or _JOINED.search(f" {own}"):
        return None
    named = letters_only(_KIND.sub("", found["region"].strip(" ,.").title()))
    mine = letters_only(own)
    if not named or named.startswith(mine) or mine.startswith(named):
        return None
    return found["region"].strip(" ,.").title(), own


def other_formed(draft: Draft, title: str) -> str | None:
    """The one region that an Undang-Undang forms by its title, if it is not that of the heading."""
    found = _FORMED.fullmatch(title)
    own = letters_only(_KIND.sub("", draft.region.title()))
    if found is None or not own or _JOINED.search(f" {draft.region}"):
        return None
    return found["region"] if own not in letters_only(title) else None


def other_assent(draft: Draft, words: str) -> tuple[str, str] | None:
    """The region whose council assents, and that of the heading, if it is surely another: of the
    other sort, or of a known name."""
    found = _COUNCIL_OF.search(words.title())
    own = draft.region.title()
    if (
        found is None
        or not _KIND.match(own)
        or letters_only(found[0]).startswith(letters_only(own))
    ):
        return None
    known = (region_named(found[0].strip()), region_named(own))
    if found[0].split()[0] == own.split()[0] and None in known:
        return None
    return found[0].strip(), own
