"""In a large proposal a repair is verified on the sentences near it: with the same answer."""

from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace
from violations import checked, one_for_each_regulation, title

from patuh.checking import check
from patuh.finding import Finding, Repair, Result
from patuh.repair.plan import Planner
from patuh.repair.verifying import verifier
from patuh.repair.verifying.stretches import Excerpt

TRIED = 4


def changes(planner: Planner, finding: Finding) -> list[Repair]:
    """The best sets that the search finds, and single candidates, most of which do not help."""
    candidates = planner._nearby.candidates(finding)
    sets = planner._search([finding], candidates, planner._nearby.slice(finding), TRIED).sets
    some = Random(1).sample(range(len(candidates)), min(TRIED, len(candidates)))
    written = [planner._written(candidates, chosen) for chosen in [*sets, *((i,) for i in some)]]
    return [repair for repair in written if repair.text != planner._result.source]


def same_answers(result: Result) -> None:
    planner = Planner(result)
    for finding in result.findings[:2]:
        repairs = changes(planner, finding)
        answers = [planner._verifier.helps(repair.text, [finding]) for repair in repairs]
        near = planner._nearby.at(finding)
        assert planner._verifier._by_excerpt([finding], repairs, near) == answers


@pytest.mark.parametrize("path", one_for_each_regulation()[1::45], ids=title)
def test_an_excerpt_answers_as_the_whole(path: Path) -> None:
    """The sentences near a finding, read alone, verify and refuse what the whole text does."""
    same_answers(checked(path))


@pytest.mark.slow
@pytest.mark.parametrize("path", one_for_each_regulation(), ids=title)
def test_an_excerpt_answers_as_the_whole_for_every_check(path: Path) -> None:
    """The same for a case of every check in every regulation."""
    same_answers(checked(path))


TEXT = """\
USULAN : Uji
DAERAH : Kabupaten Paser

STRUKTUR

Dinas Kelautan disingkat Dislaut.
Dinas Sosial bertanggung jawab kepada Bupati melalui Sekretaris Daerah.
Dislaut bertanggung jawab langsung kepada Bupati.
"""


def test_an_excerpt_that_lacks_an_abbreviation_does_not_answer() -> None:
    """What the excerpt cannot say as the whole does is left to the whole."""
    result = check(TEXT.encode(), "usulan.sotk")
    (finding,) = [f for f in result.findings if f.check == "H7"]
    planner = Planner(result)
    repairs = changes(planner, finding)[:1]
    assert planner._verifier._by_excerpt([finding], repairs, planner._nearby.at(finding)) is None


SILENT = """\
USULAN : Uji
DAERAH : Kabupaten Paser

STRUKTUR

Staf Ahli Bidang Ekonomi hanya memberikan rekomendasi kepada Sekretaris Daerah.

ALUR rekomendasi staf ahli "Rekomendasi pangan"
  1. Staf Ahli Bidang Ekonomi menyampaikan rekomendasi kepada Bupati.
"""
RULES = """\
USULAN : Uji
DAERAH : Kabupaten Kutai Timur

STRUKTUR

Kepala Dinas Sosial tidak wajib mengawasi bawahannya.
Dinas Kesehatan bertanggung jawab kepada Bupati melalui Sekretaris Daerah.
Kepala Dinas Perikanan dapat membina bawahannya.
"""


@pytest.mark.parametrize("text", [SILENT, RULES], ids=["silent", "rules"])
def test_an_excerpt_answers_where_it_falls_silent_and_where_rules_stand_apart(text: str) -> None:
    """Of a sentence that stands alone in the excerpt, and of rules that the text has elsewhere."""
    same_answers(check(text.encode(), "usulan.sotk"))


def test_what_an_excerpt_cannot_read_is_asked_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    result = check(RULES.encode(), "usulan.sotk")
    finding = result.findings[0]
    planner = Planner(result)
    repair = changes(planner, finding)[0]
    near = planner._nearby.at(finding)
    monkeypatch.setattr(Excerpt, "edited", lambda *_: "Bupati.\n")
    monkeypatch.setattr(verifier.Verifier, "helps", lambda *_: True)
    assert planner._verifier._by_excerpt([finding], [repair], near) == [True]


def test_a_large_proposal_is_repaired_by_excerpt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways give the same repairs of least cost."""
    result = check(TEXT.replace("Dislaut b", "Kecamatan Kuaro b").encode(), "usulan.sotk")
    (finding,) = [f for f in result.findings if f.check == "H7"]
    whole = Planner(result).plan(finding).repairs
    monkeypatch.setattr(verifier, "WHOLE", 0)
    monkeypatch.setattr(verifier.Verifier, "helps", None)
    assert Planner(result).plan(finding).repairs == whole


def test_a_small_proposal_is_verified_as_a_whole_and_what_changes_nothing_is_no_repair(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    result = check(TEXT.encode(), "usulan.sotk")
    (finding,) = [f for f in result.findings if f.check == "H7"]
    planner = Planner(result)
    good = planner.plan(finding).repairs[0]
    same = replace(good, text=result.source, edits=(), verified=False)
    monkeypatch.setattr(verifier.Verifier, "_by_excerpt", None)
    near = planner._nearby.at(finding)
    found = planner._verifier.verified([finding], [same, replace(good, verified=False)], near)
    assert found == [replace(good, verified=True)]
    assert planner._verifier.verified([finding], [same], near) == []
