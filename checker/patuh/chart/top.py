"""The top of a chart: leaders, secretary and assistants, one row each."""

from collections.abc import Iterator, Sequence

from patuh.chart.arrangement import arrangement
from patuh.chart.bands import EDGE, GUTTER, WIDEST, Band, Column, card_of, roots
from patuh.chart.cards import View

_WIDTH = 150.0


def top_bands(view: View, whole: float) -> Iterator[Band]:
    """The rows above the panels, in a chart of this width."""
    top, chart = arrangement().top, view.structure
    middle = (EDGE + whole - _WIDTH) / 2
    first = Band()
    beside, advisers = roots(chart, top.beside), roots(chart, top.advisers)
    at = _row(first, view, [beside], EDGE + GUTTER)
    at = _row(first, view, [[one] for one in roots(chart, top.leaders)], max(at, middle))
    stacks = 2 if len(advisers) > 1 and at + 2 * (_WIDTH + GUTTER) <= whole else 1
    split = -(-len(advisers) // stacks)
    at = max(at, whole - stacks * (_WIDTH + GUTTER))
    _row(first, view, [advisers[:split], advisers[split:]], at)
    second = Band()
    body = roots(chart, top.body)
    at = max(EDGE + GUTTER, middle - len(body) * (_WIDTH + GUTTER))
    _row(second, view, [[one] for one in (*body, *roots(chart, top.secretary))], at)
    yield from (band for band in (first, second) if band.top)
    assistants = roots(chart, top.assistants)
    most = max(1, int((whole - EDGE) // (_WIDTH + GUTTER)))
    for start in range(0, len(assistants), most):
        some = assistants[start : start + most]
        w = min(WIDEST, (whole - EDGE) / len(some) - GUTTER)
        taken = (w + GUTTER) * len(some)
        band = Band()
        _row(band, view, [[one] for one in some], (EDGE + whole - taken) / 2 + GUTTER, w)
        yield band


def _row(
    band: Band, view: View, stacks: Sequence[Sequence[str]], x: float, w: float = _WIDTH
) -> float:
    """Put columns side by side, the first at x; gives where the next would begin."""
    for stack in stacks:
        if stack:
            column = Column(x, w)
            for key in stack:
                column.add(card_of(view, key, w, "top"))
            band.top.append(column)
            x += w + GUTTER
    return x
