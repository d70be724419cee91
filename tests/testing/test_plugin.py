"""The pytest plugin, run as a user of patuh runs it: in a folder of their own."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from patuh.testing.expectations import Row

PROPOSAL = """\
USULAN  : Laboratorium
DAERAH  : Kabupaten Paser

STRUKTUR

Asisten Perekonomian dan Pembangunan membawahi UPT Laboratorium.
"""
FINDING = "#! pelanggaran U1 UPT Laboratorium\n"


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Writes files, runs pytest on them, and gives what it prints."""

    def go(*options: str, **files: str) -> str:
        for name, text in files.items():
            (tmp_path / f"{name}.sotk").write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        capsys.readouterr()
        pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), *options, "."])
        return capsys.readouterr().out

    return go


def test_files_with_expectations_are_tests_and_others_are_not(run: Callable[..., str]) -> None:
    assert "1 passed" in run(stated=FINDING + PROPOSAL, silent=PROPOSAL)


def test_a_failure_shows_the_difference_and_the_proof(run: Callable[..., str]) -> None:
    shown = run(a="#! pelanggaran H2 Dinas Sosial\n" + PROPOSAL)
    assert "-pelanggaran H2 Dinas Sosial" in shown
    assert "+pelanggaran U1 UPT Laboratorium" in shown
    assert "bukti:" in shown
    assert "a.sotk:7:" in shown


@pytest.mark.parametrize(
    ("line", "passes"),
    [
        ("#! tidak U1", False),
        ("#! tidak pelanggaran U1 UPT Laboratorium", False),
        ("#! tidak peringatan U1", True),
        ("#! tidak U1 UPT Pasar", True),
        ("#! tidak H7", True),
    ],
)
def test_what_must_not_occur(run: Callable[..., str], line: str, passes: bool) -> None:
    shown = run(a=f"{line}\n{PROPOSAL}")
    assert ("1 passed" in shown) == passes
    assert ("+pelanggaran U1 UPT Laboratorium" in shown) != passes


def test_update_rewrites_the_exact_lines_alone(run: Callable[..., str], tmp_path: Path) -> None:
    text = "# tentang\n#! bersih\n#! tidak H7\n" + PROPOSAL
    assert "1 passed" in run("--patuh-update", a=text)
    assert (tmp_path / "a.sotk").read_text() == text.replace("#! bersih\n", FINDING)
    assert "1 passed" in run()


def test_update_leaves_what_must_not_occur_a_failure(run: Callable[..., str]) -> None:
    assert "1 failed" in run("--patuh-update", a="#! bersih\n#! tidak U1\n" + PROPOSAL)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("#! pelanggaran\n" + PROPOSAL, "not `#! LEVEL CHECK SUBJECT`"),
        ("#! tidak\n" + PROPOSAL, "not `#! tidak [LEVEL] CHECK [SUBJECT]`"),
        ("#! bersih\n" + FINDING + PROPOSAL, "`#! bersih` stands beside other findings"),
        ("#! bersih\n" + PROPOSAL.replace("Paser", "Berau"), "no regulation for"),
        ("#! bersih\n" + PROPOSAL + "Apa saja.\n", "a.sotk:8:"),
    ],
)
def test_what_cannot_be_read_is_told_without_a_traceback(
    run: Callable[..., str], text: str, message: str
) -> None:
    shown = run(a=text)
    assert message in shown
    assert "Traceback" not in shown
    assert "plugin.py" not in shown


def test_it_can_be_switched_off(run: Callable[..., str]) -> None:
    assert "no tests ran" in run("-o", "patuh_collect=false", a=FINDING + PROPOSAL)


def test_the_fixtures(
    patuh_findings: Callable[..., Counter[Row]], patuh_kb: Callable[[Path], None], tmp_path: Path
) -> None:
    row = ("pelanggaran", "U1", "UPT Laboratorium")
    assert row in patuh_findings(PROPOSAL)
    (tmp_path / "upt.lp").write_text("lingkungan_upt(R, P) :- peraturan(R), unit(P, _).\n")
    patuh_kb(tmp_path)
    assert row not in patuh_findings(PROPOSAL)
