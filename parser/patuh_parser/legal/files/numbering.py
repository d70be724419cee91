"""Word's automatic numbering: the label that each numbered paragraph shows.

Source: ECMA-376 part 1, 17.9. Lists with the same ``abstractNum`` count on together; a
``startOverride`` restarts the level when its ``num`` is first used; a paragraph restarts
the levels below its own, unless ``lvlRestart`` says otherwise.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace

from patuh_parser.legal.files.limits import MAX_LABEL
from patuh_parser.legal.files.styles import Styles
from patuh_parser.legal.files.wordml import child, children, is_on, number, value

LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"))
_ROMAN_LOW = ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MAX_ROMAN = 4999
_MAX_LETTERS = 780


class Level(Struct, frozen=True):
    """One level of a list; ``restart_after`` is ``lvlRestart``, ``None`` for the default."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart_after: int | None = None
    style: str | None = None


class Numbering:
    """The lists of ``word/numbering.xml`` and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._links: dict[str, str] = {}
        self._abstract: dict[str, dict[int, Level]] = {}
        self._nums: dict[int, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[int, int]] = set()
        style_lists: dict[str, str] = {}
        for element in children(root, "abstractNum"):
            name = value(element, "abstractNumId") or ""
            self._abstract[name] = _levels(element)
            if link := value(child(element, "numStyleLink")):
                self._links[name] = link
            if style := value(child(element, "styleLink")):
                style_lists[style] = name
        for element in children(root, "num"):
            self._add(element)
        self._links = {name: style_lists.get(style, name) for name, style in self._links.items()}

    def _add(self, element: Element) -> None:
        num_id = number(element, "numId")
        name = value(child(element, "abstractNumId"))
        if num_id is None or name is None:
            return
        levels: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for override in children(element, "lvlOverride"):
            at = number(override, "ilvl") or 0
            if (written := child(override, "lvl")) is not None:
                levels[at] = _level(written)
            if (start := number(child(override, "startOverride"))) is not None:
                starts[at] = start
        self._nums[num_id] = (name, levels, starts)

    def level_of_style(self, num_id: int, style: str | None) -> int | None:
        """Return the level of the list that is linked with a paragraph style."""
        if num_id not in self._nums or style is None:
            return None
        linked = (at for at, level in self._all_levels(num_id).items() if level.style == style)
        return next(linked, None)

    def label(self, num_id: int, at: int) -> tuple[str, bool] | None:
        """Count a paragraph of this list and level.

        Returns:
            The label it shows and whether it is a bullet; ``None`` without such a list.
        """
        if num_id not in self._nums or not 0 <= at < LEVELS:
            return None
        levels = self._all_levels(num_id)
        level = levels.get(at, Level(text=f"%{at + 1}."))
        counts = self._count(num_id, at, levels)
        if level.form == "bullet":
            return "•", True

        def shown(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            other = levels.get(place, Level())
            form = "decimal" if level.legal else other.form
            count = counts[place]
            return write_number(other.start if count is None else count, form)

        return _PLACEHOLDER.sub(shown, level.text).strip(), False

    def _count(self, num_id: int, at: int, levels: dict[int, Level]) -> list[int | None]:
        name, _, starts = self._nums[num_id]
        counts = self._counts.setdefault(self._links.get(name, name), [None] * LEVELS)
        for place in range(at + 1):
            if place in starts and (num_id, place) not in self._started:
                self._started.add((num_id, place))
                counts[place] = None
                levels[place] = replace(levels.get(place, Level()), start=starts[place])
                if place < at:
                    counts[place] = starts[place]
        level = levels.get(at, Level())
        count = counts[at]
        counts[at] = level.start if count is None else count + 1
        for place in range(at + 1, LEVELS):
            after = levels.get(place, Level()).restart_after
            if after is None or 0 < at + 1 <= after:
                counts[place] = None
        return counts

    def _all_levels(self, num_id: int) -> dict[int, Level]:
        name, overrides, _ = self._nums[num_id]
        return {**self._abstract.get(self._links.get(name, name), {}), **overrides}


def _levels(element: Element) -> dict[int, Level]:
    return {number(found, "ilvl") or 0: _level(found) for found in children(element, "lvl")}


def _level(element: Element) -> Level:
    start = number(child(element, "start"))
    return Level(
        start=1 if start is None else start,
        form=value(child(element, "numFmt")) or "decimal",
        text=(value(child(element, "lvlText")) or "")[:MAX_LABEL],
        legal=is_on(child(element, "isLgl")),
        restart_after=number(child(element, "lvlRestart")),
        style=value(child(element, "pStyle")),
    )


def write_number(count: int, form: str) -> str:
    """Return a count as Word writes it in a number format; unknown formats are decimal."""
    match form:
        case "none":
            return ""
        case "lowerLetter" | "upperLetter" if 0 < count <= _MAX_LETTERS:
            letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman" if 0 < count <= _MAX_ROMAN:
            roman = _roman(count)
            return roman.upper() if form == "upperRoman" else roman
        case "decimalZero" if 0 <= count < 10:
            return f"0{count}"
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for worth, letters in (*_ROMAN, *_ROMAN_LOW):
        written += letters * (count // worth)
        count %= worth
    return written
