"""Days as texts of drafts write them."""

import re

from patuh_parser.text.dates import MONTHS

DATE = re.compile(r"([0-9]{1,2}) +([A-Za-z]+) +([0-9]{4})")


def day_of(text: str) -> int | None:
    """The first date in a text as yyyymmdd, `None` if there is none."""
    found = DATE.search(text)
    if found is None or found[2].casefold() not in MONTHS:
        return None
    return int(found[3]) * 10000 + (MONTHS.index(found[2].casefold()) + 1) * 100 + int(found[1])
