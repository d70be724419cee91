"""Cases that violate each check, and what the check of them found; shared by several tests."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
import written
from expectations import expected
from families import FOLDER

from patuh.checking import check
from patuh.finding import Finding, Repair, Result
from patuh.repair.plan import Planner

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = ROOT / "tests" / "kb" / "cases"
HOPELESS = {
    "N3/kutim_asisten_asal_dipertahankan": "a note; only a change of the list itself would help",
    "T6/paser_dikecualikan_dari_asas": "a note; what it rests on is for the drafter to weigh",
    "U4/paser_hanya_administratif_tanpa_induk": "nothing says which agency the UPT belongs to",
    "H5/kutim_bukan_kepada_dinas_lain": "nothing says which agency the Bidang belongs to",
    "H5/kutim_upt_kepada_camat": "nothing says which agency the UPT belongs to",
    "H5/kutim_ketentuan_melapor_kepada_bupati": "nothing says which agency the unit belongs to",
    "H5/kutim_upt_tanpa_induk_kepada_bupati": "nothing says which agency the UPT belongs to",
    "H5/paser_bidang_tanpa_induk_kepada_bupati": "nothing says which agency the Bidang belongs to",
    "U4/paser_ketentuan_melapor_kepada_bupati": "nothing says which agency the UPT belongs to",
    "V5/kutim_koramil_dan_lanal": "a note; whom to add beside it is for the drafter to weigh",
    "D1/paser_persetujuan_menyusul": "no repair rewrites what says that the approval follows",
    "L2/paser_setiap_kecamatan": "said of a group, of which no unit is named",
    "R3/kutim_tanpa_perangkat_daerah_terkait": "said of a group, of which no unit is named",
    "T6/kutim_tidak_kepada_yang_terkait": "said of a group, of which no unit is named",
    "T6/paser_setiap_kepala_perangkat_daerah": "said of a group, of which no unit is named",
    "T7/kutim_rancangan_tanpa_bagan": "a chart must be drawn",
    "T7/paser_rancangan_tanpa_bagan": "a chart must be drawn",
}
"""Cases without a repair, and why, though their check has repairs elsewhere."""


@cache
def violating() -> dict[tuple[str, str], list[Path]]:
    """The case files that give a finding of the check, by check and regency ("paser")."""
    found: dict[tuple[str, str], list[Path]] = {}
    for path in sorted(CASES.glob("*/*.sotk")):
        name = path.parent.name
        if any(check == name for _, check, _ in expected(path.read_text(encoding="utf-8"))):
            found.setdefault((name, path.name.split("_", 1)[0]), []).append(path)
    return found


@cache
def complying() -> dict[tuple[str, str], list[Path]]:
    """The case files of a check that do not give a finding of it, by check and regency."""
    found: dict[tuple[str, str], list[Path]] = {}
    for path in sorted(CASES.glob("*/*.sotk")):
        name = path.parent.name
        if all(check != name for _, check, _ in expected(path.read_text(encoding="utf-8"))):
            found.setdefault((name, path.name.split("_", 1)[0]), []).append(path)
    return found


def one_for_each_check() -> list[Path]:
    """The first violating case of every check."""
    first: dict[str, Path] = {}
    for (name, _), paths in sorted(violating().items()):
        first.setdefault(name, paths[0])
    return list(first.values())


def one_for_each_regulation() -> list[Path]:
    """The first violating case of every check in every regulation."""
    return [paths[0] for _, paths in sorted(violating().items())]


def sampled(paths: Sequence[Path], step: int) -> list[object]:
    """Parameters: one path in `step` in each run, the others with `pytest -m slow`."""
    return [
        path if at % step == 0 else pytest.param(path, marks=pytest.mark.slow)
        for at, path in enumerate(paths)
    ]


@cache
def checked(path: Path, why: bool = False) -> Result:
    """The result of a case; without reasons of absences that of the pass over its group."""
    if not why and path.parent.parent == FOLDER:
        return written.result(path)
    return check(path.read_bytes(), str(path), why=why)


def findings(path: Path) -> list[Finding]:
    """The findings of the check that the case is about."""
    return [f for f in checked(path).findings if f.check == path.parent.name]


@cache
def repairs(path: Path) -> list[tuple[str, tuple[Repair, ...]]]:
    """The case of each finding of the check with its repairs; one finding for each case."""
    planner = Planner(checked(path))
    first = {finding.case: finding for finding in reversed(findings(path))}
    assert first
    return [(case, planner.plan(finding).repairs) for case, finding in first.items()]


def title(path: Path) -> str:
    """The name of a case in test ids."""
    return f"{path.parent.name}/{path.stem}"
