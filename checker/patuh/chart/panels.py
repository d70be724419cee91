"""The panels of a chart: units that lie in no other one, by sort and by who co-ordinates them."""

from collections.abc import Iterator

from msgspec import Struct

from patuh.chart.arrangement import arrangement
from patuh.chart.bands import (
    CARD_GAP,
    EDGE,
    FRAME,
    GUTTER,
    WIDEST,
    Band,
    Column,
    Panel,
    above,
    card_of,
    title_height,
)
from patuh.chart.cards import HEAD, View
from patuh.chart.lettering import lines
from patuh.chart.model import Structure
from patuh.chart.packing import packed
from patuh.chart.shapes import Look
from patuh.knowledge.norms import sorts
from patuh.messages import Lang, say


class Group(Struct, frozen=True):
    """What stands in one panel: headings, each with units."""

    title: str
    look: Look
    blocks: dict[str, list[str]]

    @property
    def cards(self) -> list[tuple[str, str]]:
        """The units, each with the heading above it if it is the first of a block."""
        return [
            (key, "" if at else heading)
            for heading, keys in self.blocks.items()
            for at, key in enumerate(keys)
        ]


def panel_bands(view: View, whole: float, narrow: float, groups: list[Group]) -> Iterator[Band]:
    """The panels in as many rows as their number needs, with columns no narrower than `narrow`."""
    for some, columns, w in _rows(groups, whole, narrow):
        yield _band(view, some, columns, w)


def _rows(
    groups: list[Group], whole: float, narrow: float
) -> Iterator[tuple[list[Group], int, float]]:
    """The panels of each row, how many columns they share, and how wide one is."""
    room = whole - EDGE
    most = max(1, int(room // (narrow + GUTTER)))
    for start in range(0, len(groups), most):
        some = groups[start : start + most]
        columns = min(most, sum(len(group.cards) for group in some))
        yield some, columns, min(WIDEST, (room - FRAME * len(some)) / columns - GUTTER)


def row_heights(view: View, whole: float, narrow: float, groups: list[Group]) -> Iterator[float]:
    """No rows of panels with these columns are lower: as if all columns of one were equally high,
    and no title and no heading took a second line."""
    for some, columns, w in _rows(groups, whole, narrow):
        cards = [(key, group.look, heading) for group in some for key, heading in group.cards]
        high = sum(view.height(key, w, look) for key, look, _ in cards)
        high += sum(above(1) for _, _, heading in cards if heading)
        yield title_height(1) + (high + CARD_GAP * (len(cards) - columns)) / columns + FRAME


def _band(view: View, groups: list[Group], columns: int, w: float) -> Band:
    """One row of panels that share its columns."""
    cards = [
        [card_of(view, key, w, group.look, heading) for key, heading in group.cards]
        for group in groups
    ]
    heights = [[card.height for card in some] for some in cards]
    band, x = Band(), EDGE
    for group, some, counts in zip(groups, cards, packed(heights, columns, CARD_GAP), strict=True):
        panel = Panel(lines(group.title, w, HEAD, bold=True), [])
        at = 0
        for count in counts:
            column = Column(x + GUTTER, w)
            for card in some[at : at + count]:
                column.add(card)
            panel.columns.append(column)
            x, at = x + GUTTER + w, at + count
        band.panels.append(panel)
        x += FRAME
    return band


def groups_of(chart: Structure, lang: Lang) -> list[Group]:
    """What stands in which panel."""
    table = arrangement()
    by_whom = [tie for tie in reversed(chart.ties) if tie.kind == "coordination"]
    above = {tie.low: tie.high for tie in by_whom}
    heads = table.top.assistants
    above |= {tie.low: tie.high for tie in by_whom if chart.units[tie.high].sort in heads}
    found: dict[int, dict[str, list[str]]] = {}
    for unit in chart.units.values():
        if unit.parent is not None or unit.sort in table.top.every:
            continue
        head = chart.units.get(above.get(unit.key, ""))
        heading = ""
        if head is not None and head.sort in table.top.every:
            heading = say("chart.coordinated", lang, name=head.name)
        panel = table.panels.index(table.panel_of(unit.sort))
        found.setdefault(panel, {}).setdefault(heading, []).append(unit.key)
    groups: list[Group] = []
    for at, blocks in sorted(found.items()):
        panel_sorts = table.panels[at].sorts
        outside = panel_sorts and set(panel_sorts) <= sorts(()).outside
        count = sum(map(len, blocks.values()))
        title = f"{getattr(table.panels[at], lang)} ({count})"
        groups.append(Group(title, "outer" if outside else "agency", blocks))
    return groups
