"""Findings that are accepted: by a dispensation in the proposal, or known from a baseline."""

from patuh.accepting.baseline import Known, against, known_of
from patuh.accepting.dispensed import dispensed

__all__ = ["Known", "against", "dispensed", "known_of"]
