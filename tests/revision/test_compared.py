"""What a changed norm allows and forbids, under patuh's own knowledge base."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace
from revision.revised import moved, revised, softened

from patuh.audit.witnesses import proposal_checks
from patuh.checking import check
from patuh.knowledge.root import kb_root, use
from patuh.report.terminal.style import Style
from patuh.revision.compared import compared
from patuh.revision.records import Compared, Revision
from patuh.revision.telling.in_words import page
from patuh.revision.telling.render_text import render

ROOT = Path(__file__).parents[2]
LAW = "kutim_41_2023"
LEAF = "pasal-18.ayat-1.huruf-d.angka-1.huruf-b.angka-1.angka-2"
HEAD = "USULAN  : Contoh terkecil\nDAERAH  : Kabupaten Kutai Timur\n\nSTRUKTUR\n\n"

pytestmark = pytest.mark.xdist_group("revisions")


class Case(Struct, frozen=True):
    found: Revision
    root: Path

    def verdict(self, name: str) -> Compared:
        return next(one for one in self.found.checks if one.check == name)


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """A Dinas that moves to another Asisten."""
    root = revised(tmp_path_factory.mktemp("moved"), LAW, "pasal_18_daftar.lp", moved)
    with use(kb_root()):
        yield Case(compared(LAW, kb_root(), root), root)


@pytest.fixture(scope="module")
def duty(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A duty that becomes a permission."""
    root = revised(tmp_path_factory.mktemp("softened"), LAW, "pasal_18.lp", softened)
    return Case(compared(LAW, kb_root(), root), root)


def test_a_moved_agency_is_told_as_a_whole(agency: Case) -> None:
    line = "{} mengoordinasikan Dinas Pariwisata."
    stricter, looser = agency.found.whole.examples
    assert agency.found.whole.verdict == "tak_sebanding"
    assert stricter.lines == (line.format("Asisten Pemerintahan dan Kesejahteraan Rakyat"),)
    assert looser.lines == (line.format("Asisten Perekonomian dan Pembangunan"),)
    assert [[one.check for one in side] for side in (stricter.old, stricter.new)] == [[], ["A5"]]
    assert [[one.check for one in side] for side in (looser.old, looser.new)] == [["A5"], []]
    assert stricter.provisions == looser.provisions == (LEAF,)


def test_a_moved_agency_changes_the_checks_on_asisten_and_no_others(agency: Case) -> None:
    found = {one.check: one.verdict for one in agency.found.checks if one.verdict != "setara"}
    assert found == {
        "A4": "berganti_temuan",
        "A5": "tak_sebanding",
        "N3": "tak_sebanding",
        "T6": "tak_sebanding",
    }
    assert {"T8", "V4", "X2"} <= {*agency.found.same}


def test_the_norms_that_changed_are_told_with_their_kind(agency: Case) -> None:
    told = [(one.provision, one.gone, one.values[0], one.kind) for one in agency.found.norms]
    assert told == [
        (LEAF, True, "asisten_pemerintahan_dan_kesejahteraan_rakyat", "ketetapan"),
        (LEAF, False, "asisten_perekonomian_dan_pembangunan", "ketetapan"),
    ]


@pytest.mark.slow
def test_a_duty_that_becomes_a_permission_is_looser(duty: Case) -> None:
    looser = duty.verdict("T6")
    assert looser.verdict == "lebih_longgar"
    assert looser.examples[0].text == f"{HEAD}Dinas Kesehatan dikecualikan dari pelaporan.\n"
    assert duty.found.whole.verdict == "lebih_longgar"


@pytest.mark.slow
def test_weakening_a_norm_makes_other_checks_speak_and_is_said_so(duty: Case) -> None:
    """T6 falls silent on "dapat", so that what was a faulty line is a premise of L1 and others."""
    assert duty.verdict("L1").verdict == "lebih_ketat"
    assert duty.verdict("H7").verdict == "berganti_temuan"


@pytest.mark.parametrize("name", ["agency", pytest.param("duty", marks=pytest.mark.slow)])
def test_every_example_shows_its_difference_when_it_is_checked_under_both(
    request: pytest.FixtureRequest, name: str
) -> None:
    case: Case = request.getfixturevalue(name)
    every = [(o, e) for o in (case.found.whole, *case.found.checks) for e in o.examples]
    assert every
    for one, example in every:
        old = gravest(example.text, one.check)
        with use(case.root):
            new = gravest(example.text, one.check)
        assert (new > old) == (example.direction == "ketat"), (one.check, example.text)
        assert new != old


def gravest(text: str, name: str) -> int:
    found = check(text.encode(), "contoh.sotk", proofs=False).findings
    return max((one.level for one in found if name in ("", one.check)), default=0)


@pytest.mark.parametrize("page", ["docs/revisions.md", "docs/id/revisions.md"])
def test_the_pages_show_how_the_report_on_it_begins(agency: Case, page: str) -> None:
    """The block under the mark `moved`."""
    found = replace(agency.found, old="kb", new="rancangan")
    told = [line.rstrip() for line in render(found, "id", Style())]
    text = (ROOT / page).read_text(encoding="utf-8")
    block = text.partition("<!-- moved -->\n```\n")[2].partition("```")[0].splitlines()
    assert len(block) == 8
    assert block == told[: len(block)]


def test_the_law_itself_differs_in_nothing() -> None:
    found = compared(LAW, kb_root(), kb_root())
    assert (found.whole.verdict, found.checks, found.norms) == ("terbukti", (), ())
    assert {*found.same} == {*proposal_checks()}


def test_other_numbers_of_provisions_are_no_difference(tmp_path: Path) -> None:
    def renumbered(text: str) -> str:
        return text.replace('"pasal-18.ayat-5"', '"pasal-18.ayat-9"')

    root = revised(tmp_path, LAW, "pasal_18.lp", renumbered)
    assert compared(LAW, kb_root(), root).checks == ()


def test_norms_that_read_alike_are_told_once(duty: Case) -> None:
    """A pool says of several predicates what kind they are: one and the same line for a reader."""
    told = [(n.provision, n.gone, n.said["id"], n.kind) for n in duty.found.norms]
    assert len({*told}) < len(told)
    (norms,) = [one for one in page(duty.found, "id").tables if len(one.rows) == len({*told})]
    assert len({*norms.rows}) == len(norms.rows)
