"""Facts on what cannot be: bounds and periods that end before they begin, days of another name."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.dates import day_of
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of

_SAID = r"(?:Rp\.? ?)?(?P<{0}>[0-9]{{1,3}}(?:\.[0-9]{{3}})*)(?:,00)?%? ?\([a-z ]{{3,120}}\)"
_BOUNDS = {one: _SAID.format(one) for one in ("least", "most")}
_DAY = r"[0-9]{1,2} (?:bulan )?[A-Z][a-z]{2,8} (?:tahun )?[0-9]{4}"
_DATED = re.compile(_DAY)
_MONTHS = {"bulan": 1, "tahun": 12}
_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SPELT = "|".join((*_NAMES, "Jum'at"))
_LETTERS = re.compile(r"[^a-z]")


def reversed_facts(into: Collector) -> None:
    """Each such place, with what it is."""
    index = 0
    for part in (*into.parts["teks"], *into.parts["isi_lampiran"]):
        for what, found in _found(part.text):
            index += 1
            at = part.within(*found.span())
            into.locus("urutan", index, at)
            into.fact(at, "urutan_terbalik", index, what, string(" ".join(found[0].split())))


def _found(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for found in pattern_of("batas", **_BOUNDS).finditer(text):
        least, most = (int(found[part].replace(".", "")) for part in ("least", "most"))
        if least > most and found["unit"] in ("", found["other"]):
            yield "batas", found
    if not _DATED.search(text):
        return
    for found in pattern_of("masa_tanggal", day=_DAY).finditer(text):
        first, last = day_of(found["first"]), day_of(found["last"])
        if first and last and last < first:
            yield "masa", found
    for found in pattern_of("lamanya", day=_DAY).finditer(text):
        first, last = day_of(found["first"]), day_of(found["last"])
        if first and last and first < last:
            months = int(found["number"]) * _MONTHS[found["unit"]]
            if months not in {_months(first, last), _months(first, _next(last))}:
                yield "lama", found
    for found in pattern_of("hari_tanggal", day=_DAY, names=_SPELT).finditer(text):
        name = _LETTERS.sub("", found["name"].lower())
        if (day := day_of(found["on"])) and _name(day).lower() != name:
            yield "hari", found


def _months(first: int, last: int) -> int | None:
    """The months between two days, `None` for a part of one."""
    if first % 100 != last % 100:
        return None
    return (last // 10000 - first // 10000) * 12 + last // 100 % 100 - first // 100 % 100


def _next(day: int) -> int:
    after = date(day // 10000, day // 100 % 100, day % 100) + timedelta(days=1)
    return after.year * 10000 + after.month * 100 + after.day


def _name(day: int) -> str:
    return _NAMES[date(day // 10000, day // 100 % 100, day % 100).weekday()]
