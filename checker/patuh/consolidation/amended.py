"""Which regulation a draft says that it amends, and whether a base is that one."""

import re

from patuh_parser.legal.model import Draft

_CHANGES = re.compile(
    r"PERUBAHAN(?: KE[A-Z]+)? (?P<over>ATAS )?(?P<instrument>PERATURAN .*?|UNDANG-UNDANG)"
    r" NOMOR (?P<number>\S+) TAHUN (?P<year>[0-9]{4})"
)


def amended(draft: Draft) -> re.Match[str] | None:
    """The regulation in the title: `over` (the word atas), `instrument`, `number`, `year`."""
    return _CHANGES.match(draft.title.upper())


def is_other(draft: Draft, base: Draft) -> bool:
    """Whether the base is of another number or year than the draft says it amends."""
    found = amended(draft)
    if found is None or base.amending or not (base.number.isdigit() and base.year):
        return False
    number = found["number"]
    return (number.lstrip("0"), found["year"]) != (base.number.lstrip("0"), base.year)
