"""Hypothesis strategies for proposals and drafts, with the findings they must give.

docs/testing.md shows their use. Needs hypothesis: `pip install 'patuh[testing]'`.
"""

try:
    import hypothesis  # noqa: F401 - only whether it is there
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        "the strategies of patuh.testing need hypothesis: pip install 'patuh[testing]'",
        name="hypothesis",
    ) from missing

from patuh.testing.strategies.drafting import drafts, faulty_drafts
from patuh.testing.strategies.drawn import Drawn
from patuh.testing.strategies.mutations import list_mutations
from patuh.testing.strategies.passages import Passage, faults, read
from patuh.testing.strategies.structures import faulty_structures, structures
from patuh.testing.strategies.workflows import faulty_workflows, workflows

__all__ = [
    "Drawn",
    "Passage",
    "drafts",
    "faults",
    "faulty_drafts",
    "faulty_structures",
    "faulty_workflows",
    "list_mutations",
    "read",
    "structures",
    "workflows",
]
