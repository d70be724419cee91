"""Every proposal under `cases/` and in the corpus gives exactly the findings it states."""

from collections.abc import Callable
from pathlib import Path

import pytest
from expectations import expected

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("cases/*/*.sotk"))
CORPUS = sorted((HERE.parent.parent / "corpus" / "proposals").glob("*.sotk"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path, findings_of: Callable[..., object]) -> None:
    source = path.read_text(encoding="utf-8")
    assert findings_of(source) == expected(source)


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
