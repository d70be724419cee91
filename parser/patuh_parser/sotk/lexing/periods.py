"""What is said of how often something happens, as a period of the closed list."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from patuh_parser.sotk.vocabulary import tables

NONE, EVENT, CHOICE = "tidak", "peristiwa", "pilihan"
"""No period; bound to an event; a period or none, as one likes."""
_JOINED = r"\s*(?:, dan\b|, serta\b|\bdan/atau\b|\bmaupun\b|\bserta\b|\bdan\b|,|\batau\b)\s*"
_WHOLE = r"([0-9]+)\s*\([a-z ]+\)"
_LONGEST = 10
"""So many words may say a period within a step."""


class _Forms(Struct):
    """The table, as patterns; most texts have a known word instead, and none is compiled for it."""

    every: re.Pattern[str]
    times: re.Pattern[str]
    once: re.Pattern[str]
    none: re.Pattern[str]
    event: re.Pattern[str]
    dated: re.Pattern[str]
    weekly: re.Pattern[str]


def periods_of(text: str) -> tuple[str, ...] | None:
    """Return the periods that a text gives, None if some part of it is none.

    `tidak` stands for what has no period, `peristiwa` for what hangs on an event; `pilihan` comes
    besides where one of these is joined to a period by `atau`.
    """
    plain = " ".join(text.lower().replace("se-", "se").split())
    if plain in _table()["periods"]:
        return (_table()["periods"][plain],)
    plain = " ".join(re.sub(_WHOLE, r"\1", plain).split())
    plain = plain.removeprefix("baik ")
    single = _one(plain)
    if single is not None:
        return (single,)
    found: list[str] = []
    parts = re.split(_JOINED, plain)
    if len(parts) < 2:
        return None
    head = parts[0].split()[0]
    for part in parts:
        value = _one(part) or _one(f"{head} {part}")
        if value is None:
            return None
        found.append(value)
    real = [value for value in found if value not in (NONE, EVENT)]
    if re.search(r"(?<!/)\batau\b", plain) and real and len(real) < len(found):
        found.append(CHOICE)
    return tuple(dict.fromkeys(found))


def period_at(texts: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """Return the end and the periods of what is said at a place of a step, if it is one."""
    if not may_begin_period(texts[at]):
        return at, ()
    last = len(texts) - (texts[-1] == ".")
    for end in range(min(at + _LONGEST, last), at + 1, -1):
        if "," not in texts[at:end]:
            found = periods_of(" ".join(texts[at:end]).replace("( ", "(").replace(" )", ")"))
            if found is not None:
                return end, found
    single = _table()["periods"].get(texts[at].lower()) if texts[at] != NONE else None
    return (at + 1, (single,)) if single == NONE and texts[at] != "sekali" else (at, ())


def may_begin_period(word: str) -> bool:
    """A first look: whether a period, or a length of time, may begin with a word."""
    return word.lower() in _starts() or word.isdigit()


def _one(plain: str) -> str | None:
    words = _table()["period_words"]
    known, before = _table()["periods"], (*words["before"], *words["only"])
    while (parts := plain.split(" ", 1))[0] in before and parts[1:]:
        plain = parts[1]
    if plain in known:
        return str(known[plain])
    forms = _forms()
    found = forms.dated.fullmatch(plain)
    if found is not None:
        return str(known["bulanan"])
    if forms.weekly.fullmatch(plain):
        return str(known["mingguan"])
    found = forms.every.fullmatch(plain)
    if found is not None:
        return _length(number(found["n"]), 1, found["unit"])
    found = forms.times.fullmatch(plain) or forms.once.fullmatch(plain)
    if found is not None:
        times = found.groupdict().get("times")
        return _length(number(found["n"]), number(times), found["unit"])
    if forms.none.fullmatch(plain):
        return NONE
    return EVENT if forms.event.fullmatch(plain) else None


def _length(count: int, times: int, unit: str) -> str:
    lengths, units = _table()["lengths"], _table()["units_of_time"]
    length = units[unit] * count
    period = lengths.get(str(length // times)) if times and length % times == 0 else None
    return period or (f"{times} kali per {count} {unit}" if times > 1 else f"setiap {count} {unit}")


def is_delay(texts: Sequence[str], at: int) -> bool:
    """Whether a length of time with what it follows stands here ("6 bulan setelah …")."""
    if at + 2 >= len(texts) or texts[at + 2] not in _table()["period_words"]["after"]:
        return False
    number = texts[at] if at else texts[at].lower()
    return is_number(number) and texts[at + 1] in _table()["units_of_time"]


def is_number(text: str) -> bool:
    """Whether figures, or a word that is known, say a number."""
    return text.isdigit() or text in _table()["period_words"]["numbers"]


def number(text: str | None) -> int:
    """The number that figures or a word say; 1 if there is none. Raises KeyError."""
    if not text:
        return 1
    numbers: Mapping[str, int] = _table()["period_words"]["numbers"]
    return int(text) if text.isdigit() else numbers[text]


def _table() -> Mapping[str, Any]:
    return tables().periods


@cache
def _forms() -> _Forms:
    words = _table()["period_words"]
    units = "|".join(_table()["units_of_time"])
    number = "[0-9]{1,3}|" + "|".join(sorted(words["numbers"], key=len, reverse=True))
    every, about = "|".join(words["every"]), "|".join(words["about"])
    if_words, asked = "|".join(words["if"]), "|".join(words["asked"])
    request, only = "|".join(words["on_request"]), "|".join(words["only"])
    tail = r"(?: anggaran| berjalan| kalender| yang berjalan)?"
    event = "|".join(words["event"])
    length = rf"(?P<unit>{units}){tail}"
    return _Forms(
        every=re.compile(
            rf"(?:{every})(?: kali)?(?: (?:{about}))? ?(?:(?P<n>{number}) )?{length}"
            r"(?: sekali| berakhir)?"
        ),
        times=re.compile(
            rf"(?:(?P<times>{number}) kali|sekali)(?: (?:dalam|tiap|setiap|per))? "
            rf"(?:se|(?P<n>{number}) )?{length}"
        ),
        once=re.compile(
            rf"(?:se|(?P<n>{number}) )(?P<unit>{units})(?: (?P<times>{number}) kali| sekali)"
        ),
        none=re.compile(
            rf"(?:(?:{only}) )?"
            rf"(?:(?:{if_words})(?: [a-z]+)?(?: (?:{asked}))+|(?:{request}))(?: .+)?"
        ),
        event=re.compile(
            rf"(?:setelah|sesudah|saat|pada saat|{every}|{if_words}) (?:.+ )?(?:{event})(?: .+)?"
        ),
        dated=re.compile(
            r"(?:setiap|tiap)(?: tanggal)? [0-9]{1,2}(?: (?:setiap|tiap) bulan)?"
            r"|setiap tanggal [0-9]{1,2} bulan berikutnya"
        ),
        weekly=re.compile(rf"(?:{every}) (?:hari )?(?:{'|'.join(words['days'])})"),
    )


@cache
def _starts() -> frozenset[str]:
    """The words that periods begin with, but for figures."""
    words = _table()["period_words"]
    firsts = (phrase.split()[0] for phrase in (*_table()["periods"], *words["on_request"]))
    every = (*words["every"], *words["numbers"], *words["before"], *words["if"], *words["only"])
    return frozenset({*every, "secara", "baik", *firsts})
