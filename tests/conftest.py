"""Settings of the suite: fixed seeds, paths, and one way to check a proposal."""

import atexit
import gc
import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

if sys.dont_write_bytecode:
    # Who keeps the checkout clean shall not pay for it in each process that the tests start.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(ROOT / ".pytest_cache" / "bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix

if "PYTEST_XDIST_WORKER" in os.environ:
    # What a process of the suite has made need not be taken apart object by object at its end.
    atexit.register(os._exit, 0)

os.environ.pop("COLUMNS", None)
os.environ["PATUH_OFFICE"] = ""
"""No LibreOffice, unless a test is on it: what else is installed changes no result."""

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile(
    "long", parent=settings.get_profile("ci"), derandomize=False, max_examples=5_000
)
settings.load_profile("ci")

Findings = Counter[tuple[str, str, str]]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Says which tests the usual run leaves out, and which stay together.

    The tests on the written cases of a group run in one process: it derives each case once.
    """
    import thorough
    from families import group_of, in_one_process

    thorough.mark(items)
    for item in items:
        drawn = getattr(item, "callspec", None)
        if group := group_of(drawn.params.get("path") if drawn else None):
            item.add_marker(in_one_process(group))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """Groups begin, so that at the end no process waits for another's.

    Thousands of tests stay to the end: whoever collects garbage need not look at them again.
    """
    session.items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)  # a check leaves few cycles, and makes many objects


def pytest_sessionfinish() -> None:
    """What is left is not looked at again: pytest collects garbage five times at its end."""
    gc.freeze()


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def findings_of() -> Callable[..., Findings]:
    """Checks a text and gives the multiset of (level, check, subject).

    No expectation names the regulation of a finding: here each must rest on one that applies.
    """
    from patuh.checking import check
    from patuh.report.expectations import found

    def run(text: str, path: str = "usulan.sotk", **options: object) -> Findings:
        result = check(text.encode(), path, **options)  # type: ignore[arg-type]
        assert {finding.regulation for finding in result.findings} <= {*result.input.regulations}
        return found(result)

    return run
