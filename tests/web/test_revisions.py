"""What a draft allows and forbids, on the page: beside the law in force or an older draft."""

import json
from pathlib import Path

import pytest
from revision.small import LAW, small
from served import Page

import patuh
from patuh.knowledge.regulations import regulation, text_path
from patuh.knowledge.root import use
from patuh.web.asked import Asked
from patuh.web.jobs.revising import revised

pytestmark = pytest.mark.xdist_group("small knowledge bases")

TEXT = text_path(regulation(LAW)).read_text(encoding="utf-8")
ARTICLE = "Peraturan Bupati ini mulai berlaku pada tanggal diundangkan."
REWORDED = ARTICLE.replace("pada tanggal", "sejak hari")


def draft(text: str) -> Asked:
    return Asked(text.encode(), "rancangan.txt", "id")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of its own in which the work of the page is done."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_draft_beside_the_law_in_force_has_examples_with_findings_and_charts(
    folder: Path,
) -> None:
    with use(small(folder / "kb")):
        found = patuh.diff(None, _written(folder, TEXT.replace(_ending(), "")))
        told = json.loads(revised(draft(TEXT.replace(_ending(), "")), None))
        [example] = told["examples"]
        report = patuh.check(example["text"])
    assert told["sentences"] == [*found.sentences]
    assert found.sentences[0].startswith("Perubahan pada Pasal 16 tidak lagi memberi catatan")
    assert ([one["check"] for one in example["old"]], example["new"]) == (["Z1"], [])
    chart = report.chart()
    assert chart is not None
    assert (example["chart"], told["left"], told["complete"]) == (chart.svg, [], True)


def test_two_drafts_differ_in_what_one_of_them_says_alone(folder: Path) -> None:
    """What both say otherwise than the law in force is no change between them."""
    reworded = TEXT.replace(ARTICLE, REWORDED)
    with use(small(folder / "kb")):
        same = json.loads(revised(draft(reworded), draft(reworded)))
        other = json.loads(revised(draft(reworded), draft(TEXT)))
    assert (same["sentences"], same["left"], same["complete"]) == ([], [], True)
    assert other["sentences"] == [
        "Akibat perubahan pada Pasal 16 belum dinilai, karena belum diterjemahkan"
    ]
    assert (other["left"], other["complete"]) == (["Pasal 16"], False)


def test_what_revises_nothing_is_told(page: Page) -> None:
    text = b"PERATURAN BUPATI PASER\nNOMOR 1 TAHUN 2026\nTENTANG\nDINAS\nPasal 1\nApa saja.\n"
    reply = page.post("revision", new=("rancangan.txt", text))
    assert (reply.status, reply.json["problems"][0]["code"]) == (422, "M012")


def _ending() -> str:
    """Pasal 16 as it stands in the text, with its heading."""
    before, _, _ = TEXT.partition(ARTICLE)
    start = before.rindex("Pasal 16")
    return TEXT[start : len(before) + len(ARTICLE)]


def _written(folder: Path, text: str) -> Path:
    path = folder / "rancangan.txt"
    path.write_text(text, encoding="utf-8")
    return path
