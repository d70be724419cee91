"""The whole way of a check, proofs included, gives what a case states: one of every check."""

from collections import Counter
from pathlib import Path

import pytest
from expectations import expected
from violations import checked, one_for_each_check, title

from patuh.report.wording import Wording


@pytest.mark.parametrize("path", one_for_each_check(), ids=title)
def test_the_findings_are_those_that_the_case_states(path: Path) -> None:
    result = checked(path)
    wording = Wording("id", result.input)
    found = Counter(
        (finding.level.name, finding.check, wording.subject(finding)) for finding in result.findings
    )
    assert found == expected(path.read_text(encoding="utf-8"))
    assert {finding.regulation for finding in result.findings} <= {*result.input.regulations}
