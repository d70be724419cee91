"""From ground derivations to findings with proofs and citations."""

from patuh.explain.collecting import collected, ordered_by_law
from patuh.explain.findings import explain

__all__ = ["collected", "explain", "ordered_by_law"]
