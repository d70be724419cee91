"""What the page costs from request to reply (`pytest -m benchmark`)."""

import statistics
import sys
import time
from pathlib import Path

import pytest
from benchmarks.structures import structure

sys.path.append(str(Path(__file__).parents[1] / "web"))

from served import serving

pytestmark = pytest.mark.benchmark
TIMES = 50
IDLE = 0.1
"""Seconds of `_yardstick` on an idle machine of 2024, in which a reply is to take 0.15."""


def _yardstick() -> float:
    """Seconds of work that is always the same."""
    start = time.perf_counter()
    total = 0
    for number in range(2_000_000):
        total += number * number
    return time.perf_counter() - start


def test_a_reply_while_one_types() -> None:
    """300 units with 30 findings, chart included, each time with another word changed."""
    text = structure(300, faulty=0.5)
    replies: list[float] = []
    sticks: list[float] = []
    for page in serving():
        for at in range(TIMES + 3):
            changed = text.replace("Seksi C", f"Seksi C{at:02}", 1)
            sticks.append(_yardstick())
            start = time.perf_counter()
            reply = page.post("check", input=changed)
            replies.append(time.perf_counter() - start)
            assert (reply.status, len(reply.json["findings"])) == (200, 30)
    replies, sticks = sorted(replies[3:]), sorted(sticks[3:])
    late = replies[round(TIMES * 0.95) - 1]
    stick = statistics.median(sticks)
    print(
        f"\npage: median {statistics.median(replies) * 1000:.0f} ms, 95th percentile"
        f" {late * 1000:.0f} ms; yardstick {stick * 1000:.0f} ms, on an idle machine"
        f" {IDLE * 1000:.0f} ms: {late / stick * IDLE * 1000:.0f} ms there"
    )
    assert statistics.median(replies) / stick * IDLE < 0.25
