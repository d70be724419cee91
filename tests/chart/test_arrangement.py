"""Where a unit of each sort stands in a chart: kb/names/chart.toml."""

import pytest

from patuh.chart.arrangement import arrangement

TOP = {
    "leaders": ("bupati", "wakil_bupati"),
    "beside": ("dprd", "forkopimda"),
    "advisers": ("staf_ahli", "staf_khusus"),
    "secretary": ("sekretaris_daerah",),
    "body": ("sekretariat_daerah",),
    "assistants": ("asisten",),
}
PANELS = {
    "Dinas": "dinas satuan_polisi_pamong_praja",
    "Badan": "badan",
    "Inspektorat, Sekretariat DPRD, dan RSUD": "inspektorat sekretariat_dprd "
    "rumah_sakit_umum_daerah",
    "Kecamatan": "kecamatan",
    "Di luar Pemerintah Daerah": "vertikal lainnya pihak_luar cabang_dinas desa "
    "badan_usaha_milik_daerah",
    "Unit organisasi lain": "bagian unit_pelaksana_teknis",
}


def test_who_stands_at_the_top() -> None:
    assert {place: getattr(arrangement().top, place) for place in TOP} == TOP


@pytest.mark.parametrize("panel", PANELS)
def test_which_sorts_stand_together(panel: str) -> None:
    assert {arrangement().panel_of(sort).id for sort in PANELS[panel].split()} == {panel}


def test_the_panels_stand_in_this_order() -> None:
    english = [
        "Dinas (service agencies)", "Badan (supporting agencies)",
        "Inspektorat, Sekretariat DPRD and RSUD", "Kecamatan (districts)",
        "Outside the regional government", "Other units",
    ]  # fmt: skip
    assert [panel.id for panel in arrangement().panels] == [*PANELS]
    assert [panel.en for panel in arrangement().panels] == english
