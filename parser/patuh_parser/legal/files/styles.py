"""Paragraph styles: their names, capitals and the numbering they bring."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from msgspec import Struct

from patuh_parser.legal.files.wordml import child, children, is_on, number, value

_MAX_BASED_ON = 12


class Style(Struct, frozen=True):
    """What a style says itself; ``numbering`` is (numId, ilvl), each ``None`` if not said."""

    name: str
    based_on: str | None
    numbering: tuple[int | None, int | None] | None
    caps: bool | None


class Styles:
    """The styles of ``word/styles.xml`` by their id."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default: str | None = None
        for element in children(root, "style"):
            style_id = value(element, "styleId") or ""
            self._styles[style_id] = _style(element)
            if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true"):
                self.default = style_id

    def name(self, style_id: str | None) -> str:
        """Return the name that Word shows, the id when there is none."""
        style = self._styles.get(style_id or "")
        return style.name if style else style_id or ""

    def caps(self, style_id: str | None) -> bool:
        """Tell whether the style shows its text in capitals."""
        said = (style.caps for style in self._chain(style_id) if style.caps is not None)
        return next(said, False)

    def numbering(self, style_id: str | None) -> tuple[int | None, int | None]:
        """Return (numId, ilvl) from the style or those it is based on."""
        num_id = level = None
        for style in self._chain(style_id):
            here = style.numbering or (None, None)
            num_id = here[0] if num_id is None else num_id
            level = here[1] if level is None else level
        return num_id, level

    def _chain(self, style_id: str | None) -> list[Style]:
        chain: list[Style] = []
        while style_id in self._styles and len(chain) < _MAX_BASED_ON:
            chain.append(self._styles[style_id])
            style_id = chain[-1].based_on
        return chain


def _style(element: Element) -> Style:
    numbered = child(element, "pPr", "numPr")
    caps = child(element, "rPr", "caps")
    return Style(
        name=value(child(element, "name")) or value(element, "styleId") or "",
        based_on=value(child(element, "basedOn")),
        numbering=None
        if numbered is None
        else (number(child(numbered, "numId")), number(child(numbered, "ilvl"))),
        caps=None if caps is None else is_on(caps),
    )
