"""What a revising draft does to the norms of the regulation in force."""

from patuh.substance.as_proposal import structure_of
from patuh.substance.facts import add_substance
from patuh.substance.portfolio import Entry, entries_of
from patuh.substance.revision import Revision, revision_of

__all__ = ["Entry", "Revision", "add_substance", "entries_of", "revision_of", "structure_of"]
