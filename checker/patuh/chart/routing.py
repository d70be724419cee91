"""The ways of lines between boxes: through gutters, channels and the left edge, beside every box.

Lines of one kind to one unit run together as a bundle. A bundle has one track in each gutter, in
each channel and at the edge, apart from those of the bundles that it would lie upon.
"""

from collections.abc import Sequence

from msgspec import Struct, field

from patuh.chart.bands import Band
from patuh.chart.cards import View
from patuh.chart.model import KINDS, Kind, Tie

CHANNEL, TRACK = 7.0, 3.2
"""The height of a channel without lines, and what each track adds."""
MOST_BUNDLES = 80
"""So many bundles can be told apart at most; further lines are counted, not drawn."""
_BETWEEN = 40
"""So many of them may be lines between units of like rank."""

Spot = tuple[int, int]
"""A gutter: band and column."""


class Stand(Struct):
    """Where a box stands: its gutter, and whether its upper and its lower edge are free."""

    band: int
    column: int
    over: bool
    under: bool


class Bundle(Struct):
    """Lines of one kind that lead to one unit, by one channel."""

    kind: Kind
    faulty: bool
    high: str
    channel: int
    ties: list[Tie] = field(default_factory=list)
    lane: int | None = None
    tracks: dict[int, int] = field(default_factory=dict)


class Routes(Struct):
    """The bundles, with the tracks that each channel has; lines that are not drawn are counted."""

    stands: dict[str, Stand]
    bundles: list[Bundle]
    gutters: dict[Spot, list[int]]
    ports: dict[tuple[str, str], list[int]]
    tracks: list[int]
    left_out: int


def routed(view: View, bands: Sequence[Band]) -> Routes:
    """The ways of all lines between the boxes of these bands that are no rails of a card."""
    chart, stands = view.structure, _stands(view, bands)
    bundles: dict[tuple[Kind, bool, str, int], Bundle] = {}
    for tie in chart.ties:
        low, high = stands.get(tie.low), stands.get(tie.high)
        if low is None or high is None or chart.units[tie.low].parent == tie.high:
            continue
        channel = high.band + 1 if low.band > high.band and high.under else high.band
        key = (tie.kind, bool(tie.notes), tie.high, channel)
        bundles.setdefault(key, Bundle(*key)).ties.append(tie)
    order = sorted(bundles.values(), key=lambda b: (not b.faulty, KINDS.index(b.kind)))
    kept: list[Bundle] = []
    between = 0
    for bundle in order:
        between += bundle.kind == "work" and not bundle.faulty
        if len(kept) < MOST_BUNDLES and between <= _BETWEEN:
            kept.append(bundle)
    left = sum(len(bundle.ties) for bundle in order) - sum(len(bundle.ties) for bundle in kept)
    routes = Routes(stands, kept, {}, {}, [0] * (len(bands) + 1), left)
    for at, bundle in enumerate(kept):
        _enter(routes, at, bundle)
    lows = [{tie.low for tie in bundle.ties} for bundle in kept]
    for (unit, _), ports in routes.ports.items():
        ports.sort(key=lambda at: unit not in lows[at])
    _lanes(routes)
    _channels(routes)
    return routes


def fewest_bundles(view: View) -> int:
    """No layout of these boxes has fewer bundles: as if each ran by one channel."""
    chart, shown = view.structure, view.shown
    found = {
        (tie.kind, bool(tie.notes), tie.high)
        for tie in chart.ties
        if tie.low in shown and tie.high in shown and chart.units[tie.low].parent != tie.high
    }
    between = sum(kind == "work" and not faulty for kind, faulty, _ in found)
    return min(MOST_BUNDLES, len(found) - max(0, between - _BETWEEN))


def _stands(view: View, bands: Sequence[Band]) -> dict[str, Stand]:
    found: dict[str, Stand] = {}
    for b, band in enumerate(bands):
        for c, column in enumerate(band.columns):
            keys = [key for card in column.cards for key in view.card(card.key)]
            found.update((key, Stand(b, c, False, False)) for key in keys)
            if band.top:
                found[keys[0]].over = found[keys[-1]].under = True
    return found


def enters(stand: Stand, bundle: Bundle) -> int:
    """The channel by which a line of the bundle leaves the column of a box."""
    return stand.band if bundle.channel <= stand.band else stand.band + 1


def _enter(routes: Routes, at: int, bundle: Bundle) -> None:
    """Note the bundle at every gutter and port that it uses."""
    high = routes.stands[bundle.high]
    for tie in bundle.ties:
        low = routes.stands[tie.low]
        if low.over and enters(low, bundle) == low.band:
            routes.ports.setdefault((tie.low, "top"), []).append(at)
        else:
            _at_gutter(routes, at, low, tie.low)
    if bundle.channel == high.band + 1:
        routes.ports.setdefault((bundle.high, "bottom"), []).append(at)
    elif high.over:
        routes.ports.setdefault((bundle.high, "top"), []).append(at)
    else:
        _at_gutter(routes, at, high, bundle.high)


def _at_gutter(routes: Routes, at: int, stand: Stand, key: str) -> None:
    for where in (
        routes.gutters.setdefault((stand.band, stand.column), []),
        routes.ports.setdefault((key, "left"), []),
    ):
        if at not in where:
            where.append(at)


def channels_of(routes: Routes, bundle: Bundle) -> set[int]:
    """The channels that a bundle runs in."""
    used = {enters(routes.stands[tie.low], bundle) for tie in bundle.ties}
    return used | {bundle.channel}


def _lanes(routes: Routes) -> None:
    """A track at the left edge for each bundle that runs in several channels."""
    taken: list[list[tuple[int, int]]] = []
    for bundle in routes.bundles:
        used = channels_of(routes, bundle)
        if len(used) > 1:
            bundle.lane = _free(taken, (min(used), max(used)))


def _channels(routes: Routes) -> None:
    """A track in each channel for each bundle that runs there."""
    for bundle in routes.bundles:
        for channel in channels_of(routes, bundle):
            bundle.tracks[channel] = routes.tracks[channel]
            routes.tracks[channel] += 1


def _free(taken: list[list[tuple[int, int]]], wanted: tuple[int, int]) -> int:
    for at, spans in enumerate(taken):
        if all(wanted[1] < first or last < wanted[0] for first, last in spans):
            spans.append(wanted)
            return at
    taken.append([wanted])
    return len(taken) - 1


def height(routes: Routes, channel: int) -> float:
    """The height of a channel."""
    return CHANNEL + TRACK * max(0, routes.tracks[channel])
