"""The written cases by families of checks, and the proposals of the corpus: where they are.

Tests on the cases of one family run in one process, so that what they keep of a case is at hand.
"""

from itertools import groupby
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "kb" / "cases"
CASES = sorted(FOLDER.glob("*/*.sotk"))
CORPUS = sorted((ROOT / "corpus" / "proposals").glob("*.sotk"))
FAMILIES = {
    **{letter: list(paths) for letter, paths in groupby(CASES, lambda path: path.parent.name[0])},
    "corpus": CORPUS,
}
"""The paths by the letter of their checks."""


def family_of(path: object) -> str | None:
    """The key of `FAMILIES` under which a path stands; None for anything else."""
    if not isinstance(path, Path) or path.suffix != ".sotk":
        return None
    if path.parent.parent == FOLDER:
        return path.parent.name[0]
    return "corpus" if path in CORPUS else None


def in_one_process(family: str) -> pytest.MarkDecorator:
    """For tests that ask about a family: what follows from its proposals is kept there.

    `conftest.py` sets it on every test with a `path` among them.
    """
    return pytest.mark.xdist_group(f"family {family}")
