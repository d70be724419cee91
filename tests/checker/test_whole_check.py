"""The whole way of a check, proofs included, gives what a case states: one of every check."""

from pathlib import Path

import pytest
from expectations import expected
from violations import checked, one_for_each_check, title

from patuh.report.expectations import found


@pytest.mark.parametrize("path", one_for_each_check(), ids=title)
def test_the_findings_are_those_that_the_case_states(path: Path) -> None:
    result = checked(path)
    assert found(result) == expected(path.read_text(encoding="utf-8"))
    assert {finding.regulation for finding in result.findings} <= {*result.input.regulations}
