"""Dates as Indonesian texts write them."""

import datetime
import re
from collections.abc import Sequence

from patuh_parser.text.similar import nearest

MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
_ALSO = {"pebruari": 2, "nopember": 11}
_MONTHS = frozenset({*MONTHS, *_ALSO})
_IN_TEXT = r"([0-9]{1,2})\s+([A-Za-z]+)\s+([0-9]{4})"
_ISO = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"


def read_date(words: Sequence[str]) -> datetime.date | None:
    """Return the date in `["1", "Maret", "2024"]` or `["2024-03-01"]`, None if it is none."""
    try:
        if len(words) == 1:
            found = re.fullmatch(_ISO, words[0])
            return datetime.date(*(int(part) for part in found.groups())) if found else None
        if len(words) != 3 or not (words[0] + words[2]).isascii():
            return None
        day, month, year = words
        name = month.lower()
        number = MONTHS.index(name) + 1 if name in MONTHS else _ALSO.get(name, 0)
        if len(day) > 2 or len(year) != 4 or not (day + year).isdigit():
            return None
        return datetime.date(int(year), number, int(day))
    except ValueError:
        return None


def near_date(text: str) -> tuple[str, ...]:
    """Return the date that a text probably means whose month is misspelt or cut short."""
    words = text.split()
    if len(words) != 3:
        return ()
    start = words[1].lower().rstrip(".")
    months = [m for m in MONTHS if m.startswith(start)] if len(start) > 2 else []
    for month in months[:1] or nearest(start, MONTHS)[:1]:
        date = read_date([words[0], month, words[2]])
        return (write_date(date),) if date else ()
    return ()


def date_in(text: str) -> datetime.date | None:
    """Return the first date that running text names by its month, None if it names none."""
    found = re.search(_IN_TEXT, text)
    return read_date(found.groups()) if found else None


def names_month(text: str) -> bool:
    """Tell whether text in small letters may name a month."""
    return any(month in text for month in _MONTHS)


def false_date(text: str) -> str:
    """Return the first date in running text that no calendar has, as written, or nothing."""
    for found in re.finditer(_IN_TEXT, text):
        if found[2].lower() in _MONTHS and read_date(found.groups()) is None:
            return found[0]
    return ""


def write_date(date: datetime.date) -> str:
    """Return the date as `1 Maret 2024`."""
    return f"{date.day} {MONTHS[date.month - 1].capitalize()} {date.year:04d}"
