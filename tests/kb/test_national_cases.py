"""Proposals of regions without a Perbup here: national law alone, once as kabupaten, once as kota.

`national/<CHECK>/` holds them as `cases/` holds those of the two regulations, `national/told.txt`
every finding whole, in a kabupaten: `PATUH_REFRESH_GOLDEN=1 pytest tests/kb/test_national_cases.py`
writes it anew; read the difference.
"""

from functools import cache
from pathlib import Path

import pytest
import telling
from expectations import expected

from patuh.checking import check
from patuh.finding import Result
from patuh.knowledge.territory.regions import in_words_of
from patuh.report.expectations import found

CASES = sorted((Path(__file__).parent / "national").glob("*/*.sotk"))
NATIONAL = ("pp_18_2016", "pp_12_2022", "uu_23_2014")
KABUPATEN = "Kabupaten Bone"
TOLD = Path(__file__).parent / "national" / "told.txt"

pytestmark = pytest.mark.xdist_group("national cases")
"""In one process, that keeps what the proposals bring."""


def source_of(path: Path, region: str) -> str:
    return in_words_of(region, path.read_text(encoding="utf-8").replace(KABUPATEN, region))


@cache
def result_of(path: Path, region: str) -> Result:
    return check(source_of(path, region).encode(), path.name, proofs=region == KABUPATEN)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize(
    "region", [KABUPATEN, pytest.param("Kota Bontang", marks=pytest.mark.thorough)]
)
def test_case(path: Path, region: str) -> None:
    result = result_of(path, region)
    assert result.input.regulations == NATIONAL
    assert found(result) == expected(source_of(path, region))


def test_every_finding_is_told_as_it_was_read() -> None:
    lines: list[str] = []
    for path in CASES:
        told = [*telling.every(result_of(path, KABUPATEN))]
        lines += [f"== {path.parent.name}/{path.stem}", *told] if told else []
    assert telling.as_read(TOLD, lines)


@pytest.mark.parametrize("folder", sorted({path.parent for path in CASES}), ids=lambda p: p.name)
def test_every_check_has_a_violation_and_its_repair(folder: Path) -> None:
    stated = [
        {check for _, check, _ in expected(path.read_text(encoding="utf-8"))}
        for path in folder.glob("*.sotk")
    ]
    assert any(folder.name in checks for checks in stated)
    assert any(folder.name not in checks for checks in stated)
