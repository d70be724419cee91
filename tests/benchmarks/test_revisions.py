"""What a revision costs beside bare clingo: `pytest -m benchmark -s tests/benchmarks`."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from measuring import bare_clingo, best_of, table
from revision.revised import moved, revised

from patuh.checking import facts_of, read
from patuh.knowledge.programs import programs
from patuh.knowledge.root import kb_root
from patuh.revision.compared import compared

LAW = "kutim_41_2023"
PROPOSAL = "USULAN  : Contoh\nDAERAH  : Kabupaten Kutai Timur\n\nSTRUKTUR\n\nBagian Hukum.\n"
MOST = {"one norm": 30.0, "a fifth of an article's norms": 50.0}
"""So many times the grounding of the knowledge base with one sentence: 21 and 36 were measured."""
_NORM = re.compile(rf"^(?!ketentuan_tak_diuji|sifat_norma)\w+\({LAW}, .*\)\.$")


def fewer(text: str) -> str:
    """The norms of a file without every fifth."""
    return "\n".join(_without(text.splitlines())) + "\n"


def _without(lines: list[str]) -> Iterator[str]:
    norms = 0
    for line in lines:
        if _NORM.match(line):
            norms += 1
            if not norms % 5:
                continue
        yield line


@pytest.mark.benchmark
@pytest.mark.slow
def test_a_revision_costs_so_many_times_bare_clingo(tmp_path: Path) -> None:
    """The first run works the language of proposals out, and is not counted."""
    facts = facts_of(*read(PROPOSAL, "contoh.sotk")).text
    texts = [program.text for program in programs([LAW])]
    bare = best_of(5, lambda: bare_clingo(texts, facts))
    rows = []
    for name, file, change in (
        ("one norm", "pasal_18_daftar.lp", moved),
        ("a fifth of an article's norms", "pasal_18.lp", fewer),
    ):
        root = revised(tmp_path / file, LAW, file, change)
        compared(LAW, kb_root(), root)
        seconds = best_of(2, lambda root=root: compared(LAW, kb_root(), root))  # type: ignore[misc]
        rows.append((name, seconds, bare, seconds / bare))
    table("CPU seconds of a revision", ["changed", "seconds", "bare clingo", "times"], rows)
    assert all(times < MOST[name] for name, _, _, times in rows)
