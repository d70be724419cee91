"""Two sides that several tests ask about are compared once."""

from collections.abc import Iterator
from functools import cache

import pytest

from patuh.revision.compared import compared


@pytest.fixture(scope="module", autouse=True)
def once() -> Iterator[None]:
    """The same two sides are compared once in a module, in whatever form it is told."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("patuh.revision.compared.compared", cache(compared))
        yield
