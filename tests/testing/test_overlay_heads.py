"""Odd findings and broken words of an overlay are errors with their place, never a traceback."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from faults import assert_no_fault

from patuh.cli import main
from patuh.cli.outputs.results import FORMATS
from patuh.engine.overlays.heads import accept_findings
from patuh.engine.overlays.overlay import OverlayError, lay_over
from patuh.knowledge.root import kb_root

PROPOSAL = """\
USULAN  : Laboratorium
DAERAH  : Kabupaten Paser

STRUKTUR

Dinas Sosial bertanggung jawab langsung kepada Bupati.
"""
BODY = ":- peraturan(R), unit(U, dinas)."
WORDS = '[q1]\njudul = "Dinas"\n[q1.kasus.dinas]\nkalimat = "{unit} adalah Dinas"\n'


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An overlay with words for the check Q1, and a proposal beside it."""
    monkeypatch.chdir(tmp_path)
    Path("a.sotk").write_text(PROPOSAL)
    for lang in ("id", "en"):
        Path("mine/messages", lang).mkdir(parents=True)
        Path("mine/messages", lang, "mine.toml").write_text(WORDS)
    return Path("mine")


def refusal(folder: Path) -> OverlayError:
    with pytest.raises(OverlayError) as caught:
        lay_over(kb_root(), folder, Path("kb").absolute())  # what is read there is kept by path
    return caught.value


def checked(*options: str) -> tuple[int, str]:
    run = CliRunner().invoke(main, ["check", "a.sotk", "--kb-overlay", "mine", *options])
    assert_no_fault(run.stderr)
    return run.exit_code, run.stderr


HEADS = {
    "level": ("temuan(gawat, R, q1, dinas, satuan(U), (unit(U),))", 8, "the level `gawat`"),
    "a number as level": ("temuan(4, R, q1, dinas, satuan(U), (unit(U),))", 8, "the level `4`"),
    "one level of several": ("temuan((catatan;x), R, q1, dinas, satuan(U), (unit(U),))", 17, "`x`"),
    "regulation": ("temuan(catatan, uu, q1, dinas, satuan(U), (unit(U),))", 17, "regulation `uu`"),
    "a string": ('temuan(catatan, "R", q1, dinas, satuan(U), (unit(U),))', 17, "regulation"),
    "check": ("temuan(catatan, R, dinas, dinas, satuan(U), (unit(U),))", 20, "`dinas` is no name"),
    "a term as check": ("temuan(catatan, R, q(1), dinas, satuan(U), (unit(U),))", 20, "`q(1)`"),
    "a number as check": ("temuan(catatan, R, 1, dinas, satuan(U), (unit(U),))", 20, "`1`"),
    "case": ("temuan(catatan, R, q1, 7, satuan(U), (unit(U),))", 24, "`7` is no name of a case"),
    "a case without words": ("temuan(catatan, R, q1, lain, satuan(U), (unit(U),))", 1, "Q1 (lain)"),
    "a constant": ("temuan(catatan, R, q1, dinas, satuan(U), unit)", 42, "`unit` is no content"),
    "a number": ("temuan(catatan, R, q1, dinas, satuan(U), 1)", 42, "`1` is no content"),
    "nothing": ("temuan(catatan, R, q1, dinas, satuan(U), ())", 43, "`()` is no content"),
    "a part": ("temuan(catatan, R, q1, dinas, satuan(U), (unit(U), 1))", 43, "is no content"),
    "a part without term": ("temuan(catatan, R, q1, dinas, satuan(U), (unit,))", 43, "is no"),
    "a tuple in it": ("temuan(catatan, R, q1, dinas, satuan(U), ((U, 1),))", 43, "is no content"),
    "arity": ("temuan(catatan, R, q1, dinas, (unit(U),))", 1, "is written with 6 arguments"),
    "a finding on a line": ("temuan_garis(gawat, R, q1, dinas, 1, (unit(U),))", 14, "`gawat`"),
}


