"""What every target asserts of a single input: it is done in time, and the same twice."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
SECONDS = 10.0
"""No input of a few kilobytes may take longer, on a slow machine with instrumented code too."""


@contextmanager
def bounded(seconds: float = SECONDS) -> Iterator[None]:
    """Fail if the block uses more seconds of processor time."""
    start = time.process_time()
    yield
    used = time.process_time() - start
    assert used <= seconds, f"{used:.1f} s of processor time"


def twice(work: Callable[[], T]) -> T:
    """What `work` gives; fails if it gives something else the second time."""
    with bounded():
        first = work()
    assert work() == first
    return first
