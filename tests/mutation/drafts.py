"""The drafts that may notice a mutant of `kb/drafting/`.

The cases of `tests/drafting/`, the planted defects of `patuh.testing`, the reviewed texts of the
corpus, and the revisions of `tests/substance/`, each with what its test states.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from drafting.test_cases import BASES, changed, source
from drafting.test_cases import CASES as DRAFTING_CASES
from drafting.test_corpus import CORPUS, EXPECTED
from substance.test_cases import CASES as REVISIONS
from substance.test_cases import revised
from testing.test_strategies_faults import DEFECTS, KUTIM

from mutation.cases import Case, Given, grounded
from mutation.views import Shown
from patuh.draft_checking import grounds
from patuh.knowledge.programs import DRAFTING
from patuh.testing.strategies.drafting import draft_text
from patuh_parser.legal.reader import read_draft


@cache
def drafts() -> list[Case]:
    """All of them, the small ones first."""
    return grounded("drafts", _every())


def _every() -> Iterator[Given]:
    for case in DRAFTING_CASES:
        yield given(case["nama"], changed(case), "lined" if "baris" in case else "sentences")
    for base in BASES:
        yield given(base, source(base), "sentences")
    for defect in DEFECTS:
        text = draft_text(KUTIM, [defect], []).text
        yield given(f"{defect.name} (defect)", text, "planted")
    for case in REVISIONS:
        yield given(case["nama"], revised(case), "substance")
    for name in EXPECTED:
        yield given(name, (CORPUS / name).read_bytes(), "placed", Path(name).name)


def given(name: str, text: str | bytes, view: str, path: str = "naskah.txt") -> Given:
    """A draft with what its test sees of it."""
    draft = read_draft(text.encode() if isinstance(text, str) else text, path)
    facts, programs, _ = grounds(draft)
    lines = {locus: span.line for locus, span in facts.loci.items()}
    shown = Shown(lines if view in ("placed", "lined") else {})
    return Given(name, DRAFTING, view, programs, facts.text, shown)
