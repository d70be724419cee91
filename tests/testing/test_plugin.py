"""The pytest plugin, run as a user of patuh runs it: in a folder of their own."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from patuh.engine.overlays.overlay import OverlayError
from patuh.report.expectations import Row

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
        # `unraisableexception` would collect the garbage of the suite around it, five times.
        without = ("-p", "no:cacheprovider", "-p", "no:unraisableexception")
        pytest.main(["-q", *without, "--rootdir", str(tmp_path), *options, "."])
        return capsys.readouterr().out

    return go


def test_files_with_expectations_are_tests_and_others_are_not(run: Callable[..., str]) -> None:
    intended = "#! baru U1\n" + PROPOSAL
    assert "1 passed" in run(stated=FINDING + PROPOSAL, silent=PROPOSAL, intended=intended)


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


@pytest.mark.parametrize(
    ("encoding", "end"),
    [("utf-8", "\r\n"), ("utf-8", "\r"), ("utf-8-sig", "\n"), ("utf-16", "\r\n")],
)
def test_update_keeps_encoding_and_line_ends(
    run: Callable[..., str], tmp_path: Path, encoding: str, end: str
) -> None:
    text = ("#! bersih\n# tentang\n" + PROPOSAL).replace("\n", end)
    (tmp_path / "b.sotk").write_bytes(text.encode(encoding))
    assert "1 passed" in run("--patuh-update")
    after = (tmp_path / "b.sotk").read_bytes()
    assert after == text.replace("#! bersih" + end, FINDING.strip() + end).encode(encoding)
    assert "1 passed" in run()


def test_update_leaves_a_file_that_may_not_be_written(
    run: Callable[..., str], tmp_path: Path
) -> None:
    text = "#! bersih\n" + PROPOSAL
    (tmp_path / "b.sotk").write_text(text)
    (tmp_path / "b.sotk").chmod(0o444)
    shown = run("--patuh-update")
    assert "b.sotk: tidak dapat ditulis" in shown
    assert "Traceback" not in shown
    assert (tmp_path / "b.sotk").read_text() == text


def test_a_text_in_another_encoding_is_told_without_a_traceback(
    run: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "b.sotk").write_bytes(b"#! bersih\n# \xe9\n" + PROPOSAL.encode())
    shown = run()
    assert "berkas ini bukan teks UTF-8" in shown
    assert "UnicodeDecodeError" not in shown


def test_update_leaves_what_must_not_occur_a_failure(run: Callable[..., str]) -> None:
    assert "1 failed" in run("--patuh-update", a="#! bersih\n#! tidak U1\n" + PROPOSAL)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("#! pelanggaran\n" + PROPOSAL, "a.sotk:1:1: bukan `#! TINGKAT PEMERIKSAAN POKOK`"),
        ("#! tidak\n" + PROPOSAL, "a.sotk:1:1: bukan `#! tidak [TINGKAT] PEMERIKSAAN [POKOK]`"),
        (
            "#! bersih\n" + FINDING + PROPOSAL,
            "a.sotk:1:1: `#! bersih` berdampingan dengan temuan lain",
        ),
        (
            "#! bersih\n" + PROPOSAL.replace("Paser", "Beraw"),
            "`Kabupaten Beraw` bukan kabupaten atau kota yang dikenal",
        ),
        ("#! bersih\n" + PROPOSAL + "Apa saja.\n", "a.sotk:8:"),
        (
            "#! bersih\n" + PROPOSAL + "Bupati membawahi Dinas Sosail.\n",
            "maksud Anda: `Dinas Sosial`?",
        ),
        ("#! tidak H77\n" + PROPOSAL, "a.sotk:1:1: tidak ada pemeriksaan H77; maksud Anda: H7?"),
        (PROPOSAL + "  #! U1\n", "a.sotk:7:1: bukan `#! TINGKAT PEMERIKSAAN POKOK`"),
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
    patuh_findings: Callable[..., Counter[Row]],
    patuh_kb: Callable[[Path | str], None],
    tmp_path: Path,
) -> None:
    row = ("pelanggaran", "U1", "UPT Laboratorium")
    assert row in patuh_findings(PROPOSAL)
    (tmp_path / "upt.lp").write_text("lingkungan_upt(R, P) :- peraturan(R), unit(P, _).\n")
    patuh_kb(str(tmp_path))
    assert row not in patuh_findings(PROPOSAL)


def test_a_folder_that_is_not_there(patuh_kb: Callable[[Path | str], None]) -> None:
    with pytest.raises(OverlayError, match="tiada:1:1: there is no such folder"):
        patuh_kb("tiada")
