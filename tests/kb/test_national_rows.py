"""Every norm of national law on agencies that was drawn up: a case on either side, or why not.

`national_rows.tsv` has a row a norm. A case is one of `national/`; `limits: …` are provisions that
`test_limits.py` tries on both sides, `groups` is `test_groups.py`, `isi: …` cases of drafts
(`tests/drafting/cases/isi.toml`), `drafts` the row of `test_national_drafts.py`.
"""

import csv
import tomllib
from collections import Counter
from pathlib import Path

from expectations import expected
from kb.test_limits import LIMITS
from kb.test_national_drafts import ROWS as SENTENCES

HERE = Path(__file__).parent
with open(HERE / "national_rows.tsv", encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table, delimiter="\t"))
DRAFTS = tomllib.loads((HERE.parent / "drafting/cases/isi.toml").read_text(encoding="utf-8"))


def stated(case: str) -> set[str]:
    """The checks that a case of national law must give."""
    text = (HERE / "national" / f"{case}.sotk").read_text(encoding="utf-8")
    return {check for _, check, _ in expected(text)}


def test_every_row_has_two_cases_or_says_why_not() -> None:
    assert [row["row"] for row in ROWS if bool(row["fires"]) == bool(row["why not"])] == []
    assert [name for name, many in Counter(row["row"] for row in ROWS).items() if many > 1] == []
    assert len(ROWS) == 200
    assert sum(bool(row["fires"]) for row in ROWS) == COVERED


COVERED = 165


def test_the_check_fires_in_the_one_and_is_silent_in_the_other() -> None:
    pairs = [(row["fires"], row["silent"]) for row in ROWS if "/" in row["fires"].split(":")[0]]
    wrong = []
    for fires, silent in pairs:
        check = fires.partition("/")[0]
        if check not in stated(fires) or check in stated(silent):
            wrong.append((fires, silent))
    assert wrong == []


def test_the_limits_and_the_cases_of_drafts_are_there() -> None:
    laws = {limit.law for limit in LIMITS}
    asked = [row["fires"].removeprefix("limits: ").split("; ") for row in ROWS
             if row["fires"].startswith("limits: ")]  # fmt: skip
    assert {law for some in asked for law in some} - laws == set()
    told = {row["row"] for row in ROWS if row["fires"] == "drafts"}
    assert {row["row"] for row in SENTENCES} == told
    names = {case["nama"]: case.get("temuan", []) for case in DRAFTS["kasus"]}
    for row in ROWS:
        if row["fires"].startswith("isi: "):
            assert names[row["fires"].removeprefix("isi: ")]
            assert not names[row["silent"].removeprefix("isi: ")]
