"""What hangs on the level of a finding: its order, its word for other programs, new findings."""

import json

import pytest
from msgspec.structs import replace

from patuh.checking import check
from patuh.explain.findings import order
from patuh.finding import Level
from patuh.repair.plan import Planner
from patuh.report.documents import sarif

HEAD = "USULAN : Uji\nDAERAH : Kabupaten Paser\nLINGKUP : sebagian\n\n"
DIRECT = f"{HEAD}STRUKTUR\n\nDinas Kesehatan bertanggung jawab langsung kepada Bupati.\n"
LOAN = f'{HEAD}ALUR pinjaman "Pinjaman"\n  1. Bupati melakukan pinjaman dengan "Bank Kaltim".\n'
APPROVED = LOAN.replace("  1. Bupati", "  1. DPRD menyetujui pinjaman.\n  2. Bupati")
ASKED = APPROVED.replace("  2. B", "  3. B").replace(
    "  1. DPRD", "  1. Bupati meminta persetujuan kepada DPRD.\n  2. DPRD"
)


def test_of_findings_at_one_place_the_gravest_comes_first() -> None:
    finding = check(DIRECT.encode(), "a.sotk").findings[0]
    every = sorted((replace(finding, level=level) for level in Level), key=order)
    assert [one.level for one in every] == [
        Level.pelanggaran, Level.belum_lengkap, Level.peringatan, Level.catatan,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("level", "word"),
    [
        (Level.pelanggaran, "error"),
        (Level.belum_lengkap, "error"),
        (Level.peringatan, "warning"),
        (Level.catatan, "note"),
    ],
)
def test_sarif_has_a_word_for_each_level(level: Level, word: str) -> None:
    result = check(DIRECT.encode(), "a.sotk")
    findings = tuple(replace(finding, level=level) for finding in result.findings[:1])
    document = json.loads(sarif.render([replace(result, findings=findings)], [], "id"))
    assert [one["level"] for one in document["runs"][0]["results"]] == [word]


def test_a_repair_that_brings_something_incomplete_for_a_violation_is_none() -> None:
    """A loan without approval: with the approval alone, the request for it is missing."""
    result = check(LOAN.encode(), "a.sotk")
    helps = Planner(result)._verifier.helps
    violation = [one for one in result.findings if one.level is Level.pelanggaran]
    assert [f"{one.check} {one.case}" for one in violation] == [
        "D3 tanpa_persetujuan_dan_permintaan"
    ]
    after = check(APPROVED.encode(), "a.sotk").findings
    assert [f"{one.level.name} {one.check} {one.case}" for one in after] == [
        "belum_lengkap D3 tanpa_permintaan"
    ]
    assert not helps(APPROVED, violation)
    assert helps(ASKED, violation)
