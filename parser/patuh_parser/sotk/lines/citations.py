"""Regulations as a header line cites them."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from patuh_parser.disk import beside
from patuh_parser.sotk.model import Citation
from patuh_parser.stored import toml
from patuh_parser.text.span import Span

_STEP = (
    r"(?P<level>pasal|ayat|huruf|angka)\s+\(?"
    r"(?P<mark>[0-9]{1,3}|[a-z]{1,2})\)?[.,]?\s*(?:dari\s+)?"
)


class _Forms(Struct):
    """The table, ready for use: only few files cite regulations."""

    kinds: dict[str, str]
    local: list[str]
    of_city: list[str]
    higher: list[str]

    def said(self, text: str) -> str:
        """A pattern of the kinds that a text names, the longest first; "" if it names none."""
        small = text.casefold()
        found = (kind for kind in self.kinds if kind in small)
        return "|".join(map(re.escape, sorted(found, key=len, reverse=True)))


@cache
def _forms() -> _Forms:
    table = toml(beside(__file__, "citations.toml"))
    kinds = {
        spelling.lower(): kind
        for kind, others in table["kinds"].items()
        for spelling in (kind, *others)
    }
    local = table["local"]
    return _Forms(kinds, local["kinds"], local["of_city"], table["higher"]["kinds"])


@lru_cache(64)
def _citation(kinds: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<provision>(?:pasal|bab)\b.*?\s)?(?P<kind>{kinds})\b(?P<region>[^0-9/]*?)\s*"
        r"(?:\b(?:nomor|no\.?)\s*)?(?P<number>[0-9]{1,4})\s*(?:/|tahun)\s*(?P<year>[0-9]{4})"
        r"(?:\s+tentang\b.*)?\.?",
        re.IGNORECASE | re.DOTALL,
    )


@lru_cache(64)
def _of_higher(kinds: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<kind>{kinds})\b[^0-9/]{{0,80}}?(?:\b(?:nomor|no\.?)\s*)?"
        r"[0-9]{1,4}\s*(?:/|tahun)\s*[0-9]{4}\b",
        re.IGNORECASE,
    )


def read_citation(text: str, span: Span, region: str) -> Citation | None:
    """Return the citation in a text, None if it is none; `region` is that of the proposal."""
    if len(text) > 2000:
        return None
    kinds = _forms().said(text)
    found = _citation(kinds).fullmatch(text.strip()) if kinds else None
    if found is None:
        return None
    kind = _forms().kinds[" ".join(found["kind"].lower().split())]
    where = " ".join(found["region"].split()).strip(" ,")
    if kind in _forms().local:
        where = _whose(where, region, kind in _forms().of_city)
    provision = None
    if found["provision"]:
        provision = read_provision(found["provision"])
        if provision is None:
            return None
    return Citation(kind, where, int(found["number"]), int(found["year"]), provision, text, span)


def _whose(where: str, region: str, of_city: bool) -> str:
    """Return the region whose regulation is cited: that of the proposal by a bare name, or none."""
    if not where or where.lower() == region.partition(" ")[2].lower():
        return region
    full = full_region(where)
    bare = full.partition(" ")[2]
    return f"Kota {bare}" if of_city and bare.lower() == where.lower() else full


def higher_law(text: str) -> tuple[str, int] | None:
    """Return the kind of the first numbered higher law in a text, and where it stands."""
    kinds = _forms().said(text)
    for found in _of_higher(kinds).finditer(text) if kinds else ():
        kind = _forms().kinds[" ".join(found["kind"].lower().split())]
        if kind in _forms().higher:
            return kind, found.start()
    return None


def read_provision(text: str) -> str | None:
    """Return `pasal-18.ayat-5` for `Pasal 18 ayat (5)`, None if the text is no provision."""
    text = text.strip()
    steps: list[str] = []
    at = 0
    while at < len(text):
        found = re.compile(_STEP, re.IGNORECASE).match(text, at)
        if found is None:
            return None
        steps.append(f"{found['level'].lower()}-{found['mark'].lower()}")
        at = found.end()
    return ".".join(steps) if steps and steps[0].startswith("pasal-") else None


def full_region(text: str) -> str:
    """Return a region with its sort: `Kabupaten Paser` for `Paser` or `Kab. Paser`."""
    words = text.split()
    if words and words[0].lower() in ("kab", "kab."):
        words[0] = "Kabupaten"
    if words and words[0].lower() in ("kabupaten", "kota", "provinsi"):
        words[0] = words[0].capitalize()
        return " ".join(words)
    return " ".join(["Kabupaten", *words])
