"""Word documents (``.docx``) as lines, with the labels of automatic numbering.

Tracked changes are read as accepted (and noted), hidden text is left out, headers and
footers are no text. Pages are known only where Word left its page breaks in the file.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from msgspec.structs import replace

from patuh_parser.legal.files.numbering import Numbering
from patuh_parser.legal.files.package import Package
from patuh_parser.legal.files.raw_lines import RawLine, RawText, Source, check_size
from patuh_parser.legal.files.styles import Styles
from patuh_parser.legal.files.word_tables import rows_as_lines
from patuh_parser.legal.files.wordml import child, is_on, local, number, value

_SKIPPED = {"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "footnoteReference"}
_TRACKED = {"ins", "del", "moveFrom", "moveTo"}
_FALLBACK = "}Fallback"
_MAIN = "word/document.xml"


def read_docx(data: bytes, path: str) -> RawText:
    """Return the lines of a Word document.

    Raises:
        DraftError: the file is no readable, harmless ``.docx``.
    """
    package = Package(data, path)
    document = package.xml(_MAIN)
    styles = Styles(package.xml("word/styles.xml"))
    numbering = Numbering(package.xml("word/numbering.xml"), styles)
    reading = _Reading(styles, numbering)
    lines = reading.blocks(child(document, "body"), table=False)
    check_size([line.text for line in lines], path)
    notes = (("perubahan_terlacak", None, ()),) if reading.tracked else ()
    if not reading.paged:
        lines = [replace(line, page=None) for line in lines]
    return RawText("docx", tuple(lines), notes, _MAIN, document)


class _Reading:
    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._paragraph = 0
        self._page = 1
        self.paged = False
        self.tracked = False

    def blocks(self, parent: Element | None, table: bool) -> list[RawLine]:
        """Return the lines of the paragraphs and tables below ``parent``."""
        lines: list[RawLine] = []
        for element in parent if parent is not None else ():
            name = local(element)
            if name == "p":
                lines += self._lines(element, table)
            elif name == "tbl":
                lines += rows_as_lines(self._rows(element))
            elif name not in _SKIPPED and not element.tag.endswith(_FALLBACK):
                self.tracked |= name in _TRACKED
                lines += self.blocks(element, table)
        return lines

    def _rows(self, element: Element) -> list[list[list[RawLine]]]:
        rows: list[list[list[RawLine]]] = []
        for found in element:
            name = local(found)
            if name == "tr" and child(found, "trPr", "del") is None:
                rows.append([self.blocks(cell, table=True) for cell in _cells(found)])
            elif name in ("sdt", "sdtContent", "customXml", "ins"):
                rows += self._rows(found)
        return rows

    def _lines(self, element: Element, table: bool) -> list[RawLine]:
        self._paragraph += 1
        paragraph = self._paragraph
        label, bullet = self._label(element)
        style = self._style(element)
        caps = self._styles.caps(style)
        pieces: list[tuple[str, Element]] = []
        boxes: list[Element] = []
        start_page: list[int] = []
        self._text(element, pieces, boxes, start_page, caps)
        page = start_page[0] if start_page else self._page
        name = self._styles.name(style)
        if label:
            pieces.insert(0, (f"{label} ", element))
        shown = label if not bullet else "•"
        lines = [
            RawLine(text, paragraph, page, "" if at else shown, name, table, not at, sources)
            for at, (text, sources) in enumerate(_broken(pieces))
        ]
        for box in boxes:
            lines += self.blocks(box, table)
        return lines

    def _style(self, element: Element) -> str | None:
        return value(child(element, "pPr", "pStyle")) or self._styles.default

    def _label(self, element: Element) -> tuple[str, bool]:
        style = self._style(element)
        num_id, level = self._styles.numbering(style)
        if (written := child(element, "pPr", "numPr")) is not None:
            own_id, own_level = number(child(written, "numId")), number(child(written, "ilvl"))
            num_id = num_id if own_id is None else own_id
            level = level if own_level is None else own_level
        if not num_id:
            return "", False
        if level is None:
            level = self._numbering.level_of_style(num_id, style) or 0
        return self._numbering.label(num_id, level) or ("", False)

    def _text(
        self,
        element: Element,
        pieces: list[tuple[str, Element]],
        boxes: list[Element],
        start_page: list[int],
        caps: bool,
    ) -> None:
        for found in element:
            name = local(found)
            if name in _TRACKED:
                self.tracked = True
            if name == "lastRenderedPageBreak":
                self._page, self.paged = self._page + 1, True
            elif name == "txbxContent":
                boxes.append(found)
            elif name in _SKIPPED or found.tag.endswith(_FALLBACK):
                continue
            elif name == "r":
                properties = child(found, "rPr")
                if is_on(child(properties, "vanish")):
                    continue
                own = child(properties, "caps")
                self._text(found, pieces, boxes, start_page, caps if own is None else is_on(own))
            elif (text := _characters(found, name)) is not None:
                if text.strip() and not start_page:
                    start_page.append(self._page)
                pieces.append((text.upper() if caps else text, found))
            else:
                self._text(found, pieces, boxes, start_page, caps)


def _broken(pieces: list[tuple[str, Element]]) -> list[tuple[str, tuple[Source, ...]]]:
    """The lines of a paragraph, each with where its characters stand."""
    lines: list[tuple[str, tuple[Source, ...]]] = []
    text = ""
    sources: list[Source] = []
    for piece, element in pieces:
        start = 0
        for at, part in enumerate(piece.split("\n")):
            if at:
                lines.append((text, tuple(sources)))
                text, sources = "", []
            sources.append(Source(len(text), element, start))
            text += part
            start += len(part) + 1
    return [*lines, (text, tuple(sources))]


def _cells(row: Element) -> list[Element]:
    cells: list[Element] = []
    for found in row:
        if local(found) == "tc":
            cells.append(found)
        elif local(found) in ("sdt", "sdtContent", "customXml"):
            cells += _cells(found)
    return cells


def _characters(element: Element, name: str) -> str | None:
    match name:
        case "t":
            return (element.text or "").replace("\n", " ")
        case "tab" | "ptab":
            return "\t"
        case "br":
            return "\n" if value(element, "type") in (None, "textWrapping") else ""
        case "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
        case "softHyphen":
            return ""
    return None
