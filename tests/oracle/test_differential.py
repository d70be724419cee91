"""Product and oracle find the same in random proposals; docs/properties.md says what it is for.

Proposals that hold an open matter of disagreements.md may differ; the rest must not.

On demand 100,000 of them: `pytest -m slow tests/oracle`; any number: `ORACLE_CASES=5000 pytest …`.
`python tests/oracle/coverage.py` prints how often every check fires and how often it is silent.
"""

import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

import pytest

from oracle.comparing import REGENCIES, both, disagreement, seeded
from oracle.known import open_matters
from oracle.reading import FAMILIES

CASES = int(os.environ.get("ORACLE_CASES", "600"))
MANY = 100_000
CHUNK = 50
SHOWN = 3


def run(seeds: range) -> tuple[list[int], int, Counter[tuple[str, str]]]:
    """The seeds on which the sides differ, how many texts could not be read, and how many
    proposals of each regency have each check."""
    differ: list[int] = []
    unread = 0
    fired: Counter[tuple[str, str]] = Counter()
    for seed in seeds:
        regency, start = seeded(seed)
        sides = both(start.text)
        if sides is None:
            unread += 1
            continue
        if sides[0] != sides[1] and not open_matters(start.text):
            differ.append(seed)
        fired.update({(regency, check) for _, check, _ in sides[1]})
    return differ, unread, fired


@cache
def compared(count: int) -> tuple[list[int], int, Counter[tuple[str, str]]]:
    """`run` over the seeds 0 to `count`, on all cores."""
    chunks = [range(at, min(at + CHUNK, count)) for at in range(0, count, CHUNK)]
    differ: list[int] = []
    unread = 0
    fired: Counter[tuple[str, str]] = Counter()
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for some, lost, checks in pool.map(run, chunks):
            differ += some
            unread += lost
            fired += checks
    return differ, unread, fired


def report(seeds: list[int]) -> str:
    """The first disagreements, each on its smallest proposal."""
    parts = [f"{len(seeds)} proposals differ; seeds {seeds[:20]}"]
    for seed in seeds[:SHOWN]:
        parts.append(f"--- seed {seed}\n{disagreement(seeded(seed)[1])}")
    return "\n".join(parts)


def test_product_and_oracle_agree() -> None:
    differ, unread, _ = compared(CASES)
    assert unread == 0
    if differ:
        pytest.fail(report(differ))


@pytest.mark.parametrize("regency", REGENCIES)
def test_every_check_fires_and_is_silent(regency: str) -> None:
    """The generator reaches every check: each fires in some proposals and not in most."""
    _, _, fired = compared(CASES)
    each = CASES // len(REGENCIES)
    for family in FAMILIES:
        for check in family.CHECKS[regency]:
            name = check.__name__.upper()
            assert 0 < fired[regency, name] < 0.9 * each, (name, fired[regency, name])


@pytest.mark.slow
def test_product_and_oracle_agree_on_many() -> None:
    differ, unread, _ = compared(MANY)
    assert unread == 0
    if differ:
        pytest.fail(report(differ))
