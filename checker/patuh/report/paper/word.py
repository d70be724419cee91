"""A paper as a Word document. Needs python-docx, the extra `docx`; a chart in it needs typst."""

import io
from typing import TYPE_CHECKING

from patuh.comparison.filed import MARGIN, PAPERS, opened, saved, table
from patuh.messages import say
from patuh.report.paper.blocks import (
    Block,
    Cell,
    Fields,
    Grid,
    Heading,
    NewPage,
    Paper,
    Paragraph,
    Picture,
)
from patuh_parser.text.shown import ENDS, shown

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Line

_INDENT = 7
"""Millimetres of an item or a quotation."""
_LABEL = 30
_SHEET = (420, 297)
"""A3, on which a chart stands."""
_EDGE, _TITLE = 4, 7
"""Millimetres around the chart, and for its heading."""
_COLOURS = {"gone": (0xB0, 0x00, 0x20), "come": (0x0B, 0x6B, 0x2E)}


def render(paper: Paper) -> bytes:
    """The bytes; raises `patuh.comparison.filed.DocxMissingError` without python-docx."""
    first, *blocks = paper.blocks
    heading = first.text if isinstance(first, Heading) else paper.title
    upright = not paper.landscape
    document = opened(heading, paper.size, paper.lang, upright=upright, day=paper.day)
    document.core_properties.title = shown(paper.title)[:255]
    for block in blocks if isinstance(first, Heading) else paper.blocks:
        _write(document, block, paper)
    return saved(document)


def _write(document: "Document", block: Block, paper: Paper) -> None:
    match block:
        case Heading():
            document.add_heading(shown(block.text), level=block.depth)
        case Paragraph():
            _paragraph(document, block)
        case Fields():
            _fields(document, block, paper)
        case Grid():
            _grid(document, block, paper)
        case NewPage():
            _new_page(document)
        case Picture():
            _picture(document, block, paper)


def _new_page(document: "Document") -> None:
    """A page of the first size, also behind the sheet of a chart."""
    from docx.enum.section import WD_HEADER_FOOTER, WD_SECTION

    first, last = document.sections[0], document.sections[-1]
    if last.page_width == first.page_width:
        document.add_paragraph().paragraph_format.page_break_before = True
        return
    new = document.add_section(WD_SECTION.NEW_PAGE)
    new.orientation = first.orientation
    new.page_width, new.page_height = first.page_width, first.page_height
    new.left_margin, new.right_margin = first.left_margin, first.right_margin
    new.top_margin, new.bottom_margin = first.top_margin, first.bottom_margin
    footer = first._sectPr.get_footerReference(WD_HEADER_FOOTER.PRIMARY)
    if footer is not None:
        new._sectPr.add_footerReference(WD_HEADER_FOOTER.PRIMARY, footer.rId)


def _paragraph(document: "Document", block: Paragraph) -> None:
    from docx.shared import Mm, Pt

    line = document.add_paragraph()
    line.paragraph_format.space_after = Pt(4)
    line.paragraph_format.keep_with_next = block.keeps or None
    if block.style != "body":
        line.paragraph_format.left_indent = Mm(_INDENT)
    if block.mark:
        line.paragraph_format.first_line_indent = Mm(-_INDENT)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(_INDENT))
        line.add_run(f"{shown(block.mark)}\t")
    _fill(line, block.runs)


def _fill(line: "Line", runs: Cell) -> None:
    from docx.shared import RGBColor

    for run in runs:
        made = line.add_run(shown(run.text, ENDS))
        made.bold = run.look == "bold"
        made.italic = run.look == "italic"
        made.font.strike = run.look == "gone"
        made.font.underline = run.look == "come"
        if colour := _COLOURS.get(run.look):
            made.font.color.rgb = RGBColor(*colour)


def _fields(document: "Document", block: Fields, paper: Paper) -> None:
    from docx.shared import Mm, Pt

    made = document.add_table(rows=len(block.rows), cols=2)
    made.autofit = False
    free = _room(paper) - _LABEL
    made.columns[0].width, made.columns[1].width = Mm(_LABEL), Mm(free)
    for row, (name, told) in zip(made.rows, block.rows, strict=True):
        row.cells[0].width, row.cells[1].width = Mm(_LABEL), Mm(free)
        row.cells[0].paragraphs[0].add_run(shown(name)).bold = True
        row.cells[1].paragraphs[0].add_run(f": {shown(told)}")
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    document.add_paragraph()


def _grid(document: "Document", block: Grid, paper: Paper) -> None:
    from docx.shared import Mm

    shares = [_room(paper) * width // sum(block.widths) for width in block.widths]
    columns = dict(zip(block.head, shares, strict=True))
    upright = not paper.landscape
    made = table(document, columns, len(block.rows), paper.size, upright=upright)
    for line, row in zip(made.rows[1:], block.rows, strict=True):
        for cell, runs, width in zip(line.cells, row, shares, strict=True):
            cell.width = Mm(width)
            _fill(cell.paragraphs[0], runs)
    document.add_paragraph()


def _room(paper: Paper) -> int:
    """Millimetres between the margins."""
    return PAPERS[paper.size][not paper.landscape] - 2 * MARGIN


def _picture(document: "Document", block: Picture, paper: Paper) -> None:
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.shared import Mm, Pt

    from patuh.chart.printing import printed
    from patuh.typesetting import TypstMissingError

    last = document.paragraphs[-1]
    if not last.text:  # else it, and the end of the section behind it, may fill a page
        last._p.getparent().remove(last._p)
    section = document.add_section(WD_SECTION.NEW_PAGE)
    document.paragraphs[-1].paragraph_format.line_spacing = Pt(1)
    document.paragraphs[-1].paragraph_format.space_after = Pt(0)
    title = document.add_heading(shown(block.title), level=2)
    title.paragraph_format.space_before = title.paragraph_format.space_after = Mm(0)
    try:
        picture = printed(block.drawing, "png", paper.day)
    except TypstMissingError:
        document.add_paragraph(say("chart.no_typst", paper.lang, form="png"))
        return
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = map(Mm, _SHEET)
    section.left_margin = section.right_margin = Mm(_EDGE)
    section.top_margin = section.bottom_margin = Mm(_EDGE)
    section.footer.is_linked_to_previous = False
    wide, high = block.drawing.sheet
    room = (_SHEET[0] - 2 * _EDGE, _SHEET[1] - 2 * _EDGE - _TITLE)
    document.add_picture(io.BytesIO(picture), width=Mm(min(room[0], room[1] * wide / high)))
