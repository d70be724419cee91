"""Every case of the drafting checks: a clean text, one change, and exactly what it brings.

The texts are checked in one pass. In the usual run is the first case of every finding; a third of
the others is in `pytest -m thorough`, and `pytest -m slow` has the rest. `told.txt` holds of each
case of a check the first finding whole: `PATUH_REFRESH_GOLDEN=1 pytest
tests/drafting/test_cases.py` writes it anew; read the difference.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zlib import crc32

import pytest
import telling
from drafting.repealed import repealed_cases
from together import draft_results

from patuh.draft_checking import check_draft
from patuh.finding import Result
from patuh.knowledge.catalogue import checks
from patuh.knowledge.regulations import of_drafts
from patuh.report.wording import Wording

HERE = Path(__file__).parent
CASES = [
    case
    for path in sorted((HERE / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["kasus"]
]
CASES += list(repealed_cases())
PART = 3


def runs() -> Iterator[tuple[str, str]]:
    """The name of each case, and the run that has it; a third by their names."""
    seen: set[str] = set()
    for case in CASES:
        kinds = {finding.partition(":")[0] for finding in case["temuan"]}
        first, drawn = not kinds <= seen, crc32(case["nama"].encode()) % PART == 0
        yield case["nama"], USUAL if first else "thorough" if drawn else "slow"
        seen |= kinds


USUAL = "usual"
RUN = dict(runs())
assert len(RUN) == len(CASES)
EACH = [
    pytest.param(case, id=case["nama"], marks=getattr(pytest.mark, run) if run != USUAL else ())
    for case in CASES
    for run in [RUN[case["nama"]]]
]
BASES = sorted(path.stem for path in (HERE / "texts").glob("*.txt"))


def source(base: str) -> str:
    return (HERE / "texts" / f"{base}.txt").read_text(encoding="utf-8")


def changed(case: dict) -> str:
    """The text of a case."""
    text = source(case.get("dasar", "perbup"))
    for first, after in case.get("buang", []):
        before, _, rest = text.partition(first)
        text = before + rest[rest.index(after) :]
    for before, after in case.get("ubah", []):
        assert before in text
        text = text.replace(before, after)
    return text


pytestmark = pytest.mark.xdist_group("drafting cases")
"""In one process, that keeps what the texts give."""
PATH = "naskah.txt"


@cache
def every(run: str) -> dict[str, Result]:
    """The result of each text of a run, the bases in the usual one."""
    cases = [case for case in CASES if RUN[case["nama"]] == run]
    bases = map(source, BASES) if run == USUAL else ()
    texts = list(dict.fromkeys([*bases, *map(changed, cases)]))
    return dict(zip(texts, draft_results(texts, PATH), strict=True))


def result_of(case: dict) -> Result:
    return every(RUN[case["nama"]])[changed(case)]


@pytest.mark.parametrize("case", [one for one in EACH if "buang" not in one.values[0]][::20])
def test_one_pass_gives_each_what_a_check_of_it_alone_does(case: dict) -> None:
    assert result_of(case) == check_draft(changed(case).encode(), PATH)


def findings(result: Result) -> Counter[str]:
    """Level, check, case, sentence and, if there are several, the number of places."""
    wording = Wording("id", result.input)
    laws = {law.id for law in of_drafts()}
    assert all(f.regulation in laws and f.citations for f in result.findings)
    return Counter(
        f"{f.level.name} {f.check} {f.case}: {wording.sentence(f)}"
        + (f" ({len(f.places)} tempat)" if len(f.places) > 1 else "")
        for f in result.findings
        if f.check.startswith("T")
    )


def lines(result: Result) -> list[int]:
    """The lines of all findings, for cases in which the place is in question."""
    return sorted(p.span.line for finding in result.findings for p in finding.places)


@pytest.mark.parametrize("base", BASES)
def test_the_repaired_text_is_clean(base: str) -> None:
    assert not findings(every(USUAL)[source(base)])


@pytest.mark.parametrize("case", EACH)
def test_case(case: dict) -> None:
    assert findings(result_of(case)) == Counter(case["temuan"])
    if "baris" in case:
        assert lines(result_of(case)) == case["baris"]


def test_a_finding_of_each_case_is_told_as_it_was_read() -> None:
    shown = ((case["nama"], result_of(case)) for case in CASES if RUN[case["nama"]] == USUAL)
    assert telling.as_read(HERE / "told.txt", telling.first(shown))


def test_every_check_has_a_case() -> None:
    shown = {finding.split()[1] for case in CASES for finding in case["temuan"]}
    drafting = {check.id for check in checks().values() if check.file.startswith("drafting/")}
    assert shown == {check for check in drafting if check.startswith("T")}
