"""Dates as texts write them: every month by its name, in the spellings that are in use."""

import datetime

import pytest

from patuh_parser.text.dates import date_in, write_date

MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]


@pytest.mark.parametrize(
    ("number", "name"), [*enumerate(MONTHS, 1), (2, "Pebruari"), (11, "NOPEMBER")]
)
def test_a_month_is_read_by_its_name(number: int, name: str) -> None:
    day = datetime.date(2024, number, 9)
    assert date_in(f"pada tanggal 9 {name} 2024") == day
    assert write_date(day) == f"9 {MONTHS[number - 1]} 2024"
