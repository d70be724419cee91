"""What one check costs in a process that has checked before (`pytest -m benchmark`)."""

from pathlib import Path

import pytest
from measuring import bare_clingo, best_of, table

from patuh.checking import check, facts_of, read
from patuh.knowledge.programs import programs
from patuh.repair.plan import check_with_repairs

MOST = 0.2
MOST_WITH_REPAIRS = 0.8
CASES = (
    "H2/paser_setda_kepada_sekda",
    "P4/kutim_hierarkis_asisten_dan_bagian",
    "X1/paser_kelurahan",
)
"""Proposals of a few sentences, as most tests and users check them."""


@pytest.mark.benchmark
def test_a_check_of_a_few_sentences(root: Path) -> None:
    """Beside clingo alone with all rules and the same facts: most rules cannot fire."""
    rows = []
    for name in CASES:
        data = (root / "tests" / "kb" / "cases" / f"{name}.sotk").read_bytes()
        proposal, laws = read(data.decode(), "u.sotk")
        texts = [program.text for program in programs([law.id for law in laws])]
        facts = facts_of(proposal, laws).text
        check(data, "u.sotk")
        bare = best_of(5, lambda texts=texts, facts=facts: bare_clingo(texts, facts))
        warm = best_of(5, lambda data=data: check(data, "u.sotk"))
        mended = best_of(3, lambda data=data: check_with_repairs(data, "u.sotk"))
        rows.append([name, bare * 1000, warm * 1000, warm / bare, mended / bare])
    table("CPU ms", ["case", "bare clingo", "check", "÷ bare", "with repairs ÷ bare"], rows)
    assert max(ratio for *_, ratio, _ in rows) < MOST
    assert max(ratio for *_, ratio in rows) < MOST_WITH_REPAIRS
