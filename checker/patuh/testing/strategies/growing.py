"""Structures of any size: agencies, and units inside them."""

import re
from collections.abc import Sequence
from itertools import cycle

from patuh.testing.strategies.casting import Cast, Company
from patuh.testing.strategies.passages import HERE, Passage, read
from patuh.testing.strategies.proposal import Proposal

_INSIDE = re.compile(r"\{((?:bidang|seksi|upt)(?:_\d+)?)\}")

Shape = tuple[Passage, ...]
"""What becomes of one agency: its own lines, then what lies in it, passage by passage."""


def agency_lines(regulation: str) -> tuple[Passage, ...]:
    """The ways to put an agency in order."""
    return _named(regulation, "perangkat_daerah.")


def inner_units(regulation: str) -> tuple[Passage, ...]:
    """What may lie in an agency, the plainest first."""
    return _named(regulation, "dalam.")


def grow(
    proposal: Proposal,
    company: Company,
    agencies: Sequence[str],
    shapes: Sequence[Shape],
    units: int,
) -> None:
    """Add so many units to the proposal, or one more where a passage has several.

    The agencies take the shapes in turn. Where that does not make enough units, each has more
    of what lies in it.
    """
    spare = inner_units(proposal.regulation)[0]
    for agency, passages in _plan(agencies, shapes, units, spare).items():
        cast = Cast(company)
        for passage in passages:
            cast.within(agency)
            proposal.add(passage, cast)


def _plan(
    agencies: Sequence[str], shapes: Sequence[Shape], units: int, spare: Passage
) -> dict[str, list[Passage]]:
    plan: dict[str, list[Passage]] = {}
    for agency, shape in zip(agencies, cycle(shapes), strict=False):
        if units > 0:
            plan[agency] = []
        for passage in shape:
            if units > 0:
                plan[agency].append(passage)
                units -= _size(passage)
    for passages in cycle(plan.values()):
        if units <= 0:
            break
        passages.append(passages[-1] if len(passages) > 1 else spare)
        units -= _size(passages[-1])
    return plan


def _size(passage: Passage) -> int:
    """How many units it adds; lines of the agency itself add the agency."""
    return len(set(_INSIDE.findall(passage.structure))) or 1


def _named(regulation: str, prefix: str) -> tuple[Passage, ...]:
    found = read(HERE / "growth" / "units.toml", regulation)
    return tuple(passage for passage in found if passage.name.startswith(prefix))
