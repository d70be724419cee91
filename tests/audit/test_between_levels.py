"""The contradictions between levels of law: those that were read in the texts, and no others."""

import json
from collections.abc import Iterator
from pathlib import Path

import telling
from click.testing import CliRunner

from patuh.audit import places
from patuh.audit.between_levels import Conflict, between_levels
from patuh.cli import main

TOLD = Path(__file__).with_name("conflicts.txt")
"""Of each case that a witness shows the finding, with both provisions."""
KUTIM, PASER = "kutim_41_2023", "paser_56_2020"
_BAGIAN = [
    ("batas_tipe", KUTIM, f"pasal-18.ayat-1.huruf-d.angka-{number}.huruf-a.angka-1", "PP", law)
    for number in (1, 2, 3)
    for law in ("pasal-75.ayat-2", "pasal-76.ayat-2")
]
_FIRST = "pasal-18.ayat-1.huruf-d.angka-1"
_THIRD = "pasal-18.ayat-1.huruf-d.angka-3"
REVIEWED = {
    # Four Bagian an Asisten: three at most under type B and C.
    *_BAGIAN,
    # Three Asisten: two at most under type C.
    ("batas_tipe", KUTIM, _FIRST, "PP", "pasal-76.ayat-1"),
    ("batas_tipe", PASER, "pasal-1.angka-6", "PP", "pasal-76.ayat-1"),
    # The Inspektorat among Unsur Pelaksana, the hospitals among Unsur Penunjang.
    ("unsur_lain", KUTIM, f"{_THIRD}.huruf-b.angka-1.angka-1", "PP", "pasal-33.ayat-1"),
    ("bukan_perangkat_daerah", KUTIM, f"{_FIRST}.huruf-b.angka-2.angka-4", "PP", "pasal-43.ayat-1"),
    ("bukan_perangkat_daerah", KUTIM, f"{_FIRST}.huruf-b.angka-2.angka-5", "PP", "pasal-43.ayat-1"),
    # A hospital answers as agencies do, or to the agency in charge of health.
    ("jalur_rumah_sakit", KUTIM, "pasal-18.ayat-4", "PP", "pasal-44.ayat-1"),
    # The LKPJ at the end of the year, or until March.
    ("waktu_lkpj", PASER, "pasal-12.ayat-3.huruf-f", "UU", "pasal-71.ayat-2"),
}
"""Kind, the first provision of the region, and that of national law."""


def rows(found: tuple[Conflict, ...]) -> Iterator[tuple[str, str, str, str, str]]:
    for one in found:
        (law, leaf), ((higher, above),) = min(one.lower), one.higher
        yield one.kind, law, leaf, higher[:2].upper(), above


def test_they_are_those_of_the_list_each_with_a_witness() -> None:
    """A witness is a stored proposal on which one finding cites both provisions."""
    found = between_levels()
    assert sorted(rows(found)) == sorted(REVIEWED)
    used = {one.witness.input.path for one in found if one.witness is not None}
    assert all(one.finding is not None for one in found)
    assert used == {f"corpus/conflicts/{path.name}" for path in places.conflicts().iterdir()}
    shown = {one.witness.input.path: one.witness for one in found if one.witness is not None}
    assert telling.as_read(TOLD, telling.first(sorted(shown.items())))


def test_they_are_told_in_words_and_as_an_object() -> None:
    told = CliRunner().invoke(main, ["kb", "conflicts"]).stdout
    assert "LKPJ disampaikan pada akhir tahun anggaran" in told
    assert "  contoh: corpus/conflicts/paser_lkpj_bulan_maret.sotk [D7]" in told
    given = CliRunner().invoke(main, ["kb", "conflicts", "--lang", "en", "--format", "json"])
    document = json.loads(given.stdout)
    assert (document["schema"], len(document["conflicts"])) == ("patuh.conflicts/1", 13)
    assert {one["check"] for one in document["conflicts"]} == {"M1", "M6", "H2", "D7"}
