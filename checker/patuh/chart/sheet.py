"""A chart with columns of one width, laid out: boxes and lines, legend, findings."""

from collections.abc import Iterator, Sequence

from patuh.chart.bands import EDGE, FRAME, GUTTER, Band
from patuh.chart.cards import HEAD, LEAD, Drawn, View
from patuh.chart.lettering import lines
from patuh.chart.model import Note
from patuh.chart.panels import Group, panel_bands, row_heights
from patuh.chart.routing import CHANNEL, TRACK, height, routed
from patuh.chart.shapes import Drawing, Frame, Text
from patuh.chart.signs import Signs, legend
from patuh.chart.top import top_bands
from patuh.chart.ways import strokes
from patuh.messages import Lang, say

_NOTE = 7.5
_TITLE = 11.0
_ROW = _TITLE * 1.25
"""The height of a line of the title."""
_OVER, _BETWEEN, _UNDER = 10, 4, 4
"""Room over the legend, between it and the findings, and under them."""


class Layout:
    """What of a structure is shown, on a sheet of this width, in columns that are so narrow."""

    def __init__(self, view: View, groups: list[Group], whole: float, narrow: float) -> None:
        self._view, self._whole = view, whole
        self._bands = [*top_bands(view, whole), *panel_bands(view, whole, narrow, groups)]
        self._ways = routed(view, self._bands)
        self._title = lines(view.structure.title, whole, _TITLE, bold=True)
        self._tops = [_ROW * len(self._title)]
        """The upper edges of the channels."""
        for index, band in enumerate(self._bands):
            self._tops.append(self._tops[-1] + height(self._ways, index) + band.height)
        self._end = self._tops[-1] + height(self._ways, len(self._bands))
        """Where the legend begins."""

    def fits(self, high: float, told: int, lang: Lang) -> bool:
        """Whether it is no higher than that, and no row is wider than the sheet."""
        columns = (column for band in self._bands for column in band.columns)
        wide = max((column.x + column.w for column in columns), default=0)
        return wide <= self._whole and self._foot(told, lang, Drawn()) <= high

    def drawn(self, scale: float, told: int, lang: Lang) -> Drawing:
        """The whole, with the legend and so many findings written out."""
        structure, whole, into = self._view.structure, self._whole, Drawn()
        for row, line in enumerate(self._title, 1):
            into.texts.append(Text(0, _ROW * row, line, _TITLE, bold=True))
        frames: list[Frame] = []
        for index, band in enumerate(self._bands):
            top = self._tops[index] + height(self._ways, index)
            frames += _frames(band, top, into.texts)
            for column in band.columns:
                column.draw(self._view, top + band.heading, into)
        boxes = {box.key: box for box in into.boxes}
        into.strokes += strokes(self._ways, self._bands, self._tops, boxes)
        end = self._foot(told, lang, into)
        said = {note.number: note.text for note in structure.notes}
        return Drawing(
            structure.title, whole, end, scale, into.boxes, frames, into.texts, into.strokes, said
        )

    def _foot(self, told: int, lang: Lang, into: Drawn) -> float:
        """Write the legend and the findings; gives where the drawing ends."""
        notes, whole = self._view.structure.notes, self._whole
        rails, bundles = self._view.rails_drawn, self._ways.bundles
        signs = Signs(
            {tie.kind if tie else None for tie in rails} | {bundle.kind for bundle in bundles},
            any(tie and tie.notes for tie in rails) or any(bundle.faulty for bundle in bundles),
            bool(notes),
            any(self._view.signs(key)[0] for key in self._view.shown),
            self._ways.left_out,
        )
        y = legend(self._end + _OVER, whole, signs, lang, into)
        return _write_notes(notes, told, y + _BETWEEN, whole, lang, into.texts) + _UNDER


def least_height(
    view: View, groups: list[Group], whole: float, narrow: float, tracks: int
) -> float:
    """No layout is lower, the findings apart: with a title of one line and the fewest tracks."""
    bands = [band.height for band in top_bands(view, whole)]
    bands += row_heights(view, whole, narrow, groups)
    channels = CHANNEL * (len(bands) + 1) + TRACK * tracks
    return _ROW + sum(bands) + channels + _OVER + _BETWEEN + _UNDER


def notes_height(notes: Sequence[Note], most: int, whole: float, lang: Lang) -> float:
    """How high the findings are, the first so many written out."""
    return _write_notes(notes, most, 0, whole, lang, [])


def _frames(band: Band, y: float, texts: list[Text]) -> Iterator[Frame]:
    """The frames of the panels of a band at its place, with their titles."""
    for panel in band.panels:
        first, last = panel.columns[0], panel.columns[-1]
        most = max(column.height for column in panel.columns)
        left = first.x - GUTTER
        yield Frame(left, y, last.x + last.w + 4 - left, band.heading + most + FRAME)
        for row, line in enumerate(panel.title):
            base = y + 2 + LEAD * HEAD * (row + 1)
            texts.append(Text(first.x, base, line, HEAD, bold=True))


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
