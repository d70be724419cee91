"""Every case of the checks on substance: a regulation restated, one change, what it brings."""

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import telling

from patuh.draft_checking import check_draft
from patuh.finding import Result
from patuh.knowledge.programs import DRAFTING
from patuh.report.wording import Wording

HERE = Path(__file__).parent

pytestmark = pytest.mark.xdist_group("substance cases")
"""In one process, that keeps what the texts give."""
CORPUS = HERE.parents[1] / "corpus"
CASES = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))["kasus"]
SOURCES = {
    "kutim": ("regulations/kutim_41_2023.txt", "NOMOR 41 TAHUN 2023", "NOMOR 19 TAHUN 2026"),
    "paser": ("regulations/paser_56_2020.txt", "NOMOR 56 TAHUN 2020", "NOMOR 19 TAHUN 2026"),
    "revisi": ("drafts/revisi_kutim_41_2023.txt", "", ""),
}
"""The text, and its number, which becomes that of a draft."""


def revised(case: dict) -> str:
    """The text of a case."""
    name, number, new = SOURCES[case.get("dasar", "kutim")]
    text = (CORPUS / name).read_text(encoding="utf-8").replace(number, new, 1)
    for first, after in case.get("buang", []):
        before, _, rest = text.partition(first)
        text = before + rest[rest.index(after) :]
    for before, after in case.get("ubah", []):
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def findings(result: Result) -> Counter[str]:
    wording = Wording("id", result.input)
    found = [f for f in result.findings if f.check.startswith("B")]
    laws = set(result.input.regulations) - {DRAFTING}
    assert all(f.regulation in laws and f.citations for f in found)
    return Counter(f"{f.level.name} {f.check} {f.case}: {wording.sentence(f)}" for f in found)


@cache
def result_of(text: str) -> Result:
    return check_draft(text.encode(), "rancangan.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["nama"])
def test_case(case: dict) -> None:
    assert findings(result_of(revised(case))) == Counter(case["temuan"])


def test_a_finding_of_each_case_is_told_as_it_was_read() -> None:
    shown = ((case["nama"], result_of(revised(case))) for case in CASES)
    assert telling.as_read(HERE / "told.txt", telling.first(shown, of="B"))
