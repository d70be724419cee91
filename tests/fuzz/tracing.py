"""Which branches an input reaches, noted at a tenth of what atheris takes for it.

Instrumented code calls `atheris._trace_branch` at every branch, which takes 0.8 µs, more than most
code between two branches. Here that name is the `add` of a set, and libFuzzer is told only of
inputs that reach a branch for the first time, or just the branches of a longer input: the only
ones that it keeps. Neither comparisons are traced (they double the time; the words of a target
stand in their place) nor how often a branch is passed. Much of patuh is told by tables, where
other words take the same branches: what a target says of an input counts as a branch too.
"""

from collections.abc import Iterable
from types import ModuleType
from typing import Any

MOST_TRAITS = 20_000


class Branches:
    """The branches of the input at hand, and all that were ever reached.

    To be made when the first input comes: `atheris.Fuzz` sets `_trace_branch` anew.
    """

    def __init__(self, atheris: ModuleType) -> None:
        self._tell = atheris._trace_branch
        self._free = [atheris._reserve_counter() for _ in range(MOST_TRAITS)]
        self._traits: dict[object, int] = {}
        self._reached: set[int] = set()
        self._known: set[int] = set()
        self._shortest: dict[int, int] = {}
        atheris._trace_branch = self._reached.add

    def __len__(self) -> int:
        return len(self._known)

    def begin(self) -> None:
        """Forget the input before."""
        self._reached.clear()

    def end(self, length: int, traits: Iterable[object]) -> None:
        """Tell libFuzzer of an input of this length, if it may want to keep it."""
        reached = self._reached
        for trait in traits:
            if trait not in self._traits and self._free:
                self._traits[trait] = self._free.pop()
            reached.add(self._traits.get(trait, -1))
        reached.discard(-1)
        same = hash(frozenset(reached))
        if not reached <= self._known or length < self._shortest.get(same, 0):
            self._known |= reached
            self._shortest[same] = length
            for branch in reached:
                self._tell(branch)


def instrumented() -> Any:
    """A context in which modules of patuh are imported with a call at each branch."""
    from atheris.import_hook import HookManager

    return HookManager({"patuh", "patuh_parser"}, set(), False, trace_dataflow=False)
