"""How many columns each panel gets, and which cards stand in which: as low a row as can be."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_STEPS = 16
"""Halvings of the range in which the least height lies."""


def packed(panels: Sequence[Sequence[float]], columns: int, gap: float) -> list[list[int]]:
    """How many of the cards of each panel stand in each of its columns, all in their order.

    `panels` holds the heights of cards; there are at least as many columns as panels. A column
    goes to the panel that is highest, as long as it has more cards than columns.
    """
    found = [parted(heights, 1, gap) for heights in panels]
    for _ in range(columns - len(panels)):
        order = sorted(range(len(panels)), key=lambda at: -_highest(panels[at], found[at], gap))
        able = next((at for at in order if len(found[at]) < len(panels[at])), None)
        if able is None:
            break
        found[able] = parted(panels[able], len(found[able]) + 1, gap)
    return found


def parted(heights: Sequence[float], columns: int, gap: float) -> list[int]:
    """So many cards for each column that the highest column is as low as it can be."""
    ends = [0.0, *accumulate(height + gap for height in heights)]
    least, most = max(heights), ends[-1]
    best = [len(heights)]
    for _ in range(_STEPS):
        limit = (least + most) / 2
        counts = _filled(ends, limit + gap)
        if len(counts) <= columns:
            best, most = counts, limit
        else:
            least = limit
    return best


def _filled(ends: Sequence[float], room: float) -> list[int]:
    """As many cards in each column as there is room for; `ends` are their lower edges in one."""
    counts, at = [], 0
    while at < len(ends) - 1:
        last = max(at + 1, bisect_right(ends, ends[at] + room) - 1)
        counts.append(last - at)
        at = last
    return counts


def _highest(heights: Sequence[float], counts: Sequence[int], gap: float) -> float:
    highest, at = 0.0, 0
    for count in counts:
        highest = max(highest, sum(heights[at : at + count]) + gap * (count - 1))
        at += count
    return highest
