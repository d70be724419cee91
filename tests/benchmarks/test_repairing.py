"""What repairs cost beside the check itself (`pytest -m benchmark`)."""

import time

import pytest
from benchmarks.structures import structure
from measuring import exponent
from shapes import superiors

from patuh.checking import Reading, check, check_reading, load
from patuh.finding import Level, Result
from patuh.repair.mending import mend
from patuh.repair.plan import Planner

pytestmark = pytest.mark.benchmark
PATH = "besar.sotk"


def checked(units: int, faulty: float) -> tuple[Result, Reading, float]:
    """A structure that is read and checked, and the processor seconds that it took."""
    check(structure(50, faulty=0.1).encode(), "warm.sotk")
    text = structure(units, faulty=faulty)
    start = time.process_time()
    reading = load(text, PATH)
    result = check_reading(text, PATH, reading)
    return result, reading, time.process_time() - start


def test_all_repairs_of_one_finding() -> None:
    """One finding among 10,000 units: every repair of least cost, verified, within one check."""
    result, reading, check_time = checked(10_000, 0.003)
    finding = next(f for f in result.findings if f.check == "H7")
    start = time.process_time()
    found = Planner(result, reading).plan(finding).repairs
    ratio = (time.process_time() - start) / check_time
    print(f"\none finding in 10,000 units: check {check_time:.2f} s, repairs {ratio:.2f} of it")
    assert found
    assert ratio < 1


def repaired_together(units: int, count: int) -> tuple[float, float]:
    """Seconds of the check of a structure, and of repairing all its findings."""
    result, reading, check_time = checked(units, 0.05)
    assert len([f for f in result.findings if f.check == "H7"]) == count
    start = time.process_time()
    mended = mend(result, Level.belum_lengkap, reading)
    taken = time.process_time() - start
    print(f"\n{count} findings in {units} units: check {check_time:.1f} s, "
          f"repair {taken / check_time:.2f} of it")  # fmt: skip
    assert not mended.left
    return check_time, taken


def test_independent_findings_are_repaired_together() -> None:
    """100 findings in 10,000 units: one repair set that makes it clean, within two checks.

    The last check, of the repaired text, is among the two. The time grows with the number of
    findings.
    """
    _, small = repaired_together(2_000, 20)
    check_time, large = repaired_together(10_000, 100)
    growth = exponent(small, large, 5)
    print(f"growth exponent {growth:.2f}")
    assert large < 2 * check_time
    assert growth < 1.4


def test_a_unit_under_many_superiors_costs_no_more_a_finding() -> None:
    """One unit under 45 superiors and under 90, each of them a finding: of six the repairs."""

    def seconds(count: int) -> float:
        result = check(superiors(count).encode(), PATH)
        planner = Planner(result)
        start = time.process_time()
        for finding in result.findings[:6]:
            assert planner.plan(finding).repairs
        return time.process_time() - start

    seconds(2)
    few, many = seconds(45), seconds(90)
    growth = exponent(few, many, 2)
    print(
        f"\na finding under 45 superiors {few / 6:.2f} s, under 90 {many / 6:.2f} s: {growth:.2f}"
    )
    assert growth < 0.3


@pytest.mark.slow
def test_a_thousand_findings_are_repaired_together() -> None:
    """1,000 findings in 100,000 units: one repair set that makes it clean, within two checks."""
    check_time, taken = repaired_together(100_000, 1_000)
    assert taken < 2 * check_time
