"""`patuh impact`, and intentions (`#! baru`, `#! hilang`): what a revision does to proposals."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace
from revision.revised import moved, overlay

from patuh.cli import main
from patuh.engine.overlays.overlay import lay_over
from patuh.knowledge.names import alike, display_names, gazetteer
from patuh.knowledge.norms import norms
from patuh.knowledge.regulations import regulation, text_path
from patuh.knowledge.root import kb_root
from patuh.report.expectations import ExpectationError, Intended, expectation, intention

ROOT = Path(__file__).parents[2]
LAW = "kutim_41_2023"
HEAD = "USULAN  : Contoh\nDAERAH  : Kabupaten {}\n\nSTRUKTUR\n\n{}.\n"
LINE = "{} mengoordinasikan Dinas Pariwisata"
MANY = 50
OLD, NEW = "Asisten Pemerintahan dan Kesejahteraan Rakyat", "Asisten Perekonomian dan Pembangunan"

pytestmark = pytest.mark.xdist_group("impact")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder laid over, in which Dinas Pariwisata goes to another Asisten."""
    return overlay(tmp_path_factory.mktemp("impact"), LAW, "pasal_18_daftar.lp", moved)


@pytest.fixture(scope="module")
def whole(folder: Path) -> Path:
    """The knowledge base that the folder makes, laid over once."""
    lay_over(kb_root(), folder, folder.parent / "kb")
    return folder.parent / "kb"


@pytest.fixture(scope="module")
def proposals(folder: Path) -> Path:
    """One that had no finding, one that had, one that nothing changes for, one of Paser."""
    made = folder.parent / "usulan"
    made.mkdir()
    said = {
        "a_lama": ("Kutai Timur", LINE.format(OLD)),
        "b_baru": ("Kutai Timur", LINE.format(NEW)),
        "c_lain": ("Kutai Timur", LINE.format(OLD).replace("Pariwisata", "Kesehatan")),
        "d_paser": ("Paser", "Dinas Sosial bertanggung jawab langsung kepada Bupati"),
    }
    for name, words in said.items():
        (made / f"{name}.sotk").write_text(HEAD.format(*words), encoding="utf-8")
    return made


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


TEXT = """\
Dampak {new} pada 4 usulan: 2 kena
1 tidak diperiksa: tidak ada pemeriksaan yang terpengaruh yang menyangkutnya

{folder}/a_lama.sotk
  baru: pelanggaran[A5] Dinas Pariwisata diletakkan pada Asisten Pemerintahan dan Kesejahteraan
    Rakyat, padahal menurut daftar yang membidangi ialah Asisten Perekonomian dan Pembangunan

{folder}/b_baru.sotk
  hilang: pelanggaran[A5] Dinas Pariwisata diletakkan pada Asisten Perekonomian dan Pembangunan,
    padahal menurut daftar yang membidangi ialah Asisten Pemerintahan dan Kesejahteraan Rakyat

Per pemeriksaan
  A5: 1 baru, 1 hilang
"""


