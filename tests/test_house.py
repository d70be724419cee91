"""What is asked of the house itself: rooms that one can see at a glance, a suite that is quick."""

import os
from collections import Counter
from pathlib import Path

import pytest
import thorough

ROOT = Path(__file__).resolve().parents[1]
MOST = 20
"""Files directly in a package."""


@pytest.mark.parametrize("room", ["checker", "parser"])
def test_no_package_has_more_files_than_can_be_seen_at_a_glance(room: str) -> None:
    counted = Counter(path.parent for path in (ROOT / room).rglob("*.py"))
    full = {str(package.relative_to(ROOT)): n for package, n in counted.items() if n > MOST}
    assert counted
    assert full == {}


@pytest.mark.xdist_group("house")
@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="all is one process")
def test_a_group_of_tests_stays_in_one_process(request: pytest.FixtureRequest) -> None:
    """Else what one of them works out is worked out again in each process, unnoticed."""
    assert request.node.nodeid.endswith("@house")


@pytest.mark.parametrize("name", sorted(thorough.known()))
def test_what_the_usual_run_leaves_out_is_there(name: str) -> None:
    file, _, test = name.partition("::")
    assert f"def {test}" in (ROOT / "tests" / file).read_text(encoding="utf-8")
