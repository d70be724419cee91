"""Reader of Indonesian regulation texts (batang tubuh peraturan perundang-undangan).

``read_regulation`` turns the plain text of one regulation into a tree of
provisions (pasal, ayat, huruf, angka) with stable ids, source lines and verbatim
text; ``label``, ``parse_label``, ``frbr_uri`` and ``parse_frbr_uri`` convert the ids.
"""

from patuh_parser.regulation.frbr import eid, frbr_uri, parse_frbr_uri
from patuh_parser.regulation.ids import ProvisionIdError, label, parse_label
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
    "ProvisionIdError",
    "RegulationError",
    "RegulationText",
    "eid",
    "frbr_uri",
    "label",
    "parse_frbr_uri",
    "parse_label",
    "read_regulation",
]
