"""What a dispensation accepts: which checks, how long, by whom, and for which lines."""

import datetime
import time

import pytest
from sotk_support import names_of

from patuh_parser.sotk import SotkError, read_proposal
from patuh_parser.sotk.errors import Diagnostics
from patuh_parser.sotk.lines.dispensations import dispensations_of

SAID = "sampai 1 Januari 2027, dasar SK Nomor 5, tanggal 3 Mei, oleh Bagian Organisasi."
TEXT = f"""USULAN : x
DAERAH : Kabupaten Paser
# patuh: abaikan X1 {SAID}

STRUKTUR
Dinas Sosial  # patuh: abaikan h7,A3 dan P3 {SAID}
  bertanggung jawab kepada Bupati.
# patuh: abaikan H4 {SAID}
# suatu catatan

# patuh: abaikan H4 {SAID}
# catatan lain
Dinas Perikanan membawahi:
  - UPT Pasar;
  - UPT Ternak.
Dinas Kesehatan.

# patuh: abaikan L6 {SAID}
ALUR laporan "Laporan"
1. Dinas Sosial menyampaikan laporan kepada Bupati.
"""


def test_what_is_read() -> None:
    text = TEXT.replace(f"# patuh: abaikan H4 {SAID}\n# suatu catatan\n", "")
    found = read_proposal(text, names_of("paser_56_2020")).dispensations
    assert [(one.checks, one.first, one.last, one.whole) for one in found] == [
        (("X1",), 1, 19, True),
        (("H7", "A3", "P3"), 6, 7, False),
        (("H4",), 11, 13, False),
        (("L6",), 17, 17, False),
    ]
    assert {one.until for one in found} == {datetime.date(2027, 1, 1)}
    assert {(one.basis, one.by) for one in found} == {
        ("SK Nomor 5, tanggal 3 Mei", "Bagian Organisasi")
    }


@pytest.mark.parametrize(
    "comment", ["# patuh terhadap Perbup", "# patuhi: abaikan H4", '"# patuh: abaikan"', "# x"]
)
def test_other_comments_are_none(comment: str) -> None:
    text = f"USULAN : x {comment}\nDAERAH : Kabupaten Paser\n\nSTRUKTUR\nDinas Sosial.\n"
    assert read_proposal(text, names_of("paser_56_2020")).dispensations == ()


HEAD = "USULAN : x\nDAERAH : Kabupaten Paser\n\nSTRUKTUR\n"


def test_there_are_not_too_many() -> None:
    one = f"# patuh: abaikan H4 {SAID}\n"
    text = f"{HEAD}{one * 1_000}Dinas Sosial.\n"
    assert len(read_proposal(text, names_of("paser_56_2020")).dispensations) == 1_000
    with pytest.raises(SotkError, match=r"1005:1: E705 .* lebih dari 1000 dispensasi"):
        read_proposal(text.replace("Dinas", f"{one * 50_000}Dinas"), names_of("paser_56_2020"))


def test_a_sentence_of_many_lines_is_looked_through_once() -> None:
    """Time grows with the lines, not with lines times dispensations."""
    rows = "".join(f"  - UPT Nomor {at} # patuh: abaikan H4 {SAID}\n" for at in range(900))
    rest = "".join(f"  - UPT Lain {at}\n" for at in range(20_000))
    start = time.process_time()
    found = dispensations_of(f"{HEAD}Dinas Sosial:\n{rows}{rest}", Diagnostics())
    assert time.process_time() - start < 5
    assert {(one.first, one.last) for one in found} == {(at, 20_905) for at in range(6, 906)}
