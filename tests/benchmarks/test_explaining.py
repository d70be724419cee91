"""What proofs and absences cost beside the check itself (`pytest -m benchmark`)."""

import os
import subprocess
import time

import pytest
from benchmarks.structures import structure

from patuh.checking import check, finding_atoms

pytestmark = pytest.mark.benchmark
UNITS = 10_000
AIM = 0.5


def seconds(action: object, *arguments: object, **options: object) -> float:
    start = time.perf_counter()
    action(*arguments, **options)  # type: ignore[operator]
    return time.perf_counter() - start


def test_explaining_costs_less_than_half_of_the_check() -> None:
    """10,000 units, 1 % of the agencies faulty: all proofs with their absences."""
    text = structure(UNITS, faulty=0.01)
    check(structure(50, faulty=0.1).encode(), "warm.sotk", why=True)
    plain = min(seconds(finding_atoms, text, "besar.sotk") for _ in range(2))
    whole = min(seconds(check, text.encode(), "besar.sotk", why=True) for _ in range(2))
    ratio = (whole - plain) / plain
    print(f"\nexplaining {UNITS} units: check {plain:.2f} s, proofs {whole - plain:.2f} s, "
          f"ratio {ratio:.2f}")  # fmt: skip
    assert ratio < AIM


@pytest.mark.skipif("PATUH_XCLINGO" not in os.environ, reason="names a Python that has xclingo")
def test_beside_xclingo() -> None:
    """The time that xclingo takes to be loaded and to ground a small program, for comparison."""
    python = os.environ["PATUH_XCLINGO"]
    code = (
        "import time, xclingo; s = time.perf_counter();"
        "c = xclingo.XclingoControl(['1'], n_explanations=['1']);"
        "c.add('base', [], 'p(1..1000). %!show_trace {p(X)} :- p(X).\\nq(X) :- p(X).');"
        "c.ground([('base', [])]); print(time.perf_counter() - s)"
    )
    run = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    print(f"\nxclingo, 1000 atoms: {float(run.stdout):.2f} s")
    assert float(run.stdout) > 0
