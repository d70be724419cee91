"""Proposals that state only what changes (TERHADAP): their base, and base and change as one."""

from patuh.amending.files import Chain
from patuh.amending.merge import merged
from patuh.amending.names import with_units

__all__ = ["Chain", "merged", "with_units"]
