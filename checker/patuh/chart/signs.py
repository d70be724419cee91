"""What the lines and marks of a chart mean: its legend."""

from collections.abc import Set as AbstractSet

from msgspec import Struct

from patuh.chart.cards import Drawn
from patuh.chart.lettering import lines, width
from patuh.chart.model import KINDS, Kind
from patuh.chart.shapes import Stroke, Text
from patuh.messages import Lang, say

_SIZE = 7.5
_SAMPLE = 30.0
_ROW = 13.0


class Signs(Struct, frozen=True):
    """The manners of lines that are used, and what else is to be told."""

    kinds: AbstractSet[Kind | None]
    faulty: bool
    numbers: bool
    hidden: bool
    left_out: int


def legend(y: float, whole: float, used: Signs, lang: Lang, into: Drawn) -> float:
    """Write what each manner of line means that is used; gives where the legend ends."""
    signs: list[tuple[str, Kind | None, bool]] = [
        (say(f"chart.kind.{kind}", lang), kind, False) for kind in KINDS if kind in used.kinds
    ]
    if None in used.kinds:
        signs.append((say("chart.kind.part", lang), None, False))
    if used.faulty:
        signs.append((say("chart.faulty", lang), "accountability", True))
    x = 0.0
    for words, kind, wrong in signs:
        taken = _SAMPLE + 5 + width(words, _SIZE) + 18
        if x and x + taken > whole:
            x, y = 0.0, y + _ROW
        into.strokes.append(Stroke(kind, ((x, y - 2.5), (x + _SAMPLE, y - 2.5)), wrong))
        into.texts.append(Text(x + _SAMPLE + 5, y, words, _SIZE))
        x += taken
    said = []
    if used.numbers:
        said.append(say("chart.numbers", lang))
    if "accountability" in used.kinds:
        said.append(say("chart.first", lang))
    if used.hidden:
        said.append(say("chart.more", lang))
    if used.left_out:
        said.append(say("chart.left_out", lang, count=used.left_out))
    for line in lines(" ".join(said), whole, _SIZE):
        y += _ROW
        into.texts.append(Text(0, y, line, _SIZE))
    return y
