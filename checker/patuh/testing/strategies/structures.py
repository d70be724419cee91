"""Structures that comply, and structures with planted faults."""

from collections.abc import Iterable

from hypothesis import strategies as st

from patuh.testing.strategies import drawn_names
from patuh.testing.strategies.casting import Company
from patuh.testing.strategies.drawn import Drawn, drawn
from patuh.testing.strategies.framing import frame, to_be_listed
from patuh.testing.strategies.growing import Shape, agency_lines, grow, inner_units
from patuh.testing.strategies.passages import Passage
from patuh.testing.strategies.passages import faults as known_faults
from patuh.testing.strategies.planting import beside, plant, planted, room_for
from patuh.testing.strategies.proposal import Proposal

_MOST_SHAPES = 4
_MOST_INSIDE = 4
_MOST_SHIFT = 30


def structures(
    regulation: str, *, min_units: int = 1, max_units: int = 40, complete: bool = False
) -> st.SearchStrategy[Drawn]:
    """Structures in which nothing is found.

    `regulation` is the id, such as "paser_56_2020"; `max_units` limits the agencies and the units
    inside them, and may be thousands. With `complete` the structure says `LINGKUP : lengkap` and
    holds all that the regulation asks for; the units it lists are then not counted.
    Raises `ValueError` if the regulation is unknown or the limits are the wrong way round.
    """
    known_faults(regulation)
    _check(min_units, max_units)
    return _structures(regulation, st.just([]), min_units, max_units, complete)


def faulty_structures(
    regulation: str,
    *,
    checks: Iterable[str] | None = None,
    faults: Iterable[Passage] | None = None,
    min_faults: int = 1,
    max_faults: int = 3,
    max_units: int = 20,
    complete: bool = False,
) -> st.SearchStrategy[Drawn]:
    """Structures with planted faults: of these `checks` ("H7"), or just these `faults`.

    `expected` of what is drawn holds every finding. With `complete`, faults are planted that only
    a complete structure can have: something is left out. Raises `ValueError` as `structures`, if
    no such fault is known, and if the regulation has not agencies for `min_faults`.
    """
    known = known_faults(regulation, checks) if faults is None else faults
    found = [fault for fault in known if not fault.workflow and bool(fault.replace) == complete]
    if not found:
        raise ValueError(f"no such fault can be planted in a structure of {regulation}")
    _check(0, max_units)
    chosen = planted(found, min_faults, max_faults, room_for(regulation, found))
    return _structures(regulation, chosen, 0, max_units, complete)


@st.composite
def _structures(
    draw: st.DrawFn,
    regulation: str,
    chosen: st.SearchStrategy[list[Passage]],
    min_units: int,
    max_units: int,
    complete: bool,
) -> Drawn:
    wrong = draw(chosen)
    right = [] if complete else draw(beside(regulation, wrong, workflows=False))
    units = draw(st.integers(min_units, max_units))
    shapes = draw(st.lists(_shapes(regulation, complete), min_size=1, max_size=_MOST_SHAPES))
    company = Company(regulation, draw(st.integers(0, _MOST_SHIFT)))
    proposal = Proposal(regulation, drawn_names.TITLES["structure"])
    if complete:
        listed = to_be_listed(regulation, units)
        frame(proposal, listed)
        plant(proposal, company, wrong)
        idle = set(company.idle_agencies())
        grow(proposal, company, [e.unit for e in listed if e.unit in idle], shapes, units)
    else:
        plant(proposal, company, [*wrong, *right])
        grow(proposal, company, company.idle_agencies(), shapes, units)
    return drawn(proposal.text(), proposal.expected, [fault.name for fault in wrong])


def _shapes(regulation: str, complete: bool) -> st.SearchStrategy[Shape]:
    """The units of an agency; in a complete structure its own line is that of all agencies."""
    inside = st.lists(st.sampled_from(inner_units(regulation)), max_size=_MOST_INSIDE)
    if complete:
        return inside.map(tuple)
    own = st.sampled_from(agency_lines(regulation))
    return st.tuples(own, inside).map(lambda drawn: (drawn[0], *drawn[1]))


def _check(least: int, most: int) -> None:
    if not 0 <= least <= most:
        raise ValueError(f"the number of units must be from 0 upwards, not {least} to {most}")
