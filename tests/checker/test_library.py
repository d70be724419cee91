"""`import patuh`: what a program gets, what it is told, and that threads do not disturb another."""

import gc
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from checker_texts import CLEAN, VIOLATION

import patuh


def started(code: str, *modules: str) -> str:
    """What a script without a main guard prints, given on standard input."""
    done = subprocess.run(
        [sys.executable, "-", *modules], input=code, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_package_itself_imports_nothing() -> None:
    code = "import sys; old = {*sys.modules}; import patuh; print(sorted({*sys.modules} - old))"
    assert started(code) == "['patuh', 'patuh.version']\n"


def test_all_names_are_there() -> None:
    assert {*patuh.__all__} <= {*dir(patuh)}
    assert [name for name in patuh.__all__ if getattr(patuh, name, None) is None] == []
    with pytest.raises(AttributeError, match="no attribute 'periksa'"):
        patuh.periksa  # noqa: B018


FORMS = {"json": "to_json", "sarif": "to_sarif", "junit": "to_junit", "text": "to_text"}


@pytest.mark.parametrize(("form", "lang"), [*zip(FORMS, ["id", "en"] * 2, strict=True)])
def test_documents_are_those_of_the_command(
    written: Callable[..., str], patuh: Callable, form: str, lang: str
) -> None:
    import patuh as library

    path = written(VIOLATION)
    report = library.check(path, lang=lang)
    run = patuh("check", path, "--lang", lang, "--format", form)
    assert (run.out, run.code) == (getattr(report, FORMS[form])(), report.exit_code())


WRONG = [
    ("tidak-ada.sotk", {}, "M002", "berkas atau folder ini tidak ada"),
    (CLEAN.replace("Paser", "Beraw"), {}, "M004", "bukan kabupaten atau kota yang dikenal"),
    (CLEAN, {"overlay": "tidak-ada"}, "M007", "folder"),
    (b"a;b\n1;2\n", {"name": "a.csv"}, "M009", "daerah tabel ini belum disebut"),
    (b"a;b\n1;2\n", {"name": "a.csv", "region": "Paser"}, "kepala_tak_ada", "judul kolom"),
    (b"\xff\xfe\x00", {}, "E", ""),
    (CLEAN, {"timeout": 0.001}, "M005", "tidak selesai dalam 0.001 detik"),
    (CLEAN, {"base": "tidak-ada.txt"}, "M002", "tidak ada"),
]


@pytest.mark.parametrize(("source", "options", "code", "said"), WRONG)
def test_what_cannot_be_checked_is_one_error(
    source: str | bytes, options: dict[str, object], code: str, said: str
) -> None:
    with pytest.raises(patuh.PatuhError) as caught:
        patuh.check(source, **options)
    problem = caught.value.problems[0]
    assert problem.code.startswith(code)
    assert said in problem.message
    assert str(problem) in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


@pytest.mark.parametrize(
    ("options", "said"),
    [({"lang": "fr"}, "lang is one of id, en"), ({"kind": "x"}, "kind is one of draft, proposal")],
)
def test_an_argument_that_means_nothing_is_a_fault_of_the_program(
    options: dict[str, object], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        patuh.check(CLEAN, **options)
    with pytest.raises(ValueError, match="a level is one of pelanggaran"):
        patuh.check(CLEAN).at_least("berat")


def test_the_finding_of_another_report_has_no_repairs_here() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        patuh.check(CLEAN).repairs(patuh.check(VIOLATION).findings[0])


def test_a_comparison_is_written_as_the_command_writes_it(
    written: Callable[..., str], patuh: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    import patuh as library

    base, proposal = written(CLEAN, "a.sotk"), written(VIOLATION, "b.sotk")
    found = library.compare(base, proposal)
    assert [finding.check for finding in found.new] == ["H7"]
    made = {"text": found.to_text(), "json": found.to_json(), "html": found.to_html()}
    for form, text in made.items():
        assert patuh("compare", base, proposal, "--format", form).out == text
    assert found.to_docx()[:2] == b"PK"
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(library.PatuhError, match="python-docx"):
        found.to_docx()


def test_a_limit_needs_no_guard_in_the_script() -> None:
    code = f"import patuh\nprint(patuh.check({VIOLATION!r}, timeout=100).counts)\n"
    assert started(code).count("pelanggaran") == 1


def test_an_overlay_is_used_as_long_as_its_report_lives_and_removed_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    report = patuh.check(VIOLATION, overlay=_overlay(tmp_path / "mine"))
    assert "H7" not in {finding.check for finding in report.findings}
    assert "ditiadakan oleh berkas tambahan" in report.to_html()
    assert len([*tmp_path.glob("patuh-kb-*")]) == 1
    assert "H7" in {finding.check for finding in patuh.check(VIOLATION).findings}
    del report
    gc.collect()
    assert [*tmp_path.glob("patuh-kb-*")] == []


def test_threads_check_at_once_each_under_its_own_knowledge_base(tmp_path: Path) -> None:
    """Guarantees: whatever else is checked meanwhile, a report is that of its own check."""
    mine = _overlay(tmp_path / "mine")
    before = gc.isenabled(), os.getcwd(), dict(os.environ)
    calls = [(text, lay) for text in (VIOLATION, CLEAN) for lay in (None, mine)] * 3

    def shown(call: tuple[str, str | None]) -> str:
        return patuh.check(call[0], overlay=call[1]).to_json()

    alone = {call: shown(call) for call in calls[:4]}
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(shown, calls))
    assert together == [alone[call] for call in calls]
    assert len({*together}) == 3  # without the rule one text complies as the other
    assert (gc.isenabled(), os.getcwd(), dict(os.environ)) == before


def _overlay(folder: Path) -> str:
    """A folder that takes the checks on accountability away."""
    (folder / "checks").mkdir(parents=True)
    (folder / "checks" / "hierarki.lp").write_text("", encoding="utf-8")
    return str(folder)


def test_a_proposal_is_read_once_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The chart of a report rests on the reading of the check, and says the same."""
    from patuh import checking

    apart = patuh.check(VIOLATION).chart()
    read: list[object] = []
    reader = checking.read_on
    monkeypatch.setattr(checking, "read_on", lambda *given: read.append(given) or reader(*given))
    with checking.read_once():
        assert patuh.check(VIOLATION).chart() == apart
        patuh.check(CLEAN)
    assert len(read) == 2
    patuh.check(CLEAN)
    assert len(read) == 3
