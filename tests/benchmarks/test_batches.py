"""What many inputs cost: `pytest -m benchmark -s tests/benchmarks/test_batches.py`."""

import time
from pathlib import Path

import pytest
from measuring import table
from structures import structure_by_groups

from patuh.batch.work import Task, done
from patuh.knowledge.root import kb_root

REGENCIES = 514
UNITS = 3_000
SOME = 10
"""So many are checked; what all cost is worked out from them."""
MOST_SECONDS = 400.0


@pytest.mark.benchmark
@pytest.mark.slow
def test_as_many_structures_as_there_are_regencies(tmp_path: Path) -> None:
    """In one process that is warm, as a worker is; the least of some, whatever else runs here."""
    text = structure_by_groups(UNITS)
    tasks = []
    for at in range(SOME + 1):
        path = tmp_path / f"{at}.sotk"
        path.write_text(text.replace("USULAN  : ", f"USULAN  : {at} ", 1), encoding="utf-8")
        tasks.append(Task(str(path), kb_root()))
    assert done(tasks[0]).counts is not None
    each = []
    for task in tasks[1:]:
        start = time.process_time()
        assert done(task).counts is not None
        each.append(time.process_time() - start)
    seconds = min(each)
    told = [[REGENCIES, UNITS, seconds, seconds * REGENCIES]]
    table("CPU seconds of a batch", ["inputs", "units", "each", "all"], told)
    assert seconds * REGENCIES < MOST_SECONDS
