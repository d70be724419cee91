"""What the lines and marks of a chart mean: its legend."""

from patuh.chart.lettering import lines, width
from patuh.chart.model import KINDS, Kind
from patuh.chart.shapes import Stroke, Text
from patuh.messages import Lang, say

_SIZE = 7.5
_SAMPLE = 30.0
_ROW = 13.0


def legend(
    y: float,
    whole: float,
    numbers: bool,
    hidden: bool,
    left_out: int,
    lang: Lang,
    texts: list[Text],
    drawn: list[Stroke],
) -> float:
    """Write what each manner of line means that is used; gives where the legend ends."""
    kinds = {stroke.kind for stroke in drawn}
    signs: list[tuple[str, Kind | None, bool]] = [
        (say(f"chart.kind.{kind}", lang), kind, False) for kind in KINDS if kind in kinds
    ]
    if None in kinds:
        signs.append((say("chart.kind.part", lang), None, False))
    if any(stroke.faulty for stroke in drawn):
        signs.append((say("chart.faulty", lang), "accountability", True))
    x = 0.0
    for words, kind, wrong in signs:
        taken = _SAMPLE + 5 + width(words, _SIZE) + 18
        if x and x + taken > whole:
            x, y = 0.0, y + _ROW
        drawn.append(Stroke(kind, ((x, y - 2.5), (x + _SAMPLE, y - 2.5)), wrong))
        texts.append(Text(x + _SAMPLE + 5, y, words, _SIZE))
        x += taken
    said = []
    if numbers:
        said.append(say("chart.numbers", lang))
    if "accountability" in kinds:
        said.append(say("chart.first", lang))
    if hidden:
        said.append(say("chart.more", lang))
    if left_out:
        said.append(say("chart.left_out", lang, count=left_out))
    for line in lines(" ".join(said), whole, _SIZE):
        y += _ROW
        texts.append(Text(0, y, line, _SIZE))
    return y
