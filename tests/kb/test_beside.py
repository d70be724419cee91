"""National law beside a regulation of the region: nothing is told twice, and nothing is lost.

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
    ("Kabupaten Paser", "D9/ketentuan", "D9"): "D7",
    ("Kabupaten Paser", "D9/semesteran", "D9"): "D7",
    ("Kabupaten Paser", "D9/tidak_berkala", "D9"): "D7",
    ("Kabupaten Paser", "S4/staf_ahli_membawahi_dinas", "S4"): "H6",
}
CONTRARY = {
    # the regulation only implies whom parts of agencies answer to: a warning
    ("Kabupaten Paser", "T6/lurah_tidak_kepada_camat", "T6"),
    ("Kabupaten Paser", "T6/lurah_tanpa_tempat_tidak_kepada_camat", "T6"),
    # the regulation itself orders it: a warning that cites both
    ("Kabupaten Kutai Timur", "M6/inspektorat_unsur_pelaksana", "M6"),
    ("Kabupaten Kutai Timur", "M5/rumah_sakit_kepada_bupati", "M5"),
    ("Kabupaten Kutai Timur", "M5/rumah_sakit_administratif_kepada_bupati", "M5"),
    ("Kabupaten Kutai Timur", "M5/rumah_sakit_jalan_lain", "M5"),
    ("Kabupaten Kutai Timur", "M5/rumah_sakit_lain_hubungan_dengan_dinas", "M5"),
}


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
def test_nothing_is_told_twice_or_lost(
    region: str, alone: list[list[tuple[str, Told, str]]]
) -> None:
    twice: list[str] = []
    lost: list[str] = []
    warned: set[tuple[str, str, str]] = set()
    for path, by_national, beside in zip(CASES, alone, findings(region), strict=True):
        name = f"{path.parent.name}/{path.stem}"
        laws = Counter(told for told, _ in {(told, law) for _, told, law in beside})
        twice += [f"{name} {told}" for told, many in laws.items() if many > 1]
        found = {told[0] for level, told, _ in beside if level in DECIDING}
        for check in {told[0] for level, told, _ in by_national if level in DECIDING} - found:
            if ("peringatan", check) in {(level, told[0]) for level, told, _ in beside}:
                warned.add((region, name, check))
            elif ELSEWHERE.get((region, name, check)) not in found:
                lost.append(f"{name} {check}")
    assert (twice, lost) == ([], [])
    assert warned == {one for one in CONTRARY if one[0] == region}


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (
            "Kelurahan Teluk Lingga pada Kecamatan Bengalon.\n"
            "Kelurahan Teluk Lingga bertanggung jawab kepada Bupati melalui Sekretaris Daerah.",
            [("pelanggaran", "M5")],
        ),
        ("Badan Perikanan.", [("peringatan", "M8")]),
        ("Badan Kebahagiaan.", [("peringatan", "N1")]),
    ],
)
def test_a_fault_of_one_line_or_name_is_told_by_the_higher_law(
    sentences: str, told: list[tuple[str, str]]
) -> None:
    """H5 or N1 of the regulation would say it once more."""
    text = f"USULAN : Penataan\nDAERAH : Kabupaten Kutai Timur\n\nSTRUKTUR\n\n{sentences}\n"
    (result,) = results([text], proofs=False)
    assert [
        (one.level.name, one.check) for one in result.findings if one.level.name != "catatan"
    ] == told
