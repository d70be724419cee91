"""What ends an entry of a list: marks and the words that join it to the next."""

import time

import pytest

from patuh.comparison.word_difference import without_joiner


@pytest.mark.parametrize(
    ("entry", "bare"),
    [
        ("Dinas Sosial; dan", "Dinas Sosial"),
        ("Dinas Sosial ; dan / atau :", "Dinas Sosial"),
        ("Dinas Sosial dan/atau", "Dinas Sosial"),
        ("Dinas Kelautan dan Perikanan.", "Dinas Kelautan dan Perikanan"),
        ("Perhubungan dan dan", "Perhubungan dan"),
        ("Kecamatan Bandan", "Kecamatan Bandan"),
        ("; dan", ""),
    ],
)
def test_marks_and_joiner_go(entry: str, bare: str) -> None:
    assert without_joiner(entry) == bare


def test_a_run_of_marks_costs_no_more_than_its_length() -> None:
    start = time.process_time()
    assert without_joiner("Dinas" + "; " * 90_000 + "lain;") == "Dinas" + "; " * 90_000 + "lain"
    assert without_joiner("Dinas" + "; " * 90_000) == "Dinas"
    assert time.process_time() - start < 1
