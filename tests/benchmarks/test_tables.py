"""What a table costs: `pytest -m benchmark -s tests/benchmarks/test_tables.py`."""

import gc
import time
from collections.abc import Iterator

import pytest
from measuring import table
from workbooks import book, sheet

from patuh.knowledge.regulations import applicable
from patuh.tables.importing import imported

MOST_SECONDS = 2.0
AGENCIES = 200


def rows() -> Iterator[tuple[str, str, str]]:
    """A regency of 20,001 units: id, name, id of the superior."""
    yield "0", "PEMERINTAH KABUPATEN PASER", ""
    for agency in range(AGENCIES):
        top = f"D{agency}"
        yield top, f"DINAS CONTOH {agency}", "0"
        yield f"{top}S", "SEKRETARIAT", top
        for part in range(14):
            yield f"{top}B{part}", f"BIDANG URUSAN {part} DAN PENGENDALIAN", top
            for number in range(6):
                name = f"SEKSI PERKARA {part} {number} DAN PELAYANAN"
                yield f"{top}B{part}S{number}", name, f"{top}B{part}"


@pytest.mark.benchmark
def test_a_table_of_20_000_rows() -> None:
    law = applicable("Paser")[0]
    lines = [("ID", "NAMA UNOR", "DIATASAN ID"), *rows()]
    inputs = {
        "u.xlsx": book({"UNOR": sheet(lines)}),
        "u.csv": "\n".join(map(";".join, lines)).encode(),
    }
    found = []
    for path, data in inputs.items():
        best = float("inf")
        for _ in range(3):
            gc.collect()
            start = time.process_time()
            text = imported(data, path, law).text
            best = min(best, time.process_time() - start)
        found.append([path, text.count("# sel "), best])
    table("CPU seconds of a table", ["file", "units", "seconds"], found)
    assert [units for _, units, _ in found] == [20_000, 20_000]
    assert max(seconds for *_, seconds in found) < MOST_SECONDS
