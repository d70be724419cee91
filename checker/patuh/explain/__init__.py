"""From ground derivations to findings with proofs and citations."""

from patuh.explain.absence import with_absences
from patuh.explain.findings import explain

__all__ = ["explain", "with_absences"]
