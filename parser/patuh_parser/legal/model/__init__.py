"""The tree of one draft: what is read from a ``.docx``, ``.pdf``, ``.txt`` or ``.md`` file.

All values are frozen. Nothing is corrected silently: numbers and words stand as written,
and what is irregular in the form is listed in ``Draft.defects``. Names follow UU 12/2011,
Lampiran II (as amended by UU 13/2022): judul, pembukaan, batang tubuh, penutup,
penjelasan, lampiran.
"""

from patuh_parser.legal.model.draft import UNREAD, Draft
from patuh_parser.legal.model.frame import (
    Attachment,
    Closing,
    Explanation,
    Gazette,
    LegalBasis,
    Preamble,
    Signature,
    Title,
)
from patuh_parser.legal.model.node import Node
from patuh_parser.legal.model.place import Line, Passage, Place
from patuh_parser.legal.model.said import Amendment, Defect, Definition, Reference

__all__ = [
    "UNREAD",
    "Amendment",
    "Attachment",
    "Closing",
    "Defect",
    "Definition",
    "Draft",
    "Explanation",
    "Gazette",
    "LegalBasis",
    "Line",
    "Node",
    "Passage",
    "Place",
    "Preamble",
    "Reference",
    "Signature",
    "Title",
]
