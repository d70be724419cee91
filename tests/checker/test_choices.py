"""Which office, which pattern: offered side by side, and never written (docs/repairs.md)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from families import group_of_check, in_one_process
from violations import CASES, checked, findings, repairs, title

from patuh.checking import check
from patuh.finding import Level
from patuh.repair.mending import mend
from patuh.repair.plan import Planner

CHOICES = [
    ("A3/paser_asisten_yang_membidangi_tanpa_nama", "Asisten", 3),
    ("N4/kutim_penggabungan_lintas_asisten", "Asisten", 2),
    ("A1/kutim_asisten_keuangan", "Asisten", 3),
    ("P2/kutim_diagonal", "koordinatif", 3),
    ("P3/kutim_antar_dinas_struktural", "berhubungan kerja", 4),
    ("A4/kutim_kecamatan_pada_dua_asisten", "", 2),
]
DECIDED = [
    CASES / f"{case}.sotk"
    for case in (
        "H7/paser_langsung",
        "A5/kutim_pasif",
        "P6/paser_serumpun_hubungan_fungsional",
        "L1/kutim_berhenti_pada_sekda",
        "L4/kutim_asisten_lain",
    )
]


@pytest.mark.parametrize(
    ("path", "word", "count"),
    [pytest.param(CASES / f"{case}.sotk", *said, id=case) for case, *said in CHOICES],
)
def test_a_choice_is_offered_and_never_written(path: Path, word: str, count: int) -> None:
    check_id = path.parent.name
    (_, found), *_ = repairs(path)
    offered = [one for one in found if one.choice]
    assert len(offered) == count
    assert all(one.verified for one in offered)
    assert len({one.cost for one in offered}) == 1
    lines = [new for one in offered for edit in one.edits for new in edit.lines]
    assert all(word in line for line in lines)
    mended = mend(checked(path), Level.catatan)
    assert check_id in {finding.check for finding in mended.left}
    assert mended.undecided >= 1


@pytest.mark.parametrize("path", DECIDED, ids=title)
def test_what_the_regulation_decides_is_written(path: Path) -> None:
    """The one station, the listed Asisten, the pattern of kinship, who has the report already."""
    mended = mend(checked(path), Level.catatan)
    assert path.parent.name not in {finding.check for finding in mended.left}
    assert mended.undecided == 0


def test_the_agencies_of_an_asisten_without_any_are_a_choice() -> None:
    """One of those of an Asisten who keeps others may be given to him."""
    text = (CASES / "A7/paser_asisten_tanpa_perangkat_daerah.sotk").read_text(encoding="utf-8")
    more = "  mengoordinasikan Dinas Kesehatan.\n"
    text = text.replace(more, f"{more}  mengoordinasikan Dinas Sosial.\n")
    result = check(text.encode(), "usulan.sotk")
    (finding,) = result.findings
    found = Planner(result).plan(finding).repairs
    assert finding.check == "A7"
    assert [[line for edit in one.edits for line in edit.lines] for one in found] == [
        ["Asisten Administrasi Umum mengoordinasikan Dinas Kesehatan."],
        ["Asisten Administrasi Umum mengoordinasikan Dinas Sosial."],
    ]
    assert all(one.choice for one in found)
    mended = mend(result, Level.catatan)
    assert (mended.after.source, mended.undecided) == (text, 1)


def test_a_choice_is_told_in_text_and_json(
    patuh: Callable[..., Any], written: Callable[..., str]
) -> None:
    path = CASES / "N4/kutim_penggabungan_lintas_asisten.sotk"
    name = written(path.read_text(encoding="utf-8"))
    run = patuh("check", "--repairs", name)
    assert run.out.count("pilihan yang diputuskan daerah (bobot 3, teruji)") == 2
    found = json.loads(patuh("check", "--repairs", "--format", "json", name).out)["findings"]
    (merger,) = [finding for finding in found if finding["check"] == "N4"]
    assert [repair["choice"] for repair in merger["repairs"]] == [True, True]
    before = Path(name).read_text(encoding="utf-8")
    run = patuh("check", "--fix", name)
    assert "menunggu keputusan daerah" in run.err
    assert Path(name).read_text(encoding="utf-8") == before


@in_one_process(group_of_check("L1"))
def test_that_further_changes_cost_the_same_is_said() -> None:
    """Of more sets of the same cost than are shown."""
    path = CASES / "L1/kutim_berhenti_pada_sekda.sotk"
    plan = Planner(checked(path)).plan(findings(path)[0])
    assert plan.search.more
