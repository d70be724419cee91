"""Facts on what cannot be: bounds and periods that end before they begin, days of another name."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from patuh.facts.drafts.collector import Collector
from patuh.facts.drafts.dates import day_of
from patuh.facts.text import string
from patuh.knowledge.drafting import pattern_of

_SAID = r"(?:Rp\.? ?)?(?P<{0}>[0-9]{{1,3}}(?:\.[0-9]{{3}})*)(?:,00)?%? ?\([a-z ]{{3,120}}\)"
_BOUNDS = re.compile(
    r"paling (?:sedikit|singkat|rendah|kurang) "
    + _SAID.format("least")
    + r"(?P<unit> [a-z]{3,12}|) (?:dan|sampai dengan) paling (?:banyak|lama|tinggi) "
    + _SAID.format("most")
    + r"(?P<other> [a-z]{3,12}|)"
)
_DAY = r"[0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4}"
_PERIOD = re.compile(
    rf"(?P<first>{_DAY}) (?:sampai dengan|s\.d\.|hingga) (?:tanggal )?(?P<last>{_DAY})"
)
_MONTHS = {"bulan": 1, "tahun": 12}
_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_NAMED = re.compile(rf"\b(?P<name>{'|'.join(_NAMES)})(?:,| tanggal|, tanggal) (?P<day>{_DAY})")


def reversed_facts(into: Collector) -> None:
    """Each such place, with what it is."""
    index = 0
    for node in into.draft.provisions():
        for what, found in _found(node.text):
            index += 1
            at = into.words(node, *found.span())
            into.locus("urutan", index, at)
            into.fact(at, "urutan_terbalik", index, what, string(" ".join(found[0].split())))


def _found(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for found in _BOUNDS.finditer(text):
        least, most = (int(found[part].replace(".", "")) for part in ("least", "most"))
        if least > most and found["unit"] in ("", found["other"]):
            yield "batas", found
    for found in _PERIOD.finditer(text):
        first, last = day_of(found["first"]), day_of(found["last"])
        if first and last and last < first:
            yield "masa", found
    for found in pattern_of("lamanya", day=_DAY).finditer(text):
        first, last = day_of(found["first"]), day_of(found["last"])
        if first and last and first < last:
            months = int(found["number"]) * _MONTHS[found["unit"]]
            if months not in {_months(first, last), _months(first, _next(last))}:
                yield "lama", found
    for found in _NAMED.finditer(text):
        if (day := day_of(found["day"])) and _name(day) != found["name"]:
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
