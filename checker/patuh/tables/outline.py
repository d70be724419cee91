"""Outlines: how deep a row stands by its number, its column or its indentation."""

import re

from msgspec import Struct

MARK = re.compile(
    r"\s*(\(?(?:\d{1,3}(?:\.\d{1,3}){0,6}|[ivxl]{1,6}|[IVXL]{1,6}|[A-Za-z])(?:\.\)|[.)])"
    r"|\d{1,3}(?:\.\d{1,3}){1,6}(?=\s)|[-–•▪](?=\s))\s*"
)
"""The number or bullet before a name."""
BARE = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,6}|[ivxl]{1,6}|[IVXL]{1,6}|[A-Za-z])(?:\.\)|[.)])?|[-–•▪]"
)
"""A cell that holds a number or bullet alone."""

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class _Level(Struct):
    """A level of numbers: their form, and the last of them."""

    form: str
    parts: tuple[int, ...]


class Numbers:
    """The levels that are open while the numbers of an outline are read, row by row."""

    def __init__(self) -> None:
        self._open: list[_Level] = []

    def depth(self, mark: str) -> int | None:
        """How deep a number stands; None if the number above it is missing.

        A form that is open goes on at its level, a new one begins a level below.
        """
        ways = _read(mark)
        for form, parts in ways:  # what goes on with a level is meant before what begins one
            for at in range(len(self._open) - 1, -1, -1):
                level = self._open[at]
                if level.form == form and parts[-1] == level.parts[-1] + 1:
                    return self._at(at, form, parts)
        for form, parts in ways:
            for at, level in enumerate(self._open):
                if level.form == form:
                    return self._at(at, form, parts)
        form, parts = next((way for way in ways if way[1][-1] == 1), ways[0])
        return self._at(len(self._open), form, parts)

    def _at(self, at: int, form: str, parts: tuple[int, ...]) -> int | None:
        del self._open[at:]
        if len(parts) > 1 and (not self._open or self._open[-1].parts[-1] != parts[-2]):
            return None
        self._open.append(_Level(form, parts))
        return at


def _read(mark: str) -> list[tuple[str, tuple[int, ...]]]:
    """The form and the numbers of a mark; `i` may be a letter and a number."""
    bare = mark.strip().strip("().")
    around = re.sub(r"\w+(?:\.\w+)*", "#", mark.strip())
    if not bare or not bare[0].isalnum():
        return [(mark.strip() or "-", (1,))]
    if bare[0].isdigit():
        parts = tuple(map(int, bare.split(".")))
        around = around.rstrip(".") if len(parts) > 1 else around
        return [(f"{around} 1{'.1' * (len(parts) - 1)}", parts)]
    case = "A" if bare.isupper() else "a"
    ways: list[tuple[str, tuple[int, ...]]] = []
    if set(bare.lower()) <= _ROMAN.keys():
        ways.append((f"{around} {case}-roman", (_roman(bare.lower()),)))
    if len(bare) == 1:
        ways.append((f"{around} {case}", (ord(bare.lower()) - ord("a") + 1,)))
    return ways


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
