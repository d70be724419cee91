"""The reader of drafts on Word files: any XML in the parts that are read."""

import io
import zipfile

from . import Traits
from .legal_text import inspect

SUFFIX = ".xml"
LONGEST = 1600
PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "[Content_Types].xml")
CUT = b"\n%%\n"
"""Stands between the parts in one input."""
WORDS = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>",
    "</w:tr>", "<w:tc>", "</w:tc>", "<w:pPr>", "</w:pPr>", "<w:numPr>", "</w:numPr>", "<w:br/>",
    '<w:numId w:val="1"/>', '<w:ilvl w:val="0"/>', '<w:ilvl w:val="9"/>', "<w:caps/>", "<w:tab/>",
    "<w:vanish/>", "<w:rPr>", "</w:rPr>", "<w:del>", "</w:del>", "<w:ins>", "</w:ins>", "<w:sdt>",
    "</w:sdt>", "<w:sdtContent>", "</w:sdtContent>", "<w:txbxContent>", "</w:txbxContent>",
    "<w:lastRenderedPageBreak/>", '<w:pStyle w:val="A"/>', '<w:basedOn w:val="A"/>', "Pasal 1",
    '<w:style w:styleId="A" w:type="paragraph">', "</w:style>",
    '<w:abstractNum w:abstractNumId="0">',
    "</w:abstractNum>", '<w:lvl w:ilvl="0">', "</w:lvl>", '<w:start w:val="1"/>', "\n%%\n",
    '<w:numFmt w:val="lowerLetter"/>', '<w:lvlText w:val="%1."/>', '<w:num w:numId="1">',
    "</w:num>",
    '<w:abstractNumId w:val="0"/>', '<w:lvlOverride w:ilvl="0">', "</w:lvlOverride>",
    '<w:startOverride w:val="99999999999"/>', '<w:gridSpan w:val="99999999"/>', "<!DOCTYPE x>",
    '<w:vMerge/>', '<w:numFmt w:val="upperRoman"/>', '<w:numFmt w:val="cardinalText"/>',
    '<w:numStyleLink w:val="A"/>', '<w:styleLink w:val="A"/>', '<w:link w:val="A"/>',
)  # fmt: skip


def harness(data: bytes) -> Traits:
    """Pack the parts of the input into a Word file and read it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in zip(PARTS, data.split(CUT), strict=False):
            archive.writestr(zipfile.ZipInfo(name), part)
    return inspect(buffer.getvalue(), "x.docx")
