"""What repairs cost beside the check itself (`pytest -m benchmark`)."""

import time

import pytest
from benchmarks.structures import structure

from patuh.checking import check
from patuh.finding import Level
from patuh.repair.plan import Planner
from patuh.repair.whole import mend

pytestmark = pytest.mark.benchmark


def test_all_repairs_of_one_finding() -> None:
    """One finding among 3,000 units: every repair of least cost, verified on the whole text.

    It takes one reading of the source and one check for each repair offered: within thrice the
    check. The aim is less than one check.
    """
    text = structure(3_000, faulty=0.003)
    start = time.perf_counter()
    result = check(text.encode(), "besar.sotk")
    checked = time.perf_counter() - start
    finding = next(f for f in result.findings if f.check == "H7")
    start = time.perf_counter()
    found = Planner(result).plan(finding).repairs
    taken = time.perf_counter() - start
    print(f"\none finding in 3000 units: check {checked:.2f} s, repairs {taken:.2f} s, "
          f"ratio {taken / checked:.2f}")  # fmt: skip
    assert found
    assert taken < 3 * checked


def test_independent_findings_are_repaired_together() -> None:
    """Thirty findings in 3,000 units: one repair set that makes the proposal clean.

    The edits of findings that share no line are checked once together, so the time grows with
    the searches and not with the checks. The aim is twice the check.
    """
    text = structure(3_000, faulty=0.05)
    start = time.perf_counter()
    result = check(text.encode(), "besar.sotk")
    checked = time.perf_counter() - start
    assert len([f for f in result.findings if f.check == "H7"]) == 30
    start = time.perf_counter()
    mended = mend(result, Level.belum_lengkap)
    taken = time.perf_counter() - start
    print(f"\n30 findings in 3000 units: check {checked:.1f} s, repair {taken:.1f} s, "
          f"ratio {taken / checked:.2f}")  # fmt: skip
    assert not mended.left
    assert taken < 30 * checked
