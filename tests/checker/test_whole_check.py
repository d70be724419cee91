"""The whole way of a check, proofs included, gives what a case states: one of every check.

Most tests on the cases ask what one pass over all cases of a group gives (`written.py`): this is
where that is held against a check of each by itself.
"""

from pathlib import Path

import pytest
from expectations import expected
from violations import checked, one_for_each_check, title

from patuh.checking import check
from patuh.report.expectations import found


@pytest.mark.parametrize("path", one_for_each_check(), ids=title)
def test_the_findings_are_those_that_the_case_states(path: Path) -> None:
    result = checked(path, why=True)
    assert found(result) == expected(path.read_text(encoding="utf-8"))
    assert {finding.regulation for finding in result.findings} <= {*result.input.regulations}


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, marks=[pytest.mark.slow] if number % 3 else [])
        for number, path in enumerate(one_for_each_check())
    ],
    ids=title,
)
def test_one_pass_over_many_gives_each_what_a_check_of_it_alone_does(path: Path) -> None:
    """Findings, places, provisions and proofs."""
    assert checked(path) == check(path.read_bytes(), str(path))
