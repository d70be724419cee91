"""What drafts say otherwise than national law: sentences of `national_drafts.tsv`, and lawful ones.

A row has the norm, the law and provision that the finding cites, its level, a sentence that
contradicts it and one that complies. All of either kind stand in one draft.
"""

import csv
from pathlib import Path

from patuh.draft_checking import check_draft
from patuh.finding import Finding

HERE = Path(__file__).parent
BASE = (HERE.parent / "drafting/texts/perbup.txt").read_text(encoding="utf-8")
PLACE = "Sekretaris Daerah melaporkan hasil"
CHECK = "T35"
with open(HERE / "national_drafts.tsv", encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table, delimiter="\t"))


def given(column: str) -> dict[int, list[Finding]]:
    """The findings on the contents of a draft that has the sentences of a column, by row."""
    first = BASE[: BASE.index(PLACE)].count("\n") + 1
    lines = "\n".join(f"({at}) {row[column]}" for at, row in enumerate(ROWS, 1))
    text = BASE.replace(PLACE, f"{lines}\n\nPasal 6A\n{PLACE}", 1)
    found: dict[int, list[Finding]] = {}
    for finding in check_draft(text.encode(), "naskah.txt").findings:
        for place in finding.places if finding.check == CHECK else ():
            found.setdefault(place.span.line - first, []).append(finding)
    return found


def test_every_contrary_sentence_is_told_with_its_provision() -> None:
    found = given("contrary")
    for at, row in enumerate(ROWS):
        [finding] = found.pop(at, [])
        cited = [(one.regulation, one.label) for one in finding.citations]
        assert (row["row"], finding.level.name) == (row["row"], row["level"])
        assert [label for _, label in cited] == [row["provision"]]
        assert row["law"].replace("/", "_").replace(" ", "_").lower() == cited[0][0]
    assert found == {}


def test_no_lawful_sentence_is_told() -> None:
    assert given("complying") == {}
