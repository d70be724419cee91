"""What is asked of the house itself: no room with more files than one can see at a glance."""

from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST = 20
"""Files directly in a package."""


@pytest.mark.parametrize("room", ["checker", "parser"])
def test_no_package_has_more_files_than_can_be_seen_at_a_glance(room: str) -> None:
    counted = Counter(path.parent for path in (ROOT / room).rglob("*.py"))
    full = {str(package.relative_to(ROOT)): n for package, n in counted.items() if n > MOST}
    assert counted
    assert full == {}
