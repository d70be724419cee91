"""Which regulation a draft says that it amends, and whether a base is that one."""

import re

from patuh_parser.legal.lines.numerals import ordinal
from patuh_parser.legal.model import Draft

_CHANGES = re.compile(
    r"PERUBAHAN(?: KE[A-Z]+)? (?P<over>ATAS )?(?P<instrument>PERATURAN .*?|UNDANG-UNDANG)"
    r" NOMOR (?P<number>\S+) TAHUN (?P<year>[0-9]{4})"
)
_WHICH = re.compile(r"Perubahan (?P<ordinal>Ke\w+(?: Belas)?) ", re.IGNORECASE)


def amended(draft: Draft) -> re.Match[str] | None:
    """The regulation in the title: `over` (the word atas), `instrument`, `number`, `year`."""
    return _CHANGES.match(draft.title.upper())


def time_of(title: str) -> int:
    """Which change a title says that it is, 1 for none: 2 for `Perubahan Kedua atas`."""
    found = _WHICH.match(title)
    return (ordinal(found["ordinal"]) or 1) if found else 1


def is_other(draft: Draft, base: Draft) -> bool:
    """Whether the base is of another number or year than the draft says it amends."""
    found = amended(draft)
    if found is None or base.amending or not (base.number.isdigit() and base.year):
        return False
    number = found["number"]
    return (number.lstrip("0"), found["year"]) != (base.number.lstrip("0"), base.year)
