"""Proposals of regions without a Perbup here: national law alone, once as kabupaten, once as kota.

`national/<CHECK>/` holds them as `cases/` holds those of the two regulations.
"""

from pathlib import Path

import pytest
from expectations import expected

from patuh.checking import check
from patuh.knowledge.territory.regions import in_words_of
from patuh.report.expectations import found

CASES = sorted((Path(__file__).parent / "national").glob("*/*.sotk"))
NATIONAL = ("pp_18_2016", "uu_23_2014")


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize("region", ["Kabupaten Bone", "Kota Bontang"])
def test_case(path: Path, region: str) -> None:
    source = path.read_text(encoding="utf-8").replace("Kabupaten Bone", region)
    source = in_words_of(region, source)
    result = check(source.encode(), str(path), proofs=False)
    assert result.input.regulations == NATIONAL
    assert found(result) == expected(source)


@pytest.mark.parametrize("folder", sorted({path.parent for path in CASES}), ids=lambda p: p.name)
def test_every_check_has_a_violation_and_its_repair(folder: Path) -> None:
    stated = [
        {check for _, check, _ in expected(path.read_text(encoding="utf-8"))}
        for path in folder.glob("*.sotk")
    ]
    assert any(folder.name in checks for checks in stated)
    assert any(folder.name not in checks for checks in stated)
