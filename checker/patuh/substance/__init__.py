"""What a draft is in substance: a revision of the regulation in force, or a structure under it."""

from patuh.substance.as_proposal import Structure, structure, structure_of
from patuh.substance.facts import add_substance
from patuh.substance.portfolio import Entry, entries_of
from patuh.substance.revision import Revision, revision_of

__all__ = [
    "Entry",
    "Revision",
    "Structure",
    "add_substance",
    "entries_of",
    "revision_of",
    "structure",
    "structure_of",
]
