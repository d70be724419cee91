"""The written cases, in groups by the letters of their checks, and the corpus: where they are.

A group is derived in one pass. Tests on its cases run in one process, so that what they keep of a
case is at hand; more groups would ground the rules as much more often.
"""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "kb" / "cases"
CASES = sorted(FOLDER.glob("*/*.sotk"))
NATIONAL = sorted((ROOT / "tests" / "kb" / "national").glob("*/*.sotk"))
BETWEEN_LEVELS = sorted((ROOT / "corpus" / "conflicts").glob("*.sotk"))
CORPUS = sorted((ROOT / "corpus" / "proposals").glob("*.sotk"))
GROUPS = ("A–H", "I–P", "Q–Z")
"""By first and last letter; the corpus stands in the last."""


def group_of_check(name: str) -> str:
    """The group of the cases of a check."""
    return next(group for group in GROUPS if name[0] <= group[-1])


_GROUP_OF = {path: group_of_check(path.parent.name) for path in CASES}
_GROUP_OF |= dict.fromkeys(CORPUS, GROUPS[-1])


def group_of(path: object) -> str | None:
    """The group in which a path stands; None for anything that is no case and not in the corpus."""
    return _GROUP_OF.get(path) if isinstance(path, Path) else None


def in_one_process(group: str) -> pytest.MarkDecorator:
    """For tests that ask about a group: what follows from its proposals is kept there.

    `conftest.py` sets it on every test with a `path` among them.
    """
    return pytest.mark.xdist_group(f"cases {group}")
