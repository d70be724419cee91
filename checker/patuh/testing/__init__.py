"""For those who test proposals: expectations, a pytest plugin, and Hypothesis strategies.

The strategies are loaded when they are first named, for pytest imports this module at every
start; so `from patuh.testing import structures` needs hypothesis, the plugin does not.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from patuh.testing.strategies import (
        Drawn,
        Passage,
        drafts,
        faults,
        faulty_drafts,
        faulty_structures,
        faulty_workflows,
        list_mutations,
        read,
        structures,
        workflows,
    )

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


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("patuh.testing.strategies"), name)
