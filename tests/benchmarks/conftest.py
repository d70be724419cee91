"""The tools of the benchmarks can be imported by their names."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def _collector_off() -> Iterator[None]:
    """As the command has it while it checks; what other tests keep is not looked at each time."""
    gc.freeze()
    gc.disable()
    yield
    gc.enable()
