"""The lines of a chart along the tracks that they were given, once every box has its place."""

from collections.abc import Iterable, Mapping, Sequence

from patuh.chart.bands import EDGE, GUTTER, Band
from patuh.chart.routing import TRACK, Bundle, Routes, Spot, Stand, enters
from patuh.chart.shapes import Box, Point, Stroke

_TOLD = 8
"""So many findings are named on a bundle; its boxes name all of theirs."""


def strokes(
    routes: Routes, bands: Sequence[Band], tops: Sequence[float], boxes: Mapping[str, Box]
) -> list[Stroke]:
    """The lines, once boxes have their places; `tops` are the upper edges of the channels."""
    return [
        Stroke(bundle.kind, points, bundle.faulty, notes)
        for at, bundle in enumerate(routes.bundles)
        for notes in [tuple(sorted({n for tie in bundle.ties for n in tie.notes}))[:_TOLD]]
        for points in _Ways(routes, bands, tops, boxes, at, bundle).points()
    ]


class _Ways:
    def __init__(
        self,
        routes: Routes,
        bands: Sequence[Band],
        tops: Sequence[float],
        boxes: Mapping[str, Box],
        at: int,
        bundle: Bundle,
    ) -> None:
        self._routes, self._bands, self._tops, self._boxes = routes, bands, tops, boxes
        self._at, self._bundle = at, bundle
        self._across: dict[int, list[float]] = {}
        self._gutters: dict[Spot, list[float]] = {}
        self._out: list[tuple[Point, ...]] = []

    def points(self) -> Iterable[tuple[Point, ...]]:
        bundle, stands = self._bundle, self._routes.stands
        for tie in bundle.ties:
            low = stands[tie.low]
            channel = enters(low, bundle)
            if low.over and channel == low.band:
                self._upright(tie.low, "top", channel, self._boxes[tie.low].y)
            else:
                self._aside(tie.low, low, channel)
        high = stands[bundle.high]
        if bundle.channel == high.band + 1:
            self._upright(bundle.high, "bottom", bundle.channel, self._boxes[bundle.high].bottom)
        elif high.over:
            self._upright(bundle.high, "top", bundle.channel, self._boxes[bundle.high].y)
        else:
            self._aside(bundle.high, high, bundle.channel)
        for (b, c), ys in self._gutters.items():
            x = self._gutter(b, c)
            self._out.append(((x, min(ys)), (x, max(ys))))
        if bundle.lane is not None:
            x = EDGE - 4 - min(bundle.lane * TRACK, EDGE - 8)
            ys = [self._level(channel) for channel in self._across]
            self._out.append(((x, min(ys)), (x, max(ys))))
            for xs in self._across.values():
                xs.append(x)
        for channel, xs in self._across.items():
            if max(xs) > min(xs):
                level = self._level(channel)
                self._out.append(((min(xs), level), (max(xs), level)))
        return self._out

    def _level(self, channel: int) -> float:
        return self._tops[channel] + 3.5 + TRACK * (self._bundle.tracks[channel] + 0.5)

    def _gutter(self, band: int, column: int) -> float:
        every = self._routes.gutters[band, column]
        step = min(TRACK, (GUTTER - 5) / len(every))
        return self._bands[band].columns[column].x - 3 - step * every.index(self._at)

    def _upright(self, key: str, side: str, channel: int, edge: float) -> None:
        """From an upper or lower edge straight to the channel."""
        box = self._boxes[key]
        every = self._routes.ports[key, side]
        nth = every.index(self._at)  # the first in the middle, the others to its sides in turn
        away = (nth + 1) // 2 * (1 if nth % 2 else -1)
        x = box.x + box.w / 2 + box.w * away / (len(every) + 1)
        self._out.append(((x, edge), (x, self._level(channel))))
        self._across.setdefault(channel, []).append(x)

    def _aside(self, key: str, stand: Stand, channel: int) -> None:
        """From the left edge to the gutter, and in it to the channel."""
        every = self._routes.ports[key, "left"]
        box = self._boxes[key]
        y = box.y + box.h * (every.index(self._at) + 1) / (len(every) + 1)
        x = self._gutter(stand.band, stand.column)
        self._out.append(((x, y), (box.x, y)))
        self._gutters.setdefault((stand.band, stand.column), []).extend((y, self._level(channel)))
        self._across.setdefault(channel, []).append(x)
