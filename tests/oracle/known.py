"""Open disagreements of disagreements.md: where the knowledge base and this reading are known to
differ. A proposal that holds one is not compared; the row goes when the matter is settled."""

from collections.abc import Callable

from oracle.comparing import PATH
from oracle.view import View
from patuh.checking import read

OPEN: dict[str, Callable[[View], bool]] = {}


def open_matters(text: str) -> list[str]:
    """The open matters that a proposal holds."""
    proposal, laws = read(text, PATH)
    views = [View(proposal, law.id) for law in laws]
    return [name for name, test in OPEN.items() if any(test(view) for view in views)]
