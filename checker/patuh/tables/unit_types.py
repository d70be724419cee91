"""Types of units (`Tipe A`, `Kelas B`) in a column of their own or behind a name."""

import re
from functools import cache

from patuh.tables.words import plain
from patuh_parser.sotk.vocabulary import tables


def typed(name: str) -> tuple[str, str]:
    """A name without the type behind it, and that type; "" where there is none."""
    found = _behind().search(name)
    return (name[: found.start()], _said(found[1], found[2])) if found else (name, "")


def type_in(text: str, head: str) -> str | None:
    """The type in a cell of a column: by the word in the cell, else by that of the head."""
    words = plain(text).split()
    if len(words) == 1:
        word = next((word for word in plain(head).split() if word in _words()), _words()[0])
        words = [word, *words]
    known = len(words) == len(("Tipe", "A")) and words[0] in _words()
    return _said(*words) if known and len(words[1]) == 1 and words[1].isalpha() else None


def _said(word: str, letter: str) -> str:
    return f"{word.capitalize()} {letter.upper()}"


@cache
def _words() -> tuple[str, ...]:
    """The words before the letter of a type, in small letters, the usual one first."""
    return tuple(dict.fromkeys(word.casefold() for word in tables().types.values()))


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s+\(?({'|'.join(_words())})\s+([a-z])\)?\s*$", re.IGNORECASE)
