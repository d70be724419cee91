"""Reader of drafts: a ``.docx``, ``.pdf``, ``.txt`` or ``.md`` file as a frozen tree.

``read_draft`` reads; ``DraftError`` says why a file gives no text; ``describe`` puts a
defect of form into words. The tree is in ``patuh_parser.draft.model``.
"""

from patuh_parser.draft.defects import describe
from patuh_parser.draft.errors import DraftError
from patuh_parser.draft.model import (
    Amendment,
    Attachment,
    Closing,
    Defect,
    Definition,
    Draft,
    Explanation,
    Gazette,
    LegalBasis,
    Line,
    Node,
    Passage,
    Place,
    Preamble,
    Reference,
    Signature,
    Title,
)
from patuh_parser.draft.reader import read_draft

__all__ = [
    "Amendment",
    "Attachment",
    "Closing",
    "Defect",
    "Definition",
    "Draft",
    "DraftError",
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
    "describe",
    "read_draft",
]
