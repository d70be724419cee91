"""Amendments applied: an amending draft and its base as the text that holds afterwards."""

from patuh.consolidation.amended import amended, is_other, time_of
from patuh.consolidation.applying import Consolidated, Trouble, applies, consolidate
from patuh.consolidation.revised import revised

__all__ = [
    "Consolidated",
    "Trouble",
    "amended",
    "applies",
    "consolidate",
    "is_other",
    "revised",
    "time_of",
]
