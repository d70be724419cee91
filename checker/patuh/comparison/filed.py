"""Word documents as offices file them: numbered pages, and tables with their head on each.

Needs python-docx, the extra `docx`. The same table gives the same bytes: dates inside the document
are fixed, and the archive is packed anew without times.
"""

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from patuh.comparison.archive import EPOCH, packed
from patuh.messages import Lang, say
from patuh_parser.text.shown import shown

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table

PAPERS = {"f4": (330, 215), "a4": (297, 210)}
"""Width and height of a landscape page in millimetres."""
MARGIN = 20
_POINTS = 10
_FONT = "Arial"
_ROOM = "40"
"""Twentieths of a point above and below what stands in a cell."""
_LONGEST_TITLE = 255
"""A property of a Word document holds no more."""


class DocxMissingError(Exception):
    """python-docx is not installed; the message says how to install it."""


def opened(
    heading: str, paper: str, lang: Lang, *, upright: bool = False, day: date | None = None
) -> "Opened":
    """A document with its heading, landscape or `upright`; `day` is that of its times.

    Raises `DocxMissingError` without python-docx.
    """
    try:
        from docx import Document
    except ImportError as error:
        raise DocxMissingError(say("matrix.no_docx", lang)) from error
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    wide, high = PAPERS[paper]
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = map(Mm, (high, wide) if upright else (wide, high))
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(MARGIN)
    document.styles["Normal"].font.size = Pt(_POINTS)
    _plain(document)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for field, between in (("PAGE", " / "), ("NUMPAGES", "")):
        simple = _add(footer._p, "w:fldSimple", instr=field)
        _add(_add(simple, "w:r"), "w:t").text = "1"
        footer.add_run(between)
    document.core_properties.author = "patuh"
    document.core_properties.title = shown(heading)[:_LONGEST_TITLE]
    made = datetime(*EPOCH) if day is None else datetime.combine(day, time())
    document.core_properties.created = document.core_properties.modified = made
    document.add_heading(shown(heading), level=1).alignment = WD_ALIGN_PARAGRAPH.CENTER
    return document


def _plain(document: "Opened") -> None:
    """One font for text and headings, in black: the template has two, and blue headings."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        font = document.styles[name].font
        font.name = _FONT
        font.color.rgb = RGBColor(0, 0, 0)
        fonts = font.element.rPr.rFonts
        for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.attrib.pop(qn(f"w:{kind}Theme"), None)


def table(
    document: "Opened", columns: Mapping[str, int], rows: int, paper: str, *, upright: bool = False
) -> "Table":
    """A table below its head; columns with width 0 share what the others, in mm, leave."""
    from docx.shared import Mm

    made: Table = document.add_table(rows=rows + 1, cols=len(columns))
    made.style = "Table Grid"
    made.autofit = False
    free = PAPERS[paper][upright] - 2 * MARGIN - sum(columns.values())
    shared = free // max(1, list(columns.values()).count(0))
    head = made.rows[0]
    for column, cell, (name, width) in zip(made.columns, head.cells, columns.items(), strict=True):
        column.width = Mm(width or shared)
        cell.paragraphs[0].add_run(shown(name)).bold = True
    for row in made.rows:
        _add(row._tr.get_or_add_trPr(), "w:cantSplit", val="true")
    _add(head._tr.get_or_add_trPr(), "w:tblHeader", val="true")
    room = _add(made._tbl.tblPr, "w:tblCellMar")
    for side in ("top", "bottom"):
        _add(room, f"w:{side}", w=_ROOM, type="dxa")
    made._tbl.tblPr.extend(made._tbl.tblPr.xpath("w:tblLook"))  # the schema has it last
    return made


def saved(document: "Opened") -> bytes:
    """The bytes of a document."""
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as made:
        return packed((name, made.read(name)) for name in made.namelist())


def _add(parent: "BaseOxmlElement", name: str, **attributes: str) -> "BaseOxmlElement":
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    made: BaseOxmlElement = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    parent.append(made)
    return made
