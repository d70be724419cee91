"""Product and oracle find the same in every written case and every proposal of the corpus.

The random proposals reach what their generator says; the cases were written to tell small changes
of the rules, so they say what it does not.
"""

from pathlib import Path

import pytest

from oracle.comparing import both

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests" / "kb" / "cases").glob("*/*.sotk"))
CORPUS = sorted((ROOT / "corpus" / "proposals").glob("*.sotk"))


@pytest.mark.parametrize(
    "path", [*CASES, *CORPUS], ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_both_sides_agree(path: Path) -> None:
    sides = both(path.read_text(encoding="utf-8"), str(path))
    assert sides is not None
    product, oracle = sides
    assert product == oracle
