"""What is told of findings, whole, in golden files beside the cases that show them.

`PATUH_REFRESH_GOLDEN=1` writes them anew; read the difference with the law open before you commit
it. `tests/kb/test_held.py` sees that no case of a check is left out of all of them.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from patuh.finding import Finding, Result
from patuh.messages import LANGUAGES
from patuh.report.wording import Wording


def lines_of(finding: Finding, says: list[Wording], shown_by: str = "") -> Iterator[str]:
    """What is told of a finding; in brackets the name of what shows it."""
    at = ", ".join(f"{place.span.line}:{place.span.column}" for place in finding.places)
    by = f" ({shown_by})" if shown_by else ""
    yield f"{finding.level.name} {finding.check} {finding.case} {at}{by}"
    for wording in says:
        yield f"  {wording.lang}: {wording.sentence(finding)}"
        if advice := wording.advice(finding):
            yield f"      {advice}"
    for cited in finding.citations:
        yield f"  = {says[0].cited(cited)}"


def every(result: Result) -> Iterator[str]:
    """What is told of all findings, in their order."""
    says = [Wording(lang, result.input) for lang in LANGUAGES]
    for finding in result.findings:
        yield from lines_of(finding, says)


def first(results: Iterable[tuple[str, Result]], of: str = "") -> Iterator[str]:
    """Of each case of a check the first finding, with the name of the result that shows it.

    `of` is how the checks begin.
    """
    seen: set[tuple[str, str]] = set()
    for name, result in results:
        says = [Wording(lang, result.input) for lang in LANGUAGES]
        for finding in result.findings:
            if finding.check.startswith(of) and (key := (finding.check, finding.case)) not in seen:
                seen.add(key)
                yield from lines_of(finding, says, name)


def as_read(file: Path, told: Iterable[str]) -> bool:
    """Whether this is what the golden file holds, which is written first if so asked."""
    text = "".join(f"{line}\n" for line in told)
    if os.environ.get("PATUH_REFRESH_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    return text == file.read_text(encoding="utf-8")
