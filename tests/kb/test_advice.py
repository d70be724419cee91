"""What advice says is to be written is read by the reader, and whoever writes it is done.

In the messages of checks all that a proposal would have to hold stands between backticks: whole
sentences, steps, attributes, entries of lists, names and words.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from following import pieces, result, settles, unread

from patuh.finding import Finding, Result
from patuh.knowledge.messages import check_messages
from patuh.messages import LANGUAGES
from patuh.report.wording import Wording

CASES = Path(__file__).parent / "cases"
EACH = [
    next(path for path in sorted(folder.glob("*.sotk")) if "#! bersih" not in path.read_text())
    for folder in sorted(CASES.iterdir())
]
QUICK = EACH[::4]
PARAMS = [
    *QUICK,
    *(
        pytest.param(path, marks=pytest.mark.slow)
        for path in sorted(CASES.glob("*/*.sotk"))
        if path not in QUICK
    ),
]
"""Every case; the first of a fourth of the checks in each run, all of them with `-m slow`."""
OF_DRAFTS = {"perancangan", "substansi"}
UNSETTLED = {
    "H4 lebih_dari_satu": "of two superiors one may be where the unit lies; what goes is a place",
    "H4 salah_satu_tetap": "the line that goes may be a place, or name the place that stays",
    "T7 tanpa_bagan": "the chart has to be drawn",
    "U1 kehilangan_induk": "nobody but the drafter knows the agency",
    "H5 induk_tidak_dinyatakan": "nobody but the drafter knows the agency",
    "U4 bertanggung_jawab_ke_luar": "the message does not know the agency",
    "A8 asisten_lain": "where a group answers to the right one, the line to the other has to go",
}
"""Cases of checks whose advice is read but settles nothing by itself, and why."""


def findings(path: Path) -> Iterator[tuple[Result, Finding]]:
    given = result(path.read_text(encoding="utf-8"), str(path))
    assert given is not None
    for finding in given.findings:
        yield given, finding


@pytest.mark.parametrize("path", PARAMS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_advice_is_read_and_settles_what_it_speaks_of(path: Path) -> None:
    for given, finding in findings(path):
        wanted = pieces(Wording("id", given.input).advice(finding) or "")
        assert not unread(given, finding, wanted), finding
        if wanted and f"{finding.check} {finding.case}" not in UNSETTLED:
            assert settles(given, finding, wanted), (finding.check, finding.case, wanted)


@pytest.mark.parametrize("path", EACH, ids=lambda path: path.parent.name)
def test_advice_in_english_says_the_same_sentences(path: Path) -> None:
    for given, finding in findings(path):
        said = [pieces(Wording(lang, given.input).advice(finding) or "") for lang in LANGUAGES]
        assert said[0] == said[1]


def test_all_that_is_to_be_written_stands_between_backticks() -> None:
    """No colon is followed by a sentence without them."""
    loose = [
        (check, name)
        for lang in LANGUAGES
        for check, entry in check_messages(lang).items()
        for name, case in entry.cases.items()
        if entry.family not in OF_DRAFTS
        and re.search(r"(tulis|tambahkan|write|add):? [A-Z{]", case.advice or "")
    ]
    assert loose == []
