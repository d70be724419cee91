"""Product and oracle find the same in random proposals; docs/properties.md says what it is for.

Proposals that hold an open matter of disagreements.md may differ; the rest must not.

On demand 100,000 of them: `pytest -m slow tests/oracle`; any number: `ORACLE_CASES=5000 pytest …`;
any stretch, one that takes hours too: `python tests/oracle/run.py`.
`python tests/oracle/coverage.py` prints how often every check fires and how often it is silent.
"""

import gc
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

import pytest

from oracle.comparing import REGENCIES, both, both_of_many, disagreement, seeded
from oracle.known import open_matters
from oracle.reading import FAMILIES
from oracle.seeds import SEEDS

FEW = 120
CASES = int(os.environ.get("ORACLE_CASES", "700"))
MANY = 100_000
CHUNK = 400
"""As many as are grounded together: a proposal then costs a quarter of what it costs with ten."""
SHOWN = 3
TOGETHER = pytest.mark.xdist_group("compared")
"""In one process, that `compared` is worked out once."""


def run(seeds: Sequence[int]) -> tuple[list[int], int, Counter[tuple[str, str]]]:
    """The seeds on which the sides differ, how many texts could not be read, and how many
    proposals of each regency have each check, and there are in all ("any")."""
    differ: list[int] = []
    unread = 0
    fired: Counter[tuple[str, str]] = Counter()
    drawn = [seeded(seed) for seed in seeds]
    gc.disable()  # it would look at all that is read once and stays, again and again
    try:
        many = both_of_many([start.text for _, start in drawn])
    finally:
        gc.enable()
    for seed, (regency, start), sides in zip(seeds, drawn, many, strict=True):
        if sides is None:
            unread += 1
            continue
        if sides[0] != sides[1] and not open_matters(start.text):
            differ.append(seed)
        fired.update({(regency, "any"), *((regency, check) for _, check, _ in sides[1])})
    return differ, unread, fired


@cache
def compared(count: int) -> tuple[list[int], int, Counter[tuple[str, str]]]:
    """`run` over the seeds 0 to `count`, where it is not a few those of `SEEDS` too; on all cores
    where they are many.

    For a few thousand two more processes would only be in the way of those of xdist.
    """
    seeds = [*range(count), *(seed for seed in SEEDS if seed >= count > FEW)]
    chunks = [seeds[at : at + CHUNK] for at in range(0, len(seeds), CHUNK)]
    if count < MANY:
        return _joined(map(run, chunks))
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return _joined(pool.map(run, chunks))


def _joined(
    parts: Iterable[tuple[list[int], int, Counter[tuple[str, str]]]],
) -> tuple[list[int], int, Counter[tuple[str, str]]]:
    differ: list[int] = []
    unread = 0
    fired: Counter[tuple[str, str]] = Counter()
    for some, lost, checks in parts:
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


def test_side_by_side_finds_what_each_finds_by_itself() -> None:
    texts = [seeded(seed)[1].text for seed in range(8)]
    assert both_of_many(texts) == [both(text) for text in texts]


@TOGETHER
@pytest.mark.parametrize("count", [FEW, CASES])
def test_product_and_oracle_agree(count: int) -> None:
    differ, unread, _ = compared(count)
    assert unread == 0
    if differ:
        pytest.fail(report(differ))


LISTED = {"V5"}
"""Checks of what a list leaves out: proposals that are drawn list no members of a forum."""


@TOGETHER
@pytest.mark.parametrize("regency", REGENCIES)
def test_every_check_fires_and_is_silent(regency: str) -> None:
    """The generator reaches every check: each fires in some proposals and not in most."""
    _, _, fired = compared(CASES)
    each = fired[regency, "any"]
    for family in FAMILIES:
        for check in family.CHECKS[regency]:
            name = check.__name__.upper()
            if not name[1:].isdigit() or name in LISTED:
                continue  # a part of another check, or one that only cases show
            assert 0 < fired[regency, name] < 0.9 * each, (name, fired[regency, name])


@pytest.mark.slow
def test_product_and_oracle_agree_on_many() -> None:
    differ, unread, _ = compared(MANY)
    assert unread == 0
    if differ:
        pytest.fail(report(differ))
