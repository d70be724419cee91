"""The stored inputs, without atheris: seeds, and what fuzzing once found, hold every property."""

import importlib
from pathlib import Path

import pytest

from fuzz import TARGETS

HERE = Path(__file__).parent
STORED = [
    pytest.param(target, path, id=f"{target}/{folder}/{path.stem}")
    for target in TARGETS
    for folder in ("seeds", "crashes")
    for path in sorted((HERE / folder / target).glob("*"))
]


@pytest.mark.parametrize(("target", "path"), STORED)
def test_stored_input(target: str, path: Path) -> None:
    importlib.import_module(f"fuzz.{target}").harness(path.read_bytes())


def test_every_target_has_seeds_and_all_are_small() -> None:
    sizes = {
        target: sum(path.stat().st_size for path in (HERE / "seeds" / target).iterdir())
        for target in TARGETS
    }
    assert min(sizes.values()) > 0
    assert sum(sizes.values()) < 300_000
    assert {path.name for path in (HERE / "seeds").iterdir()} == set(TARGETS)
