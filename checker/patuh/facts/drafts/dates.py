"""Days as texts of drafts write them."""

import re
from calendar import monthrange

from patuh_parser.text.dates import MONTHS

DATE = re.compile(r"([0-9]{1,2}) +(?:bulan +)?([A-Za-z]+) +(?:tahun +)?([0-9]{4})")


def day_of(text: str) -> int | None:
    """The first date in a text as yyyymmdd, `None` if there is none or no such day."""
    found = DATE.search(text)
    if found is None or found[2].casefold() not in MONTHS or int(found[3]) == 0:
        return None
    _, days = monthrange(int(found[3]), MONTHS.index(found[2].casefold()) + 1)
    if not 1 <= int(found[1]) <= days:
        return None
    return int(found[3]) * 10000 + (MONTHS.index(found[2].casefold()) + 1) * 100 + int(found[1])
