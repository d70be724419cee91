"""How time grows with the size: `pytest -m benchmark -s tests/benchmarks/test_growth.py`.

The exponent between a size and its half, of CPU times: 1 is linear.
"""

import gc
import time

import pytest
from measuring import exponent, table
from shapes import DRAFTS, PROPOSALS, WEIGHT, Shape

from patuh.checking import check
from patuh.cli.call.collector import without_collector
from patuh.draft_checking import check_draft

SIZES = {**PROPOSALS, **DRAFTS}
MOST = 1.15


def seconds(shape: Shape, size: int, rounds: int) -> float:
    """The best of some rounds, as the command runs: other work on the machine only ever adds."""
    data = shape(size).encode()
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        with without_collector():
            start = time.process_time()
            if shape in PROPOSALS:
                check(data, "a.sotk")
            else:
                check_draft(data, "a.txt")
            best = min(best, time.process_time() - start)
    return best


def growth(shape: Shape, size: int, rounds: int) -> tuple[float, float, float]:
    """The seconds of half the size and of the size, and the exponent of what they state."""
    weight = WEIGHT.get(shape, int)
    half, whole = seconds(shape, size // 2, rounds), seconds(shape, size, rounds)
    return half, whole, exponent(half, whole, weight(size) / weight(size // 2))


@pytest.mark.benchmark
def test_every_shape_is_linear() -> None:
    rows = []
    for shape, size in SIZES.items():
        seconds(shape, 10, 1)
        rows.append([shape.__name__, size, *growth(shape, size, 3)])
    table("CPU seconds and exponents", ["shape", "size", "half", "whole", "exponent"], rows)
    assert {name: found for name, *_, found in rows if found > MOST} == {}
