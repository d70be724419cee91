"""The chart of every written case and witness: nothing cut, nothing upon something else."""

from itertools import combinations
from pathlib import Path

import pytest
from boxes import around, of_box, overlap, segments
from drawn import ROOT

from patuh.checking import UnknownRegionError, check
from patuh.report.charted import chart_of
from patuh_parser.sotk import SotkError

pytestmark = pytest.mark.slow
CASES = sorted(
    [*(ROOT / "tests/kb/cases").rglob("*.sotk"), *ROOT.glob("corpus/witnesses/*/*.sotk")]
)


@pytest.mark.parametrize(
    "folder", sorted({path.parent for path in CASES}), ids=lambda path: path.name
)
def test_the_chart_of_a_case_can_be_read(folder: Path) -> None:
    for path in sorted(folder.glob("*.sotk")):
        try:
            drawing = chart_of(check(path.read_bytes(), str(path), proofs=False), "id")
        except (SotkError, UnknownRegionError):
            continue
        if drawing is None:
            continue
        things = [*map(of_box, drawing.boxes), *map(around, drawing.texts)]
        assert [pair for pair in combinations(things, 2) if overlap(*pair)] == [], path
        for segment in segments(drawing):
            assert not any(overlap(segment, thing, 0.2) for thing in things), path
        assert all(thing[2] <= drawing.width + 0.01 for thing in things), path
