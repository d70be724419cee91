"""What follows from the written cases and the corpus, each group derived in one pass.

The tests of `kb/`, of `checker/` and those of the oracle ask about the same ones, so they share it.
"""

from collections import Counter
from functools import cache
from pathlib import Path

from families import CASES, CORPUS, GROUPS, group_of
from together import One, together

from patuh.finding import Result
from patuh.report.expectations import found
from patuh_parser.sotk import SotkError


@cache
def group(name: str) -> dict[Path, One | SotkError]:
    """What follows from each proposal of a group, or why it cannot be read."""
    paths = [path for path in (*CASES, *CORPUS) if group_of(path) == name]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return dict(zip(paths, together(texts, list(map(str, paths))), strict=True))


@cache
def result(path: Path) -> Result:
    """What `patuh.checking.check` gives of a case."""
    one = group(group_of(path) or GROUPS[-1])[path]
    if isinstance(one, SotkError):
        raise one
    return one.result()


def findings(path: Path) -> Counter[tuple[str, str, str]]:
    """The multiset of (level, check, subject), as the lines `#!` of a proposal state it.

    The regulation of a finding is one that applies.
    """
    given = result(path)
    assert {finding.regulation for finding in given.findings} <= {*given.input.regulations}
    return found(given)
