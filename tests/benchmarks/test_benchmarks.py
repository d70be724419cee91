"""How fast: `pytest -m benchmark -s tests/benchmarks` prints the tables.

Times are CPU times; ratios compare with bare clingo or with a process that only imports what
must be imported, so that they mean the same on every machine. The small run at the end belongs
to every run of the suite and has generous bounds.
"""

import cProfile
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from measuring import Stages, best_of, exponent, peak_megabytes, stages, table
from structures import structure, structure_by_groups, workflows

from patuh.checking import read

GENERATORS: dict[str, Callable[[int, float], str]] = {
    "structure": structure,
    "groups": structure_by_groups,
    "workflows": workflows,
}
FAULTY = 0.01
HEAD = [
    "size", "parse", "facts", "ground", "explain", "check", "bare clingo",
    "check ÷ bare", "check ÷ (parse + bare)", "explain ÷ rest", "findings",
]  # fmt: skip
COLUMNS = (
    "parse", "facts", "ground", "explain", "check", "bare", "beside_clingo", "overhead",
    "explanation", "findings",
)  # fmt: skip
MEASURED = ("parse", "facts", "ground", "explain", "check")


def measured(generator: str, sizes: list[int], repeats: int = 2) -> dict[int, Stages]:
    """The stages for each size, after one run that fills the caches; printed as a table."""
    make = GENERATORS[generator]
    stages(make(10, 0.5), 1)
    found = {size: stages(make(size, FAULTY), repeats) for size in sizes}
    rows = [[size, *(getattr(taken, name) for name in COLUMNS)] for size, taken in found.items()]
    table(f"{generator}: CPU seconds", HEAD, rows)
    small, large = sizes[-2:]
    growth = [growth_of(name, found[small], found[large], large / small) for name in MEASURED]
    table(f"{generator}: growth exponents, {small} to {large}", MEASURED, [growth])
    return found


def growth_of(name: str, small: Stages, large: Stages, factor: float) -> float:
    return exponent(max(getattr(small, name), 1e-3), max(getattr(large, name), 1e-3), factor)


@pytest.mark.benchmark
@pytest.mark.parametrize("generator", GENERATORS)
def test_stages_and_growth(generator: str) -> None:
    """Everything between text and findings costs little beside clingo, and grows with the size."""
    sizes = [100, 1_000, 10_000] if generator != "workflows" else [100, 500, 2_500]
    found = measured(generator, sizes)
    assert found[sizes[-1]].overhead < 1.5
    assert growth_of("check", *(found[size] for size in sizes[-2:]), sizes[-1] / sizes[-2]) < 1.2


@pytest.mark.benchmark
@pytest.mark.slow
def test_a_hundred_thousand_units() -> None:
    found = measured("structure", [10_000, 100_000], repeats=1)
    small, large = found.values()
    assert large.overhead < 1.5
    assert large.check < 2.5 * large.bare
    assert growth_of("check", small, large, 10) < 1.2
    assert growth_of("parse", small, large, 10) < 1.1


@pytest.mark.benchmark
def test_explaining_one_agency_in_a_hundred() -> None:
    """All findings of 10,000 units, with proofs and citations, for less than half of the check."""
    found = measured("structure", [1_000, 10_000])
    assert found[10_000].findings == 20
    assert found[10_000].explanation < 0.5


@pytest.mark.benchmark
def test_memory(tmp_path: Path) -> None:
    """Peak memory of a process, and what a unit adds to it."""
    peaks = {}
    for size in (100, 1_000, 10_000):
        path = tmp_path / f"{size}.sotk"
        path.write_text(structure(size, FAULTY), encoding="utf-8")
        peaks[size] = peak_megabytes(path)
    per_unit = (peaks[10_000] - peaks[1_000]) * 1024 / 9_000
    table("peak memory, MB", ["size", "MB"], list(peaks.items()))
    table("kB for each further unit", ["kB"], [[per_unit]])
    assert per_unit < 40


@pytest.mark.benchmark
@pytest.mark.parametrize("generator", GENERATORS)
def test_reading(generator: str) -> None:
    """Reading, beside finding the words of the text; at 665215ee it took 15, 17 and 14 times."""
    text = GENERATORS[generator](1_000 if generator != "workflows" else 200, 0.0)
    read(text, "u.sotk")
    words = best_of(5, lambda: [(m[0], m.start()) for m in re.finditer(r"\S+", text)])
    reading = best_of(5, lambda: read(text, "u.sotk"))
    row = [len(text) / reading / 1e6, reading / words]
    table(f"{generator}: reading", ["MB/s", "÷ words"], [row])
    assert reading < 28 * words


@pytest.mark.parametrize(
    ("generator", "most"), [("structure", 28), ("groups", 29), ("workflows", 22)]
)
def test_calls_for_a_word(generator: str, most: float) -> None:
    """In every run: a further pass over every sentence shows, whatever else the machine does.

    At 665215ee, with a third of the language, it was 26, 35 and 21 calls.
    """
    text = GENERATORS[generator](100 if generator != "workflows" else 20, 0.0)
    read(text, "u.sotk")
    with cProfile.Profile() as profile:
        read(text, "u.sotk")
    assert sum(entry.callcount for entry in profile.getstats()) < most * len(text.split())


@pytest.mark.parametrize(
    "generator",
    [
        one if one == "structure" else pytest.param(one, marks=pytest.mark.slow)
        for one in GENERATORS
    ],
)
def test_a_small_run(generator: str) -> None:
    """In every run: nothing grows with the square of the size; little comes on top of clingo."""
    small, large = 30, 120
    found = measured(generator, [small, large], repeats=1)
    assert growth_of("check", found[small], found[large], large / small) < 1.5
    assert found[large].overhead < 2.5


@pytest.mark.parametrize("generator", GENERATORS)
def test_the_structures_are_what_they_say(generator: str) -> None:
    """The sizes are met, and without faults no finding above a note is there."""
    from patuh.checking import check

    proposal, _ = read(GENERATORS[generator](500, 0.0), "u.sotk")
    assert 480 < len(proposal.units) < 520
    clean = check(GENERATORS[generator](100, 0.0).encode(), "u.sotk")
    assert {finding.level.name for finding in clean.findings} <= {"catatan"}
    faulty = check(GENERATORS[generator](100, 0.1).encode(), "u.sotk")
    assert any(finding.level.name == "pelanggaran" for finding in faulty.findings)
