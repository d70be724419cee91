"""From ground derivations to findings with proofs and citations."""

from patuh.explain.collecting import collected
from patuh.explain.findings import explain

__all__ = ["collected", "explain"]
