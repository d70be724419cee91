"""A drawing as SVG: no scripts, no styles from elsewhere, every name escaped."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape

from patuh.chart.cards import LEAD, PAD_X, PAD_Y, PILL
from patuh.chart.lettering import width
from patuh.chart.model import Kind
from patuh.chart.shapes import MARGIN, Box, Drawing, Look, Stroke, Text
from patuh_parser.text.shown import shown

_FONTS = "Arial, 'Liberation Sans', Arimo, Helvetica, 'Libertinus Serif', sans-serif"
_RED, _PALE_RED, _GREY = "#b00020", "#fdecee", "#5c6b78"
_FILLS: Mapping[Look, tuple[str, str, str]] = {
    "top": ("#dfe8f1", "#24405c", "#10202f"),
    "agency": ("#eef4ea", "#4d6b3c", "#14210c"),
    "inner": ("#ffffff", "#9aa5ae", "#1d2730"),
    "outer": ("#f4f0e6", "#7d6b3d", "#2a230f"),
}
"""Inside, edge and letters of a box."""
_STROKES: Mapping[Kind | None, tuple[str, str]] = {
    "accountability": ("#24405c", 'stroke-width="0.9"'),
    "command": ("#4a2a6b", 'stroke-width="2.2"'),
    "coordination": ("#1f6b45", 'stroke-width="0.9" stroke-dasharray="4 2.4"'),
    "work": ("#7a5a10", 'stroke-width="1" stroke-dasharray="1 1.8"'),
    None: ("#b3bcc4", 'stroke-width="0.6"'),
}
"""Colour and manner of a line; the manner alone tells the kinds apart."""


def render(
    drawing: Drawing, *, fitted: bool = True, inline: bool = False, keyed: bool = False
) -> str:
    """The whole picture.

    `fitted` holds each line of text to its measured width, whatever font a browser has; `inline`
    leaves out what only a file of its own needs, for a place within HTML; `keyed` tells the key of
    each box as `data-unit`.
    """
    return "".join(_parts(drawing, fitted, inline, keyed))


def _parts(drawing: Drawing, fitted: bool, inline: bool, keyed: bool) -> Iterator[str]:
    wide, high = drawing.sheet
    if not inline:
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "" if inline else ' xmlns="http://www.w3.org/2000/svg"'
    yield (
        f'<svg{space} viewBox="0 0 {_n(wide)} {_n(high)}" '
        f'width="{_n(wide)}" height="{_n(high)}" role="img" font-family="{_FONTS}">'
        f"<title>{_text(drawing.title)}</title>"
        f'<rect width="{_n(wide)}" height="{_n(high)}" fill="#fff"/>'
        f'<g transform="translate({_n(MARGIN)} {_n(MARGIN)}) scale({_n(drawing.scale)})">\n'
    )
    for frame in drawing.frames:
        yield (
            f'<rect x="{_n(frame.x)}" y="{_n(frame.y)}" width="{_n(frame.w)}" '
            f'height="{_n(frame.h)}" rx="4" fill="#fafbfc" stroke="#c6ced6" stroke-width="0.6"/>\n'
        )
    for stroke in sorted(drawing.strokes, key=lambda one: one.faulty):
        yield _stroke(stroke, drawing.notes)
    for box in drawing.boxes:
        yield from _box(box, drawing.notes, fitted, keyed)
    for text in drawing.texts:
        yield _line(text, _RED if text.faulty else "#1d2730", fitted) + "\n"
    yield "</g></svg>\n"


def _stroke(stroke: Stroke, notes: Mapping[int, str]) -> str:
    colour, manner = _STROKES[stroke.kind]
    colour = _RED if stroke.faulty else colour
    path = "M" + "L".join(f"{_n(x)},{_n(y)}" for x, y in stroke.points)
    drawn = f'<path d="{path}" fill="none" stroke="{colour}" {manner}/>'
    if stroke.faulty:
        halo = f'<path d="{path}" fill="none" stroke="#f4b6bf" stroke-width="3.4"/>'
        told = "\n".join(f"{number}. {notes[number]}" for number in stroke.notes)
        return f"<g><title>{_text(told, chr(10))}</title>{halo}{drawn}</g>\n"
    return f"{drawn}\n"


def _box(box: Box, notes: Mapping[int, str], fitted: bool, keyed: bool) -> Iterator[str]:
    fill, edge, ink = _FILLS[box.look]
    if box.notes:
        fill, edge = _PALE_RED, _RED
    yield f'<g data-unit="{_text(box.key)}">' if keyed else "<g>"
    told = [box.name, *(f"{number}. {notes[number]}" for number in box.notes), *box.hidden]
    yield f"<title>{_text(chr(10).join(told), chr(10))}</title>"
    thick = "1.6" if box.notes else "0.7"
    yield (
        f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.w)}" height="{_n(box.h)}" '
        f'rx="2" fill="{fill}" stroke="{edge}" stroke-width="{thick}"/>'
    )
    for text in labels(box):
        yield _line(text, ink, fitted)
    x = box.x + box.w
    for pill in reversed(box.pills):
        x -= pill.w + 2
        colour = _RED if pill.faulty else _GREY
        yield (
            f'<rect x="{_n(x)}" y="{_n(box.y + 2.2)}" width="{_n(pill.w)}" height="9" rx="4.5" '
            f'fill="{colour}"/>'
        )
        label = Text(x + pill.w / 2, box.y + 9.3, pill.text, PILL, bold=True, anchor="middle")
        yield _line(label, "#fff", fitted)
    yield "</g>\n"


def labels(box: Box) -> Iterator[Text]:
    """The lines of a label at their places."""
    bold = box.look != "inner"
    lead = box.size * LEAD
    for at, line in enumerate(box.lines):
        base = box.y + PAD_Y + lead * at + box.size * 0.9
        yield Text(box.x + PAD_X, base, line, box.size, bold=bold)


def _line(text: Text, ink: str, fitted: bool) -> str:
    held = ""
    if fitted and len(text.text) > 1:
        wide = width(text.text, text.size, bold=text.bold)
        held = f' textLength="{_n(wide)}" lengthAdjust="spacingAndGlyphs"'
    bold = ' font-weight="700"' if text.bold else ""
    anchor = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
    return (
        f'<text x="{_n(text.x)}" y="{_n(text.y)}" font-size="{_n(text.size)}" '
        f'fill="{ink}"{bold}{anchor}{held}>{_text(text.text)}</text>'
    )


@lru_cache(16_384)
def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _text(text: str, keep: str = "") -> str:
    return escape(shown(text, keep))
