"""What the page costs from request to reply (`pytest -m benchmark`)."""

import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.structures import structure

sys.path.append(str(Path(__file__).parents[1] / "web"))

from served import serving

from patuh.engine.session import rest
from patuh.web.asked import Asked
from patuh.web.jobs.checking import check

pytestmark = pytest.mark.benchmark
TIMES = 50
IDLE = 0.1
"""Seconds of `_yardstick` on an idle machine of 2024, in which a reply is to take 0.15."""


def _yardstick(clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds of work that is always the same."""
    start = clock()
    total = 0
    for number in range(2_000_000):
        total += number * number
    return clock() - start


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
    assert statistics.median(replies) / stick * IDLE < 0.15


def test_the_work_of_a_reply() -> None:
    """The same in seconds of the processor, of each text the least of some: what others on the
    machine take away from it (the caches, mostly) is no work of a reply. Each is held against
    yardsticks of the same moment."""
    text = structure(300, faulty=0.5)
    work: list[float] = []
    on_idle: list[float] = []
    gc.disable()  # as in the process that does the work
    try:
        for at in range(TIMES // 2 + 2):
            least: list[float] = []
            sticks: list[float] = []
            for again in "abc":
                changed = text.replace("Seksi C", f"Seksi C{at:02}{again}", 1).encode()
                sticks.append(_yardstick(time.process_time))
                start = time.process_time()
                check(Asked(changed, "usulan.sotk", "id", "proposal"), False)
                least.append(time.process_time() - start)
                rest()
                gc.collect()
            work.append(min(least))
            on_idle.append(min(least) / min(sticks) * IDLE)
    finally:
        gc.enable()
    work, on_idle = sorted(work[2:]), sorted(on_idle[2:])
    late = round(len(work) * 0.95) - 1
    print(
        f"\npage, processor: median {statistics.median(work) * 1000:.0f} ms, 95th percentile"
        f" {work[late] * 1000:.0f} ms; on an idle machine"
        f" {statistics.median(on_idle) * 1000:.0f} and {on_idle[late] * 1000:.0f} ms"
    )
    assert on_idle[late] < 0.15
