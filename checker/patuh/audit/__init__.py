"""How far the knowledge base can be trusted: `patuh kb audit`."""

from patuh.audit.report import Audited, Defect, Note, Part, Witness
from patuh.audit.run import PARTS, audit

__all__ = ["PARTS", "Audited", "Defect", "Note", "Part", "Witness", "audit"]
