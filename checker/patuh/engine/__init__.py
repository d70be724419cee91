"""The only part that touches clingo: programs and facts in, findings and derivations out."""

from patuh.engine.derivation import Atom, Derivation, Literal
from patuh.engine.solver import EngineError, Session

__all__ = ["Atom", "Derivation", "EngineError", "Literal", "Session"]
