"""Which lines of a header may stand in it more than once."""

import pytest
from sotk_support import HEADER, names_of

from patuh_parser.sotk import SotkError, read_proposal

PERBUP = "Peraturan Bupati Kutai Timur Nomor"
REPEATED = {
    "DASAR": (f"{PERBUP} 41 Tahun 2023", "Undang-Undang Nomor 23 Tahun 2014"),
    "RUJUKAN": (f"Pasal 18 {PERBUP} 41 Tahun 2023", f"Pasal 17 {PERBUP} 41 Tahun 2023"),
    "MENCABUT": (f"{PERBUP} 1 Tahun 2010", f"{PERBUP} 2 Tahun 2010"),
    "SATUAN": ("Foo = UPT", "Bar = UPT"),
    "SKOR": ("Dinas Sosial = 700", "Dinas Kesehatan = 800"),
}
ONCE = {
    "USULAN": ("Uji lagi",),
    "DAERAH": ("Kabupaten Paser",),
    "TANGGAL": ("1 Maret 2024", "2 Maret 2024"),
    "LINGKUP": ("sebagian", "lengkap"),
}


def codes(key: str, said: tuple[str, ...]) -> list[str]:
    """The errors of a proposal with these further lines."""
    lines = "".join(f"{key} : {one}\n" for one in said)
    text = f"{HEADER.rstrip()}\n{lines}\nSTRUKTUR\nDinas Sosial.\n"
    try:
        read_proposal(text, names_of("kutim_41_2023"))
    except SotkError as error:
        return [one.code for one in error.diagnostics]
    return []


@pytest.mark.parametrize("key", REPEATED)
def test_a_line_that_lists_may_stand_twice(key: str) -> None:
    assert codes(key, REPEATED[key]) == []


@pytest.mark.parametrize("key", ONCE)
def test_a_line_that_says_one_thing_stands_once(key: str) -> None:
    assert codes(key, ONCE[key]) == ["E104"]
