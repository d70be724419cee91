"""Proposals that state only what changes (TERHADAP): their base, and base and change as one."""

from patuh.amending.base_names import with_units
from patuh.amending.bases import Chain, given
from patuh.amending.merge import merged, takes_place_of

__all__ = ["Chain", "given", "merged", "takes_place_of", "with_units"]
