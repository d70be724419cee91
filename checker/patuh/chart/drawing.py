"""A chart on a page: as large as a sheet of A3 allows, with less in it where it must."""

from collections.abc import Iterator
from itertools import takewhile

from patuh.chart.cards import View
from patuh.chart.model import Structure, Tie
from patuh.chart.panels import Group, groups_of
from patuh.chart.routing import fewest_bundles
from patuh.chart.shapes import MARGIN, Drawing
from patuh.chart.sheet import Layout, least_height, notes_height
from patuh.knowledge.root import of_kb
from patuh.messages import Lang

A3 = (1190.55, 841.89)
"""Width and height of a sheet in points."""
_ROOM = A3[0] - 2 * MARGIN, A3[1] - 2 * MARGIN
_SCALES = (1.0, 1.15, 1.3, 1.5, 1.7)
_NARROW = (112.0, 96.0, 84.0, 76.0)
_LARGER = (1.41, 2.0, 2.83, 4.0, 5.66, 8.0, 16.0, 32.0)
"""Sheets beyond A3 for what does not fit there even with the inner units left out."""
_ALL = 99_999
_VIEWS = ((_ALL, _ALL), (_ALL, 8), (1, _ALL), (1, 8), (0, _ALL))
"""What is tried: units down to a depth, and so many of those beside each other in one unit."""
_MOST, _MOST_BOXES = 400, 800
"""Beyond so many units it is not tried on A3: with all of them, with the inner ones left out."""
_TOLD = (60, 24)
"""So many findings are written out, or so many if else it does not fit."""
_ROUNDED = 1e-6


@of_kb
def _latest() -> list[tuple[object, Drawing]]:
    """The chart that was drawn last, behind all that it was drawn from."""
    return []


def draw(structure: Structure, lang: Lang, *, whole: bool = False) -> Drawing:
    """The chart with all units, if their labels can be read on A3; else with fewer inner ones.

    A unit with a finding is always shown. What does not fit even so takes a larger sheet, and
    with `whole` that takes it too which would fit with fewer units. As long as none of this
    changes, only the text that it is said in, it is the same drawing, which nobody may change.
    """
    said = [(note.number, note.check, note.text) for note in structure.notes]
    shown = structure.title, [*structure.units.values()], structure.ties, said, lang, whole
    for known, drawing in _latest():
        if known == shown:
            return drawing
    drawing = _drawn(structure, lang, whole)
    _latest()[:] = [(shown, drawing)]
    return drawing


def _drawn(structure: Structure, lang: Lang, whole: bool) -> Drawing:
    groups = groups_of(structure, lang)
    tried: set[frozenset[str]] = set()
    for depth, family in _VIEWS[:1] if whole else _VIEWS:
        view = _view(structure, depth, family)
        crowded = len(view.shown) > (_MOST if depth == _ALL else _MOST_BOXES)
        if crowded or view.shown in tried:
            continue
        tried.add(view.shown)
        sheets = _Sheets(view, groups, lang)
        for told in _TOLD:
            if (found := sheets.largest(told)) is not None:
                layout, scale = found
                return layout.drawn(scale, told, lang)
    for larger in _LARGER:
        if larger**2 * _MOST_BOXES < len(view.shown) / 2 and larger < _LARGER[-1]:
            continue
        made = Layout(view, groups, _ROOM[0] * larger, _NARROW[0])
        if made.fits(_ROOM[1] * larger, _TOLD[0], lang):
            break
    return made.drawn(1.0, _TOLD[0], lang)


class _Sheets:
    """The layouts of a view: each is made once, and none that cannot fit."""

    def __init__(self, view: View, groups: list[Group], lang: Lang) -> None:
        self._view, self._groups, self._lang = view, groups, lang
        self._made: dict[tuple[float, float], Layout] = {}
        self._least: dict[tuple[float, float], float] = {}
        self._tracks = fewest_bundles(view)

    def largest(self, told: int) -> tuple[Layout, float] | None:
        """The layout that fits at the largest scale, below which none is too large, and the
        scale."""
        sizes = {scale: (_ROOM[0] / scale, _ROOM[1] / scale) for scale in _SCALES}
        able = takewhile(lambda scale: any(self._able(*sizes[scale], told)), _SCALES)
        for scale in reversed([*able]):
            layout = self._fitting(*sizes[scale], told)
            if layout is not None:
                return layout, scale
        return None

    def _fitting(self, whole: float, high: float, told: int) -> Layout | None:
        """The first that fits on a sheet of this width and height, with the widest columns."""
        for narrow in self._able(whole, high, told):
            layout = self._made.get((whole, narrow))
            if layout is None:
                layout = Layout(self._view, self._groups, whole, narrow)
                self._made[whole, narrow] = layout
            if layout.fits(high, told, self._lang):
                return layout
        return None

    def _able(self, whole: float, high: float, told: int) -> Iterator[float]:
        """The widths of columns, the widest first, of layouts that may fit."""
        notes = notes_height(self._view.structure.notes, told, whole, self._lang)
        for narrow in _NARROW:
            if self._lowest(whole, narrow) + notes <= high + _ROUNDED:
                yield narrow

    def _lowest(self, whole: float, narrow: float) -> float:
        """The least height of a layout of this width, once for each."""
        found = self._least.get((whole, narrow))
        if found is None:
            found = least_height(self._view, self._groups, whole, narrow, self._tracks)
            self._least[whole, narrow] = found
        return found


def _view(structure: Structure, depth: int, family: int) -> View:
    """What is shown down to a depth below the roots, and the first of a large family of units in
    which none lie; besides all with findings."""
    marked = {key for key, unit in structure.units.items() if unit.notes}
    for tie in structure.ties:
        if tie.notes:
            marked |= {tie.low, tie.high}
    shown: set[str] = set()
    crowded = {
        key
        for unit in structure.units.values()
        if len(unit.children) > family
        for key in unit.children[family:]
        if not structure.units[key].children
    }
    for key in structure.units:
        above = list(_above(structure, key))
        if (len(above) <= depth and key not in crowded) or key in marked:
            shown |= {key, *above}
    rails: dict[tuple[str, str], list[Tie]] = {}
    for tie in structure.ties:
        if structure.units[tie.low].parent == tie.high:
            rails.setdefault((tie.low, tie.high), []).append(tie)
    return View(structure, frozenset(shown), rails)


def _above(structure: Structure, key: str) -> Iterator[str]:
    parent = structure.units[key].parent
    while parent is not None:
        yield parent
        parent = structure.units[parent].parent
