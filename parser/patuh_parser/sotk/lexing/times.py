"""When in the year something is due, in words."""

import re
from functools import cache

from patuh_parser.sotk.lexing.periods import is_number, number
from patuh_parser.sotk.vocabulary import tables

_YEAR_END = (
    r"(?:akhir tahun(?: anggaran)?|tahun anggaran(?: tersebut)? berakhir"
    r"|berakhirnya tahun anggaran)"
)
_BEFORE_TIME = (
    r"^(?:(?:paling lambat|paling lama|selambat-lambatnya|dalam|pada|setiap|tiap"
    r"|saat|ketika|setelah|sesudah|begitu)\s+)+"
)


@cache
def _months_after() -> re.Pattern[str]:
    after = "|".join(tables().periods["period_words"]["after"])
    months = r"([0-9]{1,2}|[a-z]+(?: belas)?)(?: ?\([a-z ]+\))?\s+bulan"
    return re.compile(rf"{months}\s+(?:{after})\s+{_YEAR_END}")


def time_of(text: str) -> str | None:
    """Return the time of the year that a text gives, None if it gives none."""
    if not text:
        return None
    plain = re.sub(_BEFORE_TIME, "", text.lower())
    found = _months_after().fullmatch(plain)
    if found is not None and is_number(found[1]):
        return f"bulan_sesudah_akhir_tahun({number(found[1])})"
    return tables().values["time"].get(plain)