@pytest.mark.parametrize(("head", "column", "said"), HEADS.values(), ids=HEADS)
def test_an_odd_head_is_refused_with_its_place(
    mine: Path, head: str, column: int, said: str
) -> None:
    (mine / "baru.lp").write_text(f"% Q1\n{head} {BODY}\n")
    error = refusal(mine)
    assert (error.path, error.span.line, error.span.column) == (mine / "baru.lp", 2, column)
    assert said in error.texts["en"][0]


def test_every_finding_of_the_knowledge_base_has_a_form_that_reports_can_tell() -> None:
    files = [*kb_root().rglob("checks/*.lp"), kb_root() / "vocabulary" / "temuan.lp"]
    for path in files:
        accept_findings(path, kb_root())
    assert len(files) > 20


ODD_VALUES = [
    ("X = gawat", "temuan(X, R, q1, dinas, satuan(U), (unit(U),))", "tingkat"),
    ("X = 4", "temuan(X, R, q1, dinas, satuan(U), (unit(U),))", "tingkat"),
    ("X = uu", "temuan(catatan, X, q1, dinas, satuan(U), (unit(U),))", "peraturan"),
    ("X = (1,2)", "temuan(catatan, X, q1, dinas, satuan(U), (unit(U),))", "peraturan"),
    ("X = q2", "temuan(catatan, R, X, dinas, satuan(U), (unit(U),))", "pemeriksaan atau kasus"),
    ("X = f(1)", "temuan(catatan, R, X, dinas, satuan(U), (unit(U),))", "pemeriksaan atau"),
    ("X = lain", "temuan(catatan, R, q1, X, satuan(U), (unit(U),))", "pemeriksaan atau kasus"),
    ("X = 1", "temuan(catatan, R, q1, X, satuan(U), (unit(U),))", "pemeriksaan atau kasus"),
    ("X = unit", "temuan(catatan, R, q1, dinas, satuan(U), X)", "isi"),
    ("X = 1", "temuan(catatan, R, q1, dinas, satuan(U), X)", "isi"),
    ("X = ()", "temuan(catatan, R, q1, dinas, satuan(U), X)", "isi"),
    ("X = 1", "temuan(catatan, R, q1, dinas, satuan(U), (unit(U), X))", "isi"),
    ("X = (1,2)", "temuan(catatan, R, q1, dinas, satuan(U), (unit(U), X))", "isi"),
]


@pytest.mark.parametrize(
    ("bound", "head", "part"),
    [pytest.param(*row, marks=[pytest.mark.slow] * (at % 2)) for at, row in enumerate(ODD_VALUES)],
)
def test_an_odd_value_of_a_variable_is_an_error_with_the_rule(
    mine: Path, bound: str, head: str, part: str
) -> None:
    (mine / "baru.lp").write_text(f"% Q1\n{head} {BODY[:-1]}, {bound}.\n")
    code, said = checked()
    assert code == 2
    assert said.startswith("galat: basis pengetahuan bermasalah: aturan di checks/baru.lp:2 ")
    assert f"menghasilkan temuan dengan {part}" in said
    assert said.count("\n") == 1


def findings_told(mine: Path, form: str, heads: list[str]) -> None:
    """Each of these heads gives a finding that the report tells."""
    (mine / "baru.lp").write_text("".join(f"{head} {BODY}\n" for head in heads))
    assert checked("--format", form, "--fail-on", "catatan") == (1, "")


PLACES = ["1", "entah(U)", '"x"', "U", "(1,2)", "seluruh(seluruh(U))", "#sup"]
SUBJECTS = ["U", "-3", "f(g(U), 2)", '"{x}"', "(U, U)", "#inf", "()", '"\\n"']


@pytest.mark.parametrize("form", FORMATS)
def test_an_odd_place_is_the_head_of_the_proposal(mine: Path, form: str) -> None:
    head = "temuan(catatan, R, q1, dinas, {}, (unit(U),))"
    findings_told(mine, form, [head.format(place) for place in PLACES])


