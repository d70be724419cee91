"""Every case of the drafting checks: a clean text, one change, and exactly what it brings."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from patuh.draft_checking import check_draft
from patuh.knowledge.catalogue import checks
from patuh.knowledge.programs import DRAFTING
from patuh.report.wording import Wording

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))["kasus"]
BASES = sorted(path.stem for path in (HERE / "texts").glob("*.txt"))


def source(base: str) -> str:
    return (HERE / "texts" / f"{base}.txt").read_text(encoding="utf-8")


def changed(case: dict) -> str:
    """The text of a case."""
    text = source(case.get("dasar", "perbup"))
    for before, after in case["ubah"]:
        assert before in text
        text = text.replace(before, after)
    return text


def said(case: dict) -> bool:
    """Whether the case states the sentences of its findings as well."""
    return any(": " in finding for finding in case["temuan"])


def findings(text: str, sentences: bool = False) -> Counter[str]:
    result = check_draft(text.encode(), "naskah.txt")
    wording = Wording("id", result.input)
    assert {(f.regulation, bool(f.citations)) for f in result.findings} <= {(DRAFTING, True)}
    return Counter(
        f"{f.level.name} {f.check} {f.case}" + (f": {wording.sentence(f)}" if sentences else "")
        for f in result.findings
        if f.check.startswith("T")
    )


@pytest.mark.parametrize("base", BASES)
def test_the_repaired_text_is_clean(base: str) -> None:
    assert not findings(source(base))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["nama"])
def test_case(case: dict) -> None:
    assert findings(changed(case), said(case)) == Counter(case["temuan"])


def test_every_check_has_a_case() -> None:
    shown = {finding.split()[1] for case in CASES for finding in case["temuan"]}
    drafting = {check.id for check in checks().values() if check.file.startswith("drafting/")}
    assert shown == {check for check in drafting if check.startswith("T")}
