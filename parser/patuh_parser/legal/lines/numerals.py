"""Numbers of every kind as written in drafts, and their place in a sequence.

A position is (number, insertion): ``3`` is (3, 0), the inserted ``3a`` or ``3A`` is (3, 1), so
that both ``3A`` and ``4`` may follow ``3`` (UU 12/2011, Lampiran II, on insertions).
"""

import re

Position = tuple[int, int]

NONE: Position = (0, 0)
_UNITS = (
    "SATU",
    "DUA",
    "TIGA",
    "EMPAT",
    "LIMA",
    "ENAM",
    "TUJUH",
    "DELAPAN",
    "SEMBILAN",
)
_SPECIAL = {"PERTAMA": 1, "KESEPULUH": 10, "KESEBELAS": 11}
_TENS = re.compile("(BELAS|PULUH)", re.IGNORECASE)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_INSERTED = re.compile(r"([0-9]{1,4}|[IVXLC]{1,8})([A-Za-z]?)")


def follows(place: Position, before: Position) -> bool:
    """Tell whether a place may come right after another."""
    return place in ((before[0] + 1, 0), (before[0], before[1] + 1))


def roman(written: str) -> int | None:
    """Return the value of a roman number in capitals, ``None`` for anything else."""
    if not written or not _ROMAN.fullmatch(written):
        return None
    worths = [_WORTH[letter] for letter in written]
    return sum(-a if a < b else a for a, b in zip(worths, [*worths[1:], 0], strict=True))


def ordinal(written: str) -> int | None:
    """Return the value of ``Kesatu``, ``KEDUA BELAS``, ``Keduabelas``, ``Ke-3``; else ``None``."""
    word = _apart(written.upper())
    if word in _SPECIAL:
        return _SPECIAL[word]
    if found := re.fullmatch(r"KE-? ?([0-9]{1,2})|([0-9]{1,2})", word):
        return int(found[1] or found[2])
    first, _, rest = word.removeprefix("KE").partition(" ")
    if not word.startswith("KE") or first not in _UNITS:
        return None
    unit = _UNITS.index(first) + 1
    if not rest:
        return unit
    head, _, tail = rest.partition(" ")
    if head == "BELAS" and not tail:
        return 10 + unit
    if head == "PULUH" and (not tail or tail in _UNITS):
        return 10 * unit + (_UNITS.index(tail) + 1 if tail else 0)
    return None


def _apart(word: str) -> str:
    """The words of an ordinal, that are often written as one."""
    joined = " ".join(word.split())
    return joined if joined.upper() in _SPECIAL else " ".join(_TENS.sub(r" \1 ", joined).split())


def ordinal_word(value: int) -> str | None:
    """Return the ordinal in capitals (``KESATU``, ``KEDUA BELAS``), ``None`` beyond ``99``."""
    tens, unit = divmod(value, 10)
    if not 0 < value < 100:
        return None
    if value in (10, 11):
        return next(word for word, worth in _SPECIAL.items() if worth == value)
    if tens == 1:
        return f"KE{_UNITS[unit - 1]} BELAS"
    if not tens:
        return f"KE{_UNITS[unit - 1]}"
    return f"KE{_UNITS[tens - 1]} PULUH" + (f" {_UNITS[unit - 1]}" if unit else "")


def place_of(kind: str, number: str) -> Position:
    """Return the place of a heading, pasal or diktum; ``NONE`` where it is not readable."""
    if kind in ("bagian", "diktum"):
        return (ordinal(number) or 0, 0)
    found = _INSERTED.fullmatch(number)
    value = None
    if found is not None:
        whole = roman(number)
        if whole is not None and not found[1].isdigit():
            return (whole, 0)
        value = int(found[1]) if found[1].isdigit() else roman(found[1])
    if found is None or value is None:
        return (ordinal(number) or 0, 0)
    return (value, letters_value(found[2].lower()))


def canonical(kind: str, number: str) -> str:
    """Return the number as ids have it: ``4`` for ``IV``, ``3a`` for ``3A``, ``kesatu``."""
    if kind in ("pasal", "diktum"):
        return "-".join(_apart(number.lower()).split())
    value, inserted = place_of(kind, number)
    return f"{value}{chr(96 + inserted) if inserted else ''}" if value else number.lower()


def letters_value(letters: str) -> int:
    """Return the value of letters in lower case, 1 for ``a``, 27 for ``aa``; 0 for none."""
    value = 0
    for letter in letters:
        value = 26 * value + ord(letter) - ord("a") + 1
    return value
