"""The audit: its parts in their order."""

from collections.abc import Callable, Iterable

from patuh.audit.conflicts import conflicts
from patuh.audit.independence import independence
from patuh.audit.ledger import ledger
from patuh.audit.messages import messages
from patuh.audit.models import models
from patuh.audit.needs import needs
from patuh.audit.report import Audited, Part
from patuh.audit.vocabulary import vocabulary
from patuh.audit.witnesses import witnesses
from patuh.knowledge.root import kb_root

PARTS: dict[str, Callable[[], Part]] = {
    "ledger": ledger,
    "witnesses": witnesses,
    "independence": independence,
    "conflicts": conflicts,
    "vocabulary": vocabulary,
    "models": models,
    "messages": messages,
}
"""Name and function; a function audits the knowledge base in use (`patuh.knowledge.root.use`)."""
ON_DEMAND: dict[str, Callable[[], Part]] = {"needs": needs}
"""Parts that take as long as all others together."""


def audit(
    parts: Iterable[str] = tuple(PARTS), told: Callable[[str], None] = lambda _: None
) -> Audited:
    """Audit the knowledge base in use; `told` is called with the name of each part before it.

    Raises `patuh.engine.EngineError` if clingo refuses a program.
    """
    found: list[Part] = []
    for name in parts:
        told(name)
        found.append((PARTS | ON_DEMAND)[name]())
    return Audited(str(kb_root()), tuple(found))