def test_who_is_hit_is_told_with_findings_and_totals(folder: Path, proposals: Path) -> None:
    """The Paser proposal is not checked: what changed is no norm of its regulation."""
    result = run("impact", folder, proposals)
    assert result.output == TEXT.format(new=folder, folder=proposals)
    assert result.exit_code == 1
    document = json.loads(run("dampak", folder, proposals, "--format", "json").output)
    schema = json.loads((ROOT / "checker/patuh/schema/impact-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    assert document["totals"] == [{"check": "A5", "new": 1, "gone": 1}]
    assert [one["skipped"] for one in document["proposals"]] == [False, False, False, True]


def test_a_draft_has_the_same_impact_as_its_norms(folder: Path, proposals: Path) -> None:
    text = text_path(regulation(LAW)).read_text(encoding="utf-8")
    text = text.replace(" - (2) Dinas Pariwisata;\n", "")
    text = text.replace("Perikanan; dan\n", "Perikanan;\n - (11) Dinas Pariwisata; dan\n")
    draft = folder.parent / "rancangan.txt"
    draft.write_text(text, encoding="utf-8")
    result = run("impact", draft, proposals)
    assert result.output == TEXT.format(new=draft, folder=proposals)
    assert result.exit_code == 1


@pytest.mark.slow
def test_of_fifty_proposals_those_on_the_agency_that_moves_are_hit(
    folder: Path, tmp_path: Path
) -> None:
    """One for each of fifty entries of the list, under the Asisten that the list gives."""
    shown = display_names(kb_root())
    entries = [values for _, values in norms(LAW, "daftar")][:MANY]
    for at, (_, asisten, _, unit, _) in enumerate(entries):
        line = f"{shown[asisten]} mengoordinasikan {unit}"
        (tmp_path / f"{at:02}.sotk").write_text(HEAD.format("Kutai Timur", line), encoding="utf-8")
    document = json.loads(run("impact", folder, tmp_path, "--format", "json").output)
    hit = [Path(one["path"]).stem for one in document["proposals"] if one["new"] or one["gone"]]
    moves = [f"{at:02}" for at, one in enumerate(entries) if one[3] == "Dinas Pariwisata"]
    assert len(document["proposals"]) == MANY
    assert hit == moves != []


def test_nobody_is_hit_and_what_cannot_be_read_is_told(folder: Path, proposals: Path) -> None:
    assert run("impact", folder, proposals / "c_lain.sotk").exit_code == 0
    broken = proposals.parent / "rusak.sotk"
    broken.write_text("USULAN : Rusak\n", encoding="utf-8")
    result = run("impact", folder, broken)
    assert "1 tidak terbaca" in result.output
    assert result.exit_code == 2


ROW = "pelanggaran A5 Dinas Pariwisata"
HOLDS: list[str] = []


@pytest.mark.parametrize(
    ("name", "stated", "told"),
    [
        ("a_lama", [f"baru {ROW}"], HOLDS),
        pytest.param("a_lama", ["baru A5"], HOLDS, marks=pytest.mark.slow),
        pytest.param("b_baru", ["hilang A5 Dinas Pariwisata"], HOLDS, marks=pytest.mark.slow),
        (
            "b_baru",
            ["baru A5"],
            ["tidak menjadi temuan: A5", f"di luar maksud, hilang: {ROW}"],
        ),
        (
            "a_lama",
            ["hilang A5"],
            [
                "sebelum perubahan pun tidak menjadi temuan: A5",
                f"di luar maksud, baru: {ROW}",
            ],
        ),
        ("c_lain", ["baru N1"], ["tidak menjadi temuan: N1"]),
    ],
)
def test_an_intention_holds_if_the_change_does_that_and_nothing_else(
    whole: Path, proposals: Path, tmp_path: Path, name: str, stated: list[str], told: list[str]
) -> None:
    text = (proposals / f"{name}.sotk").read_text(encoding="utf-8")
    path = tmp_path / "maksud.sotk"
    path.write_text("".join(f"#! {line}\n" for line in stated) + text, encoding="utf-8")
    result = run("diff", LAW, whole, "--intent", path)
    said = "tidak sesuai maksud" if told else "sesuai maksud"
    assert result.output.splitlines() == [f"{path}: {said}", *(f"  {line}" for line in told)]
    assert result.exit_code == int(bool(told))


def test_what_was_so_before_is_no_change(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "maksud.sotk"
    text = HEAD.format("Kutai Timur", "Dinas Kesehatan bertanggung jawab langsung kepada Bupati")
    path.write_text(f"#! baru H7\n#! hilang H7\n{text}", encoding="utf-8")
    result = run("diff", LAW, whole, "--intent", path)
    assert result.output.splitlines()[1:] == [
        "  sudah menjadi temuan sebelum perubahan: H7",
        "  masih menjadi temuan: H7",
    ]


def test_an_intention_is_no_expectation_of_the_findings() -> None:
    assert intention("#! baru A5\n#! hilang catatan X1 Alur\n") == (
        Intended(True, ("", "A5", "")),
        Intended(False, ("catatan", "X1", "Alur")),
    )
    assert expectation("#! baru A5\n") is None
    with pytest.raises(ExpectationError):
        intention("#! baru\n")


def test_the_fixture_fails_where_the_command_does(
    whole: Path,
    proposals: Path,
    tmp_path: Path,
    patuh_intent: Callable[[Path | str, Path | str], None],
) -> None:
    path = tmp_path / "maksud.sotk"
    text = (proposals / "a_lama.sotk").read_text(encoding="utf-8")
    path.write_text(f"#! baru A5\n{text}", encoding="utf-8")
    patuh_intent(path, whole)
    path.write_text(f"#! hilang A5\n{text}", encoding="utf-8")
    with pytest.raises(pytest.fail.Exception, match="di luar maksud, baru"):
        patuh_intent(path, whole)


def test_a_proposal_without_an_intention_is_told(whole: Path, proposals: Path) -> None:
    result = run("diff", LAW, whole, "--intent", proposals / "a_lama.sotk")
    assert "tidak mempunyai baris" in result.output
    assert result.exit_code == 2


def test_a_proposal_is_read_anew_where_anything_that_the_reader_knows_is_another() -> None:
    known = gazetteer(kb_root(), [LAW])
    assert alike(known, replace(known))
    assert not alike(known, replace(known, closed_means=not known.closed_means))
    assert not alike(known, replace(known, names=known.names[1:]))
