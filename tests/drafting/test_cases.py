"""Every case of the drafting checks: a clean text, one change, and exactly what it brings."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from patuh.draft_checking import check_draft
from patuh.knowledge.catalogue import checks

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))["kasus"]
BASES = sorted(path.stem for path in (HERE / "texts").glob("*.txt"))


def source(base: str) -> str:
    return (HERE / "texts" / f"{base}.txt").read_text(encoding="utf-8")


def findings(text: str) -> Counter[str]:
    result = check_draft(text.encode(), "naskah.txt")
    return Counter(
        f"{f.level.name} {f.check} {f.case}" for f in result.findings if f.check.startswith("T")
    )


@pytest.mark.parametrize("base", BASES)
def test_the_repaired_text_is_clean(base: str) -> None:
    assert not findings(source(base))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["nama"])
def test_case(case: dict) -> None:
    text = source(case.get("dasar", "perbup"))
    for before, after in case["ubah"]:
        assert before in text
        text = text.replace(before, after)
    assert findings(text) == Counter(case["temuan"])


def test_every_check_has_a_case() -> None:
    shown = {finding.split()[1] for case in CASES for finding in case["temuan"]}
    drafting = {check.id for check in checks().values() if check.file.startswith("drafting/")}
    assert shown == {check for check in drafting if check.startswith("T")}
