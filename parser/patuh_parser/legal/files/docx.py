"""Word documents (``.docx``) as lines, with the labels of automatic numbering.

Tracked changes are read as accepted (and noted): a paragraph whose mark is deleted goes on in
the next (ECMA-376 part 1, 17.13.5.15). Hidden text and placeholders of content controls are left
out, headers and footers are no text, embedded files are noted. Pages are known only where Word
left its page breaks in the file.
"""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from patuh_parser.legal.files.numbering import Numbering
from patuh_parser.legal.files.package import Package
from patuh_parser.legal.files.raw_lines import FileNote, RawLine, RawText, check_size
from patuh_parser.legal.files.styles import Styles
from patuh_parser.legal.files.word_tables import rows_as_lines
from patuh_parser.legal.files.word_text import Piece, broken_lines, characters
from patuh_parser.legal.files.wordml import (
    child,
    chosen,
    embedded_in,
    has_deleted_mark,
    is_on,
    is_placeholder,
    local,
    number,
    value,
)

_SKIPPED = {"del", "moveFrom", "instrText", "delText", "pPr", "rPr"}
_TRACKED = {"ins", "del", "moveFrom", "moveTo"}
_NOTES = {
    "footnoteReference": "catatan_kaki",
    "endnoteReference": "catatan_kaki",
    "commentReference": "komentar",
}
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_docx(data: bytes, path: str) -> RawText:
    """Return the lines of a Word document.

    Raises:
        DraftError: the file is no readable, harmless ``.docx``.
    """
    package = Package(data, path)
    main = package.main
    document = package.xml(main)
    styles = Styles(package.xml(package.related(main, "styles", "word/styles.xml")))
    lists = package.related(main, "numbering", "word/numbering.xml")
    numbering = Numbering(package.xml(lists), styles)
    reading = _Reading(styles, numbering)
    lines = reading.blocks(child(document, "body"), table=False)
    check_size([line.text for line in lines], path)
    notes = reading.notes(package.targets(main) if reading.embedded else {})
    if not reading.paged:
        lines = [replace(line, page=None) for line in lines]
    return RawText("docx", tuple(lines), notes, main, document)


class _Reading:
    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._paragraph = 0
        self._page = 1
        self.paged = False
        self.tracked = False
        self.embedded: list[str] = []
        self._counts: Counter[str] = Counter()

    def notes(self, targets: dict[str, str]) -> tuple[FileNote, ...]:
        """Return what was noticed; ``targets`` names the files that are embedded."""
        found: list[FileNote] = [("perubahan_terlacak", None, ())] if self.tracked else []
        for link in self.embedded:
            found.append(("berkas_tertanam", None, (("part", targets.get(link) or link),)))
        for code, count in sorted(self._counts.items()):
            found.append((code, None, (("count", str(count)),)))
        return tuple(found)

    def blocks(self, parent: Element | None, table: bool) -> list[RawLine]:
        """Return the lines of the paragraphs and tables below ``parent``."""
        lines: list[RawLine] = []
        carried: list[Piece] = []
        for element in chosen(parent):
            name = local(element)
            if name == "p":
                if has_deleted_mark(element):
                    self.tracked = True
                    carried += self._pieces(element, [], [])
                    continue
                lines += self._lines(element, table, carried)
                carried = []
            elif name == "tbl":
                lines += rows_as_lines(self._rows(element))
            elif name == "altChunk":
                self.embedded.append(element.get(_ID, ""))
            elif name not in _SKIPPED and not is_placeholder(element):
                self.tracked |= name in _TRACKED
                lines += self.blocks(element, table)
        if any(text.strip() for text, _ in carried):
            lines += [
                RawLine(text, self._paragraph, self._page, sources=sources)
                for text, sources in broken_lines(carried)
            ]
        return lines

    def _rows(self, element: Element) -> list[list[list[RawLine]]]:
        rows: list[list[list[RawLine]]] = []
        for found in element:
            name = local(found)
            if name == "tr" and child(found, "trPr", "del") is not None:
                self.tracked = True
            elif name == "tr":
                rows.append([self.blocks(cell, table=True) for cell in _cells(found)])
            elif name in ("sdt", "sdtContent", "customXml", "ins"):
                rows += self._rows(found)
        return rows

    def _lines(self, element: Element, table: bool, carried: list[Piece]) -> list[RawLine]:
        self._paragraph += 1
        paragraph = self._paragraph
        label, bullet = self._label(element)
        style = self._style(element)
        boxes: list[Element] = []
        start_page: list[int] = []
        pieces = [*carried, *self._pieces(element, boxes, start_page)]
        page = start_page[0] if start_page else self._page
        name = self._styles.name(style)
        hidden = is_on(child(element, "pPr", "rPr", "vanish"))
        if hidden and not any(text.strip() for text, _ in pieces):
            return []  # it only advances the number of its list
        if label:
            pieces.insert(0, (f"{label} ", element))
        shown = label if not bullet else "•"
        lines = [
            RawLine(text, paragraph, page, "" if at else shown, name, table, not at, sources)
            for at, (text, sources) in enumerate(broken_lines(pieces))
        ]
        for box in boxes:
            lines += self.blocks(box, table)
        return lines

    def _pieces(self, element: Element, boxes: list[Element], start_page: list[int]) -> list[Piece]:
        pieces: list[Piece] = []
        self._text(element, pieces, boxes, start_page, self._styles.caps(self._style(element)))
        return pieces

    def _style(self, element: Element) -> str | None:
        return value(child(element, "pPr", "pStyle")) or self._styles.default

    def _label(self, element: Element) -> tuple[str, bool]:
        style = self._style(element)
        num_id, level = self._styles.numbering(style)
        if num_id and (linked := self._numbering.level_of_style(num_id, style)) is not None:
            level = linked
        if (written := child(element, "pPr", "numPr")) is not None:
            own_id, own_level = number(child(written, "numId")), number(child(written, "ilvl"))
            num_id = num_id if own_id is None else own_id
            level = level if own_level is None else own_level
        if not num_id:
            return "", False
        return self._numbering.label(num_id, level or 0) or ("", False)

    def _text(
        self,
        element: Element,
        pieces: list[Piece],
        boxes: list[Element],
        start_page: list[int],
        caps: bool,
    ) -> None:
        for found in chosen(element):
            name = local(found)
            if name in _TRACKED:
                self.tracked = True
            elif name in _NOTES:
                self._counts[_NOTES[name]] += 1
            elif name == "object":
                self.embedded.append(embedded_in(found))
            if name == "lastRenderedPageBreak":
                self._page, self.paged = self._page + 1, True
            elif name == "txbxContent":
                boxes.append(found)
            elif name in _SKIPPED or is_placeholder(found):
                continue
            elif name == "r":
                properties = child(found, "rPr")
                if is_on(child(properties, "vanish")):
                    continue
                own = child(properties, "caps")
                self._text(found, pieces, boxes, start_page, caps if own is None else is_on(own))
            elif (text := characters(found, name)) is not None:
                if text.strip() and not start_page:
                    start_page.append(self._page)
                pieces.append((text.upper() if caps else text, found))
            else:
                self._text(found, pieces, boxes, start_page, caps)


def _cells(row: Element) -> list[Element]:
    cells: list[Element] = []
    for found in row:
        if local(found) == "tc":
            cells.append(found)
        elif local(found) in ("sdt", "sdtContent", "customXml"):
            cells += _cells(found)
    return cells
