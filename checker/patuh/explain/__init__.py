"""From ground derivations to findings with proofs and citations."""

from patuh.explain.findings import explain

__all__ = ["explain"]
