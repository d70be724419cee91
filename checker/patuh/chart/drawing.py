"""A chart laid out on a page: as large as a sheet of A3 allows, with less in it where it must."""

from collections.abc import Iterator, Sequence

from patuh.chart.bands import EDGE, FRAME, GUTTER, Band, moved
from patuh.chart.cards import HEAD, LEAD, View
from patuh.chart.lettering import lines
from patuh.chart.model import Note, Structure, Tie
from patuh.chart.panels import panel_bands
from patuh.chart.routing import height, routed
from patuh.chart.shapes import MARGIN, Drawing, Frame, Text
from patuh.chart.signs import legend
from patuh.chart.top import top_bands
from patuh.chart.ways import strokes
from patuh.messages import Lang, say

A3 = (1190.55, 841.89)
"""Width and height of a sheet in points."""
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
_NOTE = 7.5
_TITLE = 11.0


def draw(structure: Structure, lang: Lang, *, whole: bool = False) -> Drawing:
    """The chart with all units, if their labels can be read on A3; else with fewer inner ones.

    A unit with a finding is always shown. What does not fit even so takes a larger sheet, and
    with `whole` that takes it too which would fit with fewer units.
    """
    wide, high = A3[0] - 2 * MARGIN, A3[1] - 2 * MARGIN
    for depth, family in _VIEWS[:1] if whole else _VIEWS:
        view = _view(structure, depth, family)
        if len(view.shown) > (_MOST if depth == _ALL else _MOST_BOXES):
            continue
        for told in _TOLD:
            best: Drawing | None = None
            for scale in _SCALES:
                tried = (
                    _laid_out(view, wide / scale, narrow, scale, told, lang) for narrow in _NARROW
                )
                fitting = next((one for one in tried if _fits(one, high / scale)), None)
                if fitting is None:
                    break
                best = fitting
            if best is not None:
                return best
    for larger in _LARGER:
        if larger**2 * _MOST_BOXES < len(view.shown) / 2 and larger < _LARGER[-1]:
            continue
        made = _laid_out(view, wide * larger, _NARROW[0], 1.0, _TOLD[0], lang)
        if _fits(made, high * larger):
            break
    return made


def _fits(made: Drawing, high: float) -> bool:
    """Whether it is no higher than that, and no row is wider than the sheet."""
    return made.height <= high and all(box.x + box.w <= made.width for box in made.boxes)


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


def _laid_out(
    view: View, whole: float, narrow: float, scale: float, told: int, lang: Lang
) -> Drawing:
    structure = view.structure
    every = [*top_bands(view, whole), *panel_bands(view, whole, narrow, lang)]
    ways = routed(structure, every)
    texts: list[Text] = []
    y = 0.0
    for line in lines(structure.title, whole, _TITLE, bold=True):
        y += _TITLE * 1.25
        texts.append(Text(0, y, line, _TITLE, bold=True))
    tops: list[float] = []
    frames: list[Frame] = []
    for index, band in enumerate(every):
        tops.append(y)
        y += height(ways, index)
        _settle(band, y, frames, texts)
        y += band.height
    tops.append(y)
    y += height(ways, len(every))
    drawn = [stroke for band in every for column in band.columns for stroke in column.strokes]
    drawn += strokes(ways, every, tops)
    boxes = [box for band in every for column in band.columns for box in column.boxes]
    hidden = any(box.hidden for box in boxes)
    y = legend(y + 10, whole, bool(structure.notes), hidden, ways.left_out, lang, texts, drawn)
    y = _write_notes(structure.notes, told, y + 4, whole, lang, texts)
    notes = {note.number: note.text for note in structure.notes}
    return Drawing(structure.title, whole, y + 4, scale, boxes, frames, texts, drawn, notes)


def _settle(band: Band, y: float, frames: list[Frame], texts: list[Text]) -> None:
    """Put a band at its place on the page."""
    for panel in band.panels:
        first, last = panel.columns[0], panel.columns[-1]
        most = max(column.height for column in panel.columns)
        left = first.x - GUTTER
        frames.append(Frame(left, y, last.x + last.w + 4 - left, band.heading + most + FRAME))
        for row, line in enumerate(panel.title):
            base = y + 2 + LEAD * HEAD * (row + 1)
            texts.append(Text(first.x, base, line, HEAD, bold=True))
    for column in band.columns:
        moved(column.boxes, column.strokes, column.texts, 0, y + band.heading)
        texts += column.texts


def _write_notes(
    notes: Sequence[Note], most: int, y: float, whole: float, lang: Lang, texts: list[Text]
) -> float:
    """The findings with their numbers, in columns; gives where they end."""
    if not notes:
        return y
    count = max(1, round((whole - EDGE) / 280))
    room = whole / count - 30
    told = [(str(note.number), f"[{note.check}] {note.text}") for note in notes[:most]]
    if len(notes) > most:
        told.append(("", say("chart.further", lang, count=len(notes) - most)))
    pieces = [(number, lines(text, room, _NOTE)) for number, text in told]
    y += 14
    texts.append(Text(0, y, say("chart.findings", lang), HEAD, bold=True))
    y += 4
    target = sum(len(said) for _, said in pieces) / count
    column, used, at, end = 0, 0, y, y
    for number, said in pieces:
        if used >= target and column < count - 1:
            column, used, at = column + 1, 0, y
        x = column * whole / count
        texts.append(Text(x + 16, at + 9, number, _NOTE, bold=True, anchor="end", faulty=True))
        for line in said:
            at += 9
            texts.append(Text(x + 20, at, line, _NOTE))
        at += 2
        used += len(said)
        end = max(end, at)
    return end
