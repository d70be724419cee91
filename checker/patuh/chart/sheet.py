"""A chart with columns of one width, laid out: boxes and lines, legend, findings."""

from collections.abc import Sequence

from patuh.chart.bands import EDGE, FRAME, GUTTER, Band, moved
from patuh.chart.cards import HEAD, LEAD, View
from patuh.chart.lettering import lines
from patuh.chart.model import Note
from patuh.chart.panels import Group, panel_bands
from patuh.chart.routing import height, routed
from patuh.chart.shapes import Drawing, Frame, Text
from patuh.chart.signs import legend
from patuh.chart.top import top_bands
from patuh.chart.ways import strokes
from patuh.messages import Lang, say

_NOTE = 7.5
_TITLE = 11.0


class Layout:
    """What of a structure is shown, on a sheet of this width, in columns that are so narrow."""

    def __init__(self, view: View, groups: list[Group], whole: float, narrow: float) -> None:
        self._structure, self._whole = view.structure, whole
        every = [*top_bands(view, whole), *panel_bands(view, whole, narrow, groups)]
        ways = routed(view.structure, every)
        self._ways, self._bands = ways, every
        self._texts: list[Text] = []
        self._frames: list[Frame] = []
        y = 0.0
        for line in lines(view.structure.title, whole, _TITLE, bold=True):
            y += _TITLE * 1.25
            self._texts.append(Text(0, y, line, _TITLE, bold=True))
        self._tops: list[float] = []
        for index, band in enumerate(every):
            self._tops.append(y)
            y += height(ways, index)
            _settle(band, y, self._frames, self._texts)
            y += band.height
        self._tops.append(y)
        self.end = y + height(ways, len(every))
        """Where the legend begins."""
        columns = [column for band in every for column in band.columns]
        self._within = [stroke for column in columns for stroke in column.strokes]
        self._boxes = [box for column in columns for box in column.boxes]

    def drawn(self, scale: float, told: int, lang: Lang) -> Drawing:
        """The whole, with the legend and so many findings written out."""
        structure, whole = self._structure, self._whole
        texts = [*self._texts]
        drawn = [*self._within, *strokes(self._ways, self._bands, self._tops)]
        left_out = self._ways.left_out
        hidden = any(box.hidden for box in self._boxes)
        marked = bool(structure.notes)
        y = legend(self.end + 10, whole, marked, hidden, left_out, lang, texts, drawn)
        y = _write_notes(structure.notes, told, y + 4, whole, lang, texts)
        said = {note.number: note.text for note in structure.notes}
        return Drawing(
            structure.title, whole, y + 4, scale, self._boxes, self._frames, texts, drawn, said
        )


def notes_height(notes: Sequence[Note], most: int, whole: float, lang: Lang) -> float:
    """How high the findings are, the first so many written out."""
    return _write_notes(notes, most, 0, whole, lang, [])


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
