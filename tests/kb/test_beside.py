"""National law beside a regulation of the region: nothing is told twice, and little is lost.

The cases of national law are checked as those of Paser and of Kutai Timur, in one pass each.
"""

from collections import Counter
from pathlib import Path

import pytest
from together import results

CASES = sorted((Path(__file__).parent / "national").glob("*/*.sotk"))
REGIONS = ("Kabupaten Bone", "Kabupaten Paser", "Kabupaten Kutai Timur")
DECIDING = ("pelanggaran", "belum_lengkap")
Told = tuple[str, str]
"""The check of a finding and its subject."""

ELSEWHERE = {
    # told by the regulation itself, by another check
    ("Kabupaten Paser", "D9/semesteran", "D9"): "D7",
    ("Kabupaten Paser", "D9/tidak_berkala", "D9"): "D7",
    ("Kabupaten Paser", "S4/staf_ahli_membawahi_dinas", "S4"): "H6",
}
LOST = {
    # a line is followed under one regulation, and that has no norm on the matter
    ("Kabupaten Paser", "S3/staf_ahli_dikoordinasikan_asisten", "S3"),
    ("Kabupaten Paser", "T6/forkopimda_tidak_diketuai_bupati", "T6"),
    ("Kabupaten Paser", "T6/setwan_tidak_kepada_pimpinan_dprd", "T6"),
    ("Kabupaten Paser", "V4/diketuai_sekda", "V4"),
    ("Kabupaten Kutai Timur", "U1/upt_pada_sekretariat_daerah", "U1"),
    ("Kabupaten Kutai Timur", "T6/setwan_tidak_kepada_pimpinan_dprd", "T6"),
    ("Kabupaten Kutai Timur", "U1/camat_membawahi_upt", "U1"),
    ("Kabupaten Kutai Timur", "M10/pada_kecamatan_senama_urusan", "U1"),
    # Paser only implies to whom the Staf Ahli answers: a warning
    ("Kabupaten Paser", "S2/staf_ahli_kepada_sekda", "S2"),
    # Kutai Timur lists the Inspektorat so: a warning that cites both
    ("Kabupaten Kutai Timur", "M6/inspektorat_unsur_pelaksana", "M6"),
    # it orders that line of a hospital, which it lists as an agency: `patuh kb conflicts` has both
    ("Kabupaten Kutai Timur", "M5/rumah_sakit_kepada_bupati", "M5"),
    ("Kabupaten Kutai Timur", "M5/rumah_sakit_administratif_kepada_bupati", "M5"),
    ("Kabupaten Kutai Timur", "M5/rumah_sakit_jalan_lain", "M5"),
    ("Kabupaten Kutai Timur", "M5/rumah_sakit_lain_hubungan_dengan_dinas", "M5"),
}
"""What national law finds alone and nobody finds at a deciding level beside the regulation."""


def findings(region: str) -> list[list[tuple[str, Told, str]]]:
    """Level, check with subject and regulation of each finding, by case."""
    texts = [path.read_text(encoding="utf-8").replace(REGIONS[0], region) for path in CASES]
    return [
        [(one.level.name, (one.check, str(one.subject)), one.regulation) for one in result.findings]
        for result in results(texts, proofs=False)
    ]


@pytest.fixture(scope="module")
def alone() -> list[list[tuple[str, Told, str]]]:
    return findings(REGIONS[0])


@pytest.mark.parametrize("region", REGIONS[1:])
def test_nothing_is_told_twice_and_little_is_lost(
    region: str, alone: list[list[tuple[str, Told, str]]]
) -> None:
    twice: list[str] = []
    lost: set[tuple[str, str, str]] = set()
    for path, by_national, beside in zip(CASES, alone, findings(region), strict=True):
        name = f"{path.parent.name}/{path.stem}"
        laws = Counter(told for told, _ in {(told, law) for _, told, law in beside})
        twice += [f"{name} {told}" for told, many in laws.items() if many > 1]
        found = {told[0] for level, told, _ in beside if level in DECIDING}
        for check in {told[0] for level, told, _ in by_national if level in DECIDING} - found:
            other = ELSEWHERE.get((region, name, check))
            if other is None or other not in found:
                lost.add((region, name, check))
    assert twice == []
    assert lost == {one for one in LOST if one[0] == region}
