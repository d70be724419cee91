"""A drawing as an HTML page of its own, without scripts or anything from elsewhere."""

from html import escape

from patuh.chart.shapes import Drawing
from patuh.chart.svg import render as picture
from patuh.messages import Lang
from patuh_parser.text.shown import shown

_PAGE = "body{margin:0}svg{width:100%;height:auto}@page{size:420mm 297mm;margin:0}"


def render(drawing: Drawing, lang: Lang) -> str:
    """The whole page, as wide as the window and, printed, a sheet of A3."""
    title = escape(shown(drawing.title))
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>patuh – {title}</title><style>{_PAGE}</style></head><body>\n"
        f"{picture(drawing, inline=True)}</body></html>\n"
    )
