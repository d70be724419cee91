"""Every finding of every written case, whole: sentence, place, advice, provisions, two languages.

`told/` has a file for each check. `PATUH_REFRESH_GOLDEN=1 pytest tests/kb/test_told.py` writes them
anew; read the difference with the law open before you commit it. The `#!` lines of the cases stay
what must be found; here stands what is said of it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from families import FOLDER, group_of_check, in_one_process
from written import result

from patuh.finding import Finding
from patuh.messages import LANGUAGES
from patuh.report.wording import Wording

TOLD = Path(__file__).parent / "told"
FOLDERS = sorted(path for path in FOLDER.iterdir() if path.is_dir())


def told(path: Path) -> Iterator[str]:
    """The findings of a case, in their order."""
    yield f"== {path.stem}"
    given = result(path)
    says = [Wording(lang, given.input) for lang in LANGUAGES]
    for finding in given.findings:
        yield from lines_of(finding, says)


def lines_of(finding: Finding, says: list[Wording]) -> Iterator[str]:
    """What is told of a finding."""
    at = ", ".join(f"{place.span.line}:{place.span.column}" for place in finding.places)
    yield f"{finding.level.name} {finding.check} {finding.case} {at}"
    for wording in says:
        yield f"  {wording.lang}: {wording.sentence(finding)}"
        if advice := wording.advice(finding):
            yield f"      {advice}"
    for cited in finding.citations:
        yield f"  = {says[0].cited(cited)}"


@pytest.mark.parametrize(
    "folder",
    [pytest.param(at, marks=in_one_process(group_of_check(at.name))) for at in FOLDERS],
    ids=lambda folder: folder.name,
)
def test_every_finding_is_told_as_it_was_read(folder: Path) -> None:
    lines = [line for path in sorted(folder.glob("*.sotk")) for line in told(path)]
    file = TOLD / f"{folder.name}.txt"
    if os.environ.get("PATUH_REFRESH_GOLDEN"):
        TOLD.mkdir(exist_ok=True)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == file.read_text(encoding="utf-8").splitlines()


def test_no_file_is_left_of_a_check_that_is_gone() -> None:
    assert {file.stem for file in TOLD.iterdir()} == {folder.name for folder in FOLDERS}
