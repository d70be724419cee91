"""One server for all tests of the page, in one process."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("uvicorn")
sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1] / "checker")]

from served import Page, serving


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One process has the server."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.xdist_group("page"))


@pytest.fixture(scope="session")
def page() -> Iterator[Page]:
    """One server for all tests of a process."""
    yield from serving()
