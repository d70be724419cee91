"""Proposals that state only what changes (TERHADAP): their base, and base and change as one."""

from patuh.amending.files import Chain
from patuh.amending.merge import merged, takes_place_of
from patuh.amending.names import with_units

__all__ = ["Chain", "merged", "takes_place_of", "with_units"]
