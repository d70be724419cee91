"""`patuh why-not`: case by case the condition that fails, for a unit or a workflow."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from checker_texts import CLEAN, VIOLATION
from test_repairs import EACH, QUICK, name
from violations import HOPELESS, findings, repairs, title

from patuh.checking import facts_of, ground, read

ON_UNITS = [path for path in EACH if path.parent.name != "T4"]
"""`why-not` is asked about units and workflows; T4 is about a word as it is written."""


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, marks=() if path in QUICK else pytest.mark.slow)
        for path in EACH
        if title(path) not in HOPELESS
    ],
    ids=name,
)
def test_after_the_repair_every_case_has_a_condition_that_fails(path: Path) -> None:
    """What the planner offers as repair, `why-not` explains as not firing."""
    case, found = repairs(path)[0]
    subject = next(f.subject for f in findings(path) if f.case == case)
    text = found[0].text
    proposal, laws = read(text, str(path))
    session = ground(facts_of(proposal, laws), laws, whole=True)
    assert isinstance(subject, str | int)
    attempts = session.why_not(path.parent.name.lower(), subject)
    name = path.parent.name.lower()
    still = {f.arguments[3] for f in session.findings() if f.arguments[2] == name}
    for found_case, attempt in attempts:
        if found_case not in still:
            assert attempt is not None, f"{found_case} fires"
            assert attempt.failed.atom.text
            assert attempt.rule.startswith("checks/")
    assert attempts


@pytest.mark.parametrize("path", ON_UNITS[::5], ids=name)
def test_before_the_repair_the_case_fires(path: Path) -> None:
    """The same question of the faulty text: the case of the finding has no failed condition."""
    finding = findings(path)[0]
    proposal, laws = read(path.read_text(encoding="utf-8"), str(path))
    session = ground(facts_of(proposal, laws), laws, whole=True)
    assert isinstance(finding.subject, str | int)
    attempts = session.why_not(finding.check.lower(), finding.subject)
    assert any(case == finding.case and attempt is None for case, attempt in attempts)


def test_text(patuh: Callable[..., Any], written: Callable[..., str]) -> None:
    """What held and what failed, the case that got furthest first."""
    name = written(CLEAN)
    run = patuh("why-not", name, "A3", "Dinas Sosial")
    assert run.code == 0
    duty = (
        "  ✓ terpenuhi: setiap Perangkat Daerah mempunyai Asisten yang membidangi "
        "[Pasal 14 ayat (2) huruf d]"
    )
    assert run.out.splitlines() == [
        "A3 tidak menghasilkan temuan untuk Dinas Sosial, karena:",
        "",
        "kasus belum dinyatakan",
        duty,
        "  ✓ terpenuhi: struktur menyatakan garis pertanggungjawaban Dinas Sosial atau jalan "
        "laporannya",
        "  ✓ terpenuhi: bukan: struktur harus lengkap mengenai Dinas Sosial",
        "  ✗ tidak terpenuhi: Dinas Sosial tidak mempunyai Asisten yang membidangi",
        "",
        "kasus bukan asisten",
        duty,
        "  ✓ terpenuhi: tanpa kata “dapat” berlaku garis mengoordinasikan, dari Asisten "
        "Pemerintahan dan",
        "               Kesejahteraan Rakyat kepada Dinas Sosial",
        "  ✗ tidak terpenuhi: Asisten Pemerintahan dan Kesejahteraan Rakyat mengoordinasikan "
        "Dinas Sosial di",
        "                     tempat Asisten yang membidangi",
        "",
        "kasus diingkari",
        duty,
        "  ✗ tidak terpenuhi: "
        "usulan menyatakan bahwa tidak ada Asisten yang membidangi Dinas Sosial",
        "",
        "kasus dilewati",
        duty,
        "  ✗ tidak terpenuhi: Dinas Sosial tidak melalui …, yaitu Asistennya",
        "",
        "kasus tanpa asisten",
        duty,
        "  ✗ tidak terpenuhi: struktur harus lengkap mengenai Dinas Sosial",
    ]


def test_text_in_english(patuh: Callable[..., Any], written: Callable[..., str]) -> None:
    run = patuh("why-not", written(CLEAN), "H7", "Dinas Sosial", "--lang", "en")
    assert run.out.startswith("H7 gives no finding for Dinas Sosial, because:\n")


def test_a_check_that_fires_says_so(patuh: Callable[..., Any], written: Callable[..., str]) -> None:
    run = patuh("why-not", written(VIOLATION), "H7", "Dinas Sosial")
    assert run.code == 0
    assert run.out == (
        "H7 menghasilkan temuan untuk Dinas Sosial (kasus langsung); lihat patuh check\n"
    )


def test_unknown_check_and_unit_are_errors(
    patuh: Callable[..., Any], written: Callable[..., str]
) -> None:
    name = written(CLEAN)
    said = {
        ("H99", "Dinas Sosial"): "`H99` bukan pemeriksaan",
        ("H7", "Dinas Sosail"): "`Dinas Sosail` bukan unit organisasi atau alur dalam usulan ini; "
        "maksud Anda: Dinas Sosial?",
    }
    for call, message in said.items():
        run = patuh("why-not", name, *call)
        assert (run.code, run.out) == (2, "")
        assert run.err.splitlines()[-1] == f"galat: {message}"
