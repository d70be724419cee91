"""What every target asserts of a single input: it is done in time, and the same twice."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar
from zlib import crc32

T = TypeVar("T")
SECONDS = 10.0
"""No input of a few kilobytes may take longer, on a slow machine with instrumented code too."""
_thorough = True


def be_quick() -> None:
    """Look at what is dear on a few inputs only: `run.py` has hundreds of thousands."""
    global _thorough
    _thorough = False


def thorough() -> bool:
    """Whether everything is asserted of every input, as in the suite."""
    return _thorough


def looked_at(data: bytes, one_in: int) -> bool:
    """Whether a dear property is asserted of this input; in the suite always."""
    return _thorough or crc32(data) % one_in == 0


@contextmanager
def bounded(seconds: float = SECONDS) -> Iterator[None]:
    """Fail if the block uses more seconds of processor time."""
    start = time.process_time()
    yield
    used = time.process_time() - start
    assert used <= seconds, f"{used:.1f} s of processor time"


def twice(work: Callable[[], T], data: bytes) -> T:
    """What `work` gives; fails if it gives something else the second time, of one input in 16."""
    with bounded():
        first = work()
    if looked_at(data, 16):
        assert work() == first
    return first
