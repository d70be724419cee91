"""Which passages one proposal gets: faults first, then such as comply."""

import re
from collections.abc import Sequence

from hypothesis import strategies as st

from patuh.testing.strategies.casting import Cast, Company, agencies
from patuh.testing.strategies.drawn_names import AGENCY_PARTS
from patuh.testing.strategies.passages import Passage, compliant
from patuh.testing.strategies.proposal import Proposal

_AGENCY = re.compile(rf"\{{((?:seberang_)?(?:{'|'.join(AGENCY_PARTS)})(?:_\d+)?)\}}")
_MOST_BESIDE = 3


def planted(
    faults: Sequence[Passage], least: int, most: int, room: int
) -> st.SearchStrategy[list[Passage]]:
    """So many of the faults, one perhaps several times, unless two speak of the same.

    There is room for no more than `room`. Raises `ValueError` if even the least are too many.
    """
    if all(fault.takes for fault in faults):
        room = min(room, len({fault.takes for fault in faults}))
    if not 0 <= least <= min(most, room):
        raise ValueError(f"there is room for 0 to {min(most, room)} faults, not {least}")
    return _some(faults, least, min(most, room))


def room_for(regulation: str, faults: Sequence[Passage]) -> int:
    """How many of the faults, of whichever sort, find agencies of their own."""
    kept = _MOST_BESIDE * _most_agencies(compliant(regulation))
    return (len(agencies(regulation)) - kept) // _most_agencies(faults)


def beside(
    regulation: str, faults: Sequence[Passage], *, workflows: bool
) -> st.SearchStrategy[list[Passage]]:
    """A few passages that comply, of what none of the faults speaks."""
    taken = {fault.takes for fault in faults if fault.takes}
    found = [
        passage
        for passage in compliant(regulation)
        if passage.takes not in taken and bool(passage.workflow) == workflows
    ]
    return _some(found, 0, _MOST_BESIDE)


def plant(proposal: Proposal, company: Company, passages: Sequence[Passage]) -> None:
    """Put the passages into the proposal, each with units of its own."""
    for passage in passages:
        proposal.add(passage, Cast(company))


def _most_agencies(passages: Sequence[Passage]) -> int:
    """How many agencies the passage plays with that has parts for most; at least 1."""
    return max(1, *(len(set(_AGENCY.findall(one.structure + one.workflow))) for one in passages))


def _some(passages: Sequence[Passage], least: int, most: int) -> st.SearchStrategy[list[Passage]]:
    # Integers, for of `sampled_from` a list with `unique_by` would take each passage but once.
    one = st.integers(0, len(passages) - 1).map(lambda at: passages[at])
    return st.lists(
        one, min_size=least, max_size=most, unique_by=lambda passage: passage.takes or object()
    )
