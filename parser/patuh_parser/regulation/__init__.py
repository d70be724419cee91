"""The strict reader of regulation texts; it goes once its users read by the reader of drafts."""

from patuh_parser.regulation.provision import (
    Heading,
    Passage,
    Provision,
    RegulationError,
    RegulationText,
)
from patuh_parser.regulation.reader import MAX_CHARACTERS, MAX_LINES, read_regulation

__all__ = [
    "MAX_CHARACTERS",
    "MAX_LINES",
    "Heading",
    "Passage",
    "Provision",
    "RegulationError",
    "RegulationText",
    "read_regulation",
]
