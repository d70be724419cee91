"""Work without the collector of garbage, where many objects are made and no cycles.

For the process of the command line only: whoever calls patuh from Python decides for the process.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep the garbage collector off meanwhile: what stays would be looked at again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
