"""A drawing as PNG or PDF, through typst: with the font that typst brings, and none of the system.

Needs typst, the extra `chart`. The same drawing and day give the same bytes.
"""

import datetime
from typing import Literal

from patuh.chart.drawing import A3
from patuh.chart.shapes import Drawing
from patuh.chart.svg import render
from patuh.typesetting import typeset
from patuh_parser.text.shown import shown

_PIXELS = 160.0
"""Of a PNG, to the inch; fewer of a large sheet."""
_MOST_PIXELS = 12_000


def printed(drawing: Drawing, form: Literal["png", "pdf"], day: datetime.date) -> bytes:
    """The picture in its form, of a PDF on a sheet of A3 if it fits there.

    Raises `patuh.typesetting.TypstMissingError` without typst.
    """
    wide, high = drawing.sheet
    own = wide
    if form == "pdf" and wide <= A3[0] + 1 and high <= A3[1] + 1:
        wide, high = A3
    data = {
        "wide": wide,
        "high": high,
        "svgwide": own,
        "title": shown(drawing.title),
        "svg": render(drawing, fitted=False),
    }
    pixels = min(_PIXELS, _MOST_PIXELS * 72 / max(wide, high))
    return typeset("chart", data, form, day, pixels=pixels)
