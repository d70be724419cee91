"""An overlay is named in every report, with the files it replaces and the checks it takes away."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from patuh.cli import main
from patuh.cli.outputs.results import FORMATS
from patuh.engine.overlays.overlay import lay_over
from patuh.knowledge.laid_over import overlays
from patuh.knowledge.root import kb_root

PROPOSAL = """\
USULAN  : Laboratorium
DAERAH  : Kabupaten Paser

STRUKTUR

Dinas Sosial bertanggung jawab langsung kepada Bupati.
Asisten Pemerintahan dan Kesejahteraan Rakyat mengoordinasikan Dinas Sosial.
"""
DRAFT = "PERATURAN BUPATI PASER\nPasal 1\nDinas Sosial menilai.\n"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an empty file in the place of the checks on accountability."""
    monkeypatch.chdir(tmp_path)
    Path("a.sotk").write_text(PROPOSAL)
    Path("mine/checks").mkdir(parents=True)
    Path("mine/checks/hierarki.lp").write_text("")
    return Path("mine")


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["check", *words])
    return done.exit_code, " ".join(done.output.split())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_report_names_it(mine: Path, form: str, lang: str) -> None:
    code, out = run("a.sotk", "--kb-overlay", str(mine), "--format", form, "--lang", lang)
    assert code == 0
    assert "checks/hierarki.lp" in out
    assert {"id": "isi folder mine", "en": "the folder mine adds to"}[lang] in out or (
        form == "json" and '"folder": "mine"' in out
    )
    assert "A2, H1, H2, H3, H4, H5, H6, H7, H8, S2, U4" in out


def test_of_a_check_with_cases_left_those_that_are_gone_are_named(mine: Path) -> None:
    Path("mine/checks/hierarki.lp").unlink()
    whole = (kb_root() / "checks/upt.lp").read_text(encoding="utf-8")
    before, _, rest = whole.partition("temuan(pelanggaran, R, u4, melapor_ke_luar,")
    Path("mine/checks/upt.lp").write_text(before + rest.partition(".\n")[2], encoding="utf-8")
    _, out = run("a.sotk", "--kb-overlay", str(mine))
    assert "U4 (melapor_ke_luar) – ditiadakan oleh berkas tambahan" in out


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_so_does_a_repair(mine: Path, option: str) -> None:
    assert "menggantikan checks/hierarki.lp" in run("a.sotk", "--kb-overlay", str(mine), option)[1]


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize("form", FORMATS)
def test_without_one_no_report_speaks_of_any(form: str) -> None:
    code, out = run("a.sotk", "--format", form)
    assert code == 1
    assert not [word for word in ("ditambah atau", "overlay", "berkas tambahan") if word in out]


def test_the_object_in_json_follows_the_schema(mine: Path) -> None:
    call = ["check", "a.sotk", "--kb-overlay", str(mine), "--format", "json"]
    document = json.loads(CliRunner().invoke(main, call).stdout)
    schema = files("patuh").joinpath("schema/findings-2.json").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator(json.loads(schema)).validate(document)
    (overlay,) = document["overlays"]
    assert (overlay["replaced"], overlay["added"]) == (["checks/hierarki.lp"], [])
    assert set(overlay["gone"]) == {"kutim_41_2023", "paser_56_2020", "pp_18_2016"}
    assert document["not_assessed"][-1]["checks"] == overlay["gone"]["paser_56_2020"]


def test_it_is_named_where_the_check_is_a_process_of_its_own(mine: Path) -> None:
    call = ["a.sotk", "--kb-overlay", str(mine)]
    assert run(*call, "--timeout", "100") == run(*call)


@pytest.mark.parametrize(
    ("name", "text", "gone"),
    [
        ("checks/hierarki.lp", "%*! H7 - Masih ada *%\n", "H7"),
        ("regulations/paser_56_2020/pasal_14.lp", "", "H7"),
        ("vocabulary/garis.lp", "", "H7"),
    ],
    ids=["a heading without rules", "without the norm", "without a word of the vocabulary"],
)
def test_a_check_that_can_find_nothing_any_more_is_gone(
    tmp_path: Path, name: str, text: str, gone: str
) -> None:
    path = tmp_path / "mine" / name
    path.parent.mkdir(parents=True)
    path.write_text(text)
    lay_over(kb_root(), tmp_path / "mine", tmp_path / "kb")
    (overlay,) = overlays(tmp_path / "kb")
    assert gone in [check.partition(" ")[0] for check in overlay.gone["paser_56_2020"]]


def test_a_copy_of_a_file_takes_nothing_away(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "upt.lp").write_bytes((kb_root() / "checks" / "upt.lp").read_bytes())
    lay_over(kb_root(), tmp_path / "mine", tmp_path / "kb")
    (overlay,) = overlays(tmp_path / "kb")
    assert (overlay.replaced, overlay.gone) == (("checks/upt.lp",), {})


def test_one_over_the_other_are_both_named(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.lp").write_text("p(1).\n")
    lay_over(kb_root(), tmp_path / "one", tmp_path / "kb1")
    lay_over(tmp_path / "kb1", tmp_path / "two", tmp_path / "kb2")
    assert [overlay.added for overlay in overlays(tmp_path / "kb2")] == [
        ("checks/one.lp",), ("checks/two.lp",),
    ]  # fmt: skip


def test_a_check_of_drafts_that_is_gone_is_told_of_a_draft(mine: Path) -> None:
    Path("naskah.txt").write_text(DRAFT)
    Path("mine/drafting/checks").mkdir(parents=True)
    Path("mine/drafting/checks/penutup.lp").write_text("")
    _, out = run("naskah.txt", "--kb-overlay", str(mine))
    assert "menggantikan checks/hierarki.lp, drafting/checks/penutup.lp" in out
    assert "ditiadakan oleh berkas tambahan: T" in out
