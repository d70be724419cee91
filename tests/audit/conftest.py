"""Copies of the knowledge base: the whole one, and a small part of it."""

import shutil
from pathlib import Path

import pytest
from audit.broken import Copy

from patuh.knowledge.root import kb_root


@pytest.fixture
def whole(tmp_path: Path) -> Copy:
    """All of it."""
    return Copy(Path(shutil.copytree(kb_root(), tmp_path / "kb")))


@pytest.fixture
def small(tmp_path: Path) -> Copy:
    """Paser alone, with no checks but the few that a test adds."""
    root = Path(shutil.copytree(kb_root(), tmp_path / "kb"))
    shutil.rmtree(root / "regulations" / "kutim_41_2023")
    for path in (*(root / "checks").glob("*.lp"), *(root / "drafting" / "checks").glob("*.lp")):
        path.unlink()
    return Copy(root)
