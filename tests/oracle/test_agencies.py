"""Product and oracle find the same where PP 18/2016 stands alone: M3, M5, M8, M10 and M11.

In random proposals and in every written case of national law. `AGENCIES_CASES=5000 pytest …` tries
more.
"""

import os
from collections import Counter
from functools import cache

import pytest
from families import NATIONAL

from oracle import agencies, agencies_drawn
from oracle.comparing import Derived, derived, found, minimal
from oracle.generate import Draft
from oracle.view import Found
from patuh_parser.sotk import SotkError

CASES = int(os.environ.get("AGENCIES_CASES", "120"))
NAMES = frozenset(check.__name__.upper() for check in agencies.CHECKS)
pytestmark = pytest.mark.xdist_group("agencies")


def sides(one: Derived | SotkError) -> tuple[set[Found], set[Found]] | None:
    """What the product finds of these checks and what the oracle finds; None if it is not read."""
    if isinstance(one, SotkError):
        return None
    told = {found(atom) for atom in one.atoms if str(atom.arguments[2]).upper() in NAMES}
    return told, agencies.findings(one.proposal)


@cache
def drawn() -> list[tuple[set[Found], set[Found]] | None]:
    return list(map(sides, derived([agencies_drawn.draft(seed).text for seed in range(CASES)])))


def differs(draft: Draft) -> bool:
    both = sides(derived([draft.text])[0])
    return both is not None and both[0] != both[1]


def test_both_find_the_same_in_random_proposals() -> None:
    assert None not in drawn()
    seeds = [seed for seed, both in enumerate(drawn()) if both and both[0] != both[1]]
    if seeds:
        small = minimal(agencies_drawn.draft(seeds[0]), differs)
        both = sides(derived([small.text])[0])
        pytest.fail(f"seeds {seeds[:20]}\n{small.text}\nproduct, oracle: {both}")


def test_each_check_fires_in_some_and_is_silent_in_most() -> None:
    fired = Counter(name for both in drawn() if both for name in {hit[1] for hit in both[0]})
    assert fired.keys() == NAMES
    assert all(CASES / 30 < count < CASES / 2 for count in fired.values())


def test_both_find_the_same_in_the_written_cases() -> None:
    texts = [path.read_text(encoding="utf-8") for path in NATIONAL]
    every = dict(zip(NATIONAL, map(sides, derived(texts)), strict=True))
    assert {f"{p.parent.name}/{p.stem}": b for p, b in every.items() if b and b[0] != b[1]} == {}
