"""The only part that touches clingo: programs and facts in, findings and derivations out."""

from patuh.engine.atoms.derivation import Atom, Derivation, Literal
from patuh.engine.control import EngineError, FindingError
from patuh.engine.session import Session

__all__ = ["Atom", "Derivation", "EngineError", "FindingError", "Literal", "Session"]
