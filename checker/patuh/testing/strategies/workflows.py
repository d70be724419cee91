"""Workflows that comply, and workflows with planted faults."""

from collections.abc import Iterable
from itertools import cycle, islice

from hypothesis import strategies as st

from patuh.testing.strategies import drawn_names
from patuh.testing.strategies.casting import Cast, Company
from patuh.testing.strategies.drawn import Drawn, drawn
from patuh.testing.strategies.passages import Passage, compliant
from patuh.testing.strategies.passages import faults as known_faults
from patuh.testing.strategies.planting import plant, planted, room_for
from patuh.testing.strategies.proposal import Proposal

_MOST_KINDS = 6
_MOST_SHIFT = 30


def workflows(
    regulation: str, *, min_workflows: int = 1, max_workflows: int = 10
) -> st.SearchStrategy[Drawn]:
    """Workflows in which nothing is found; `max_workflows` may be thousands.

    Raises `ValueError` if the regulation is unknown or the limits are the wrong way round.
    """
    known_faults(regulation)
    _check(min_workflows, max_workflows)
    return _workflows(regulation, st.just([]), min_workflows, max_workflows)


def faulty_workflows(
    regulation: str,
    *,
    checks: Iterable[str] | None = None,
    faults: Iterable[Passage] | None = None,
    min_faults: int = 1,
    max_faults: int = 3,
    max_workflows: int = 5,
) -> st.SearchStrategy[Drawn]:
    """Workflows with planted faults: of these `checks` ("L3"), or just these `faults`.

    `max_workflows` limits the others, in which nothing is found. Raises `ValueError` as
    `faulty_structures`.
    """
    known = known_faults(regulation, checks) if faults is None else faults
    found = [fault for fault in known if fault.workflow]
    if not found:
        raise ValueError(f"no such fault can be planted in a workflow of {regulation}")
    _check(0, max_workflows)
    chosen = planted(found, min_faults, max_faults, room_for(regulation, found))
    return _workflows(regulation, chosen, 0, max_workflows)


@st.composite
def _workflows(
    draw: st.DrawFn,
    regulation: str,
    chosen: st.SearchStrategy[list[Passage]],
    least: int,
    most: int,
) -> Drawn:
    wrong = draw(chosen)
    count = draw(st.integers(least, most))
    known = [passage for passage in compliant(regulation) if passage.workflow]
    kinds = draw(st.lists(st.sampled_from(known), min_size=1, max_size=_MOST_KINDS))
    company = Company(regulation, draw(st.integers(0, _MOST_SHIFT)))
    proposal = Proposal(regulation, drawn_names.TITLES["workflow"])
    plant(proposal, company, wrong)
    agencies = cycle(company.idle_agencies())
    for passage in islice(cycle(kinds), count):
        proposal.add(passage, Cast(company, agencies))
    return drawn(proposal.text(), proposal.expected, [fault.name for fault in wrong])


def _check(least: int, most: int) -> None:
    if not 0 <= least <= most:
        raise ValueError(f"the number of workflows must be from 0 upwards, not {least} to {most}")
