"""Every proposal under `cases/` and in the corpus gives exactly the findings it states.

The cases of a group are derived in one pass (`written.py`). The whole way of `patuh check` is gone
with the corpus here, and with a case of every check in `tests/checker/test_whole_check.py`, where
both are held against each other.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from expectations import expected
from families import CASES, CORPUS
from written import findings


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    assert findings(path) == expected(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_corpus(path: Path, findings_of: Callable[..., object]) -> None:
    source = path.read_text(encoding="utf-8")
    assert findings_of(source, str(path)) == expected(source)


@pytest.mark.parametrize("folder", sorted({path.parent for path in CASES}), ids=lambda p: p.name)
def test_every_check_has_a_violation_and_its_repair(folder: Path) -> None:
    """The check occurs among the expectations of one file and is absent from another."""
    stated = [
        {check for _, check, _ in expected(path.read_text(encoding="utf-8"))}
        for path in folder.glob("*.sotk")
    ]
    assert any(folder.name in checks for checks in stated)
    assert any(folder.name not in checks for checks in stated)