@pytest.mark.parametrize("form", FORMATS)
def test_any_subject_can_be_told(mine: Path, form: str) -> None:
    head = "temuan(catatan, R, q1, dinas, satuan(U), (unit({}),))"
    findings_told(mine, form, [head.format(subject) for subject in SUBJECTS])


MESSAGES = {
    "a title that is no text": "[h7]\njudul = 3\n",
    "a purpose that is no text": '[h7]\njudul = "a"\ntujuan = []\n',
    "cases that are no table": '[h7]\njudul = "a"\nkasus = 3\n',
    "a case that is no table": '[h7]\njudul = "a"\n[h7.kasus]\nlangsung = 3\n',
    "advice that is no text": '[h7]\njudul="a"\n[h7.kasus.x]\nkalimat="a"\nsaran=3\n',
    "deep tables": ".".join("a" * 300_000) + " = 1\n",
    "deep lists": "a = " + "[" * 20_000 + "]" * 20_000 + "\n",
    "no words at all": "",
    "a check that is no table": "h7 = 1\n",
    "words of one case fewer": '[h7]\njudul = "a"\n[h7.kasus.lain]\nkalimat = "b"\n',
    "no TOML": "[h7\n",
    "no text": "\0",
}


@pytest.mark.parametrize("text", MESSAGES.values(), ids=MESSAGES)
def test_broken_words_are_refused_with_their_file(mine: Path, text: str) -> None:
    path = mine / "messages" / "id" / "hierarki.toml"
    path.write_text(text)
    assert refusal(mine).path == path


def test_so_are_words_that_are_broken_in_english_only(mine: Path) -> None:
    path = mine / "messages" / "en" / "hierarki.toml"
    path.write_text("")
    code, said = checked()
    assert code == 2
    assert f"{path}:1:1" in said


@pytest.mark.parametrize("text", ["", "bupati = 1\n", "x = [[1]]\n[asas]\na = 2\n"])
def test_words_that_are_missing_leave_the_constants(mine: Path, text: str) -> None:
    for name in ("istilah", "tafsir", "alasan"):
        (mine / "messages" / "id" / f"{name}.toml").write_text(text)
    assert checked("--why=full") == (1, "")


SECRET = "root:x:0:0\n"


@pytest.mark.parametrize("name", ["checks/upt.lp", "messages/id/upt.toml", "pasal.lp",
                                  "regulations/paser_56_2020/regulation.toml"])  # fmt: skip
def test_a_link_shows_no_line_of_a_foreign_file(mine: Path, name: str) -> None:
    Path("secret").write_text(SECRET)
    path = mine / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(Path("secret").resolve())
    code, said = checked()
    assert code == 2
    assert f"{path}:1:1" in said
    assert "tautan ke luar folder ini; tidak dibaca" in said
    assert "root" not in said


def test_a_link_to_a_folder_is_not_passed_over(mine: Path) -> None:
    Path("lain").mkdir()
    Path("lain/upt.lp").write_text(SECRET)
    (mine / "checks").symlink_to(Path("lain").resolve())
    code, said = checked()
    assert (code, "tautan ke folder; tidak dibaca" in said, "root" in said) == (2, True, False)


def test_a_link_within_the_folder_is_a_file_like_others(mine: Path) -> None:
    (mine / "checks").mkdir()
    (mine / "satu.lp").write_text("p(1).\n")
    (mine / "checks" / "dua.lp").symlink_to("../satu.lp")
    assert checked() == (1, "")


@pytest.mark.slow
def test_neither_does_the_audit_of_a_folder(mine: Path) -> None:
    lay_over(kb_root(), mine, Path("kb"))
    Path("secret").write_text(SECRET)
    os.unlink("kb/checks/upt.lp")
    Path("kb/checks/upt.lp").symlink_to(Path("secret").resolve())
    run = CliRunner().invoke(main, ["kb", "audit", "kb"])
    assert run.exit_code == 2
    assert "kb/checks/upt.lp:1:1" in run.stderr
    assert "root" not in run.output
