"""Each number of a mark of kb/drafting/marks, to the unit: found within it, and not beyond."""

import pytest

from patuh.knowledge.marks import marks
from patuh.knowledge.patterns import widest

BOUNDS = [
    ("pasal_ini", "ayat (§) pasal ini", "1", 1, 9),
    ("bilangan", "dalam § hari", "1", 1, 4),
    ("rincian_dalam_kalimat", "meliputi:§;dua;", "a", 3, 300),
    ("rincian_dalam_kalimat", "meliputi:satu;§;", "a", 3, 300),
    ("awal_kapital", "Me§kan data", "a", 3, 60),
    ("awal_kapital", "Me§i data", "a", 3, 60),
    ("pembuka", "Dalam § ini yang dimaksud dengan:", "a", 1, 200),
    ("awal_huruf_kecil", "§abc", "“", 0, 9),
    ("penanda_angka", "§a.", "1", 1, 9),
    ("kapital_di_tengah", "kata §Tengah", "a", 2, 6),
    ("kapital_di_tengah", "kata peT§", "a", 3, 60),
    ("nomor", "§", "1", 1, 200),
    ("angka_arab", "§", "1", 1, 200),
    ("menyimpulkan", "bahwa§ pertimbangan sebagaimana dimaksud", "-", 0, 79),
    ("berspasi", "UUD§;", " ", 1, 9),
    ("perubahan_atas", "perubahan ke§ atas", "a", 1, 60),
    ("saat_ditetapkan", " pada tanggal§ ditetapkan", "-", 0, 66),
    ("pada_saat_mulai_berlaku", "§Pada saat Peraturan ini mulai berlaku", "-", 0, 6),
    ("pada_saat_mulai_berlaku", "Pada saat § ini mulai berlaku", "a", 3, 60),
    ("mencabut_umum", "semua peraturan§dicabut", " ", 1, 200),
    ("dalam_judul_perubahan", "tentang Perubahan§", "-", 0, 60),
    ("yang_diundangkan", "pengundangan Peraturan§ ini", "-", 0, 150),
    ("angka_romawi", "§", "I", 1, 9),
]
"""A mark, a text with a place for one character as often as may be, and how often that is."""

KEPT = [
    ("perubahan_ke", "perubahan ke§", "kata", 62),
    ("mulai_berlaku", "mulai berlaku pada §", "kata", 80),
]
"""Of these the bound says how much of the text is told: the group, and its length."""


def found(name: str, text: str) -> bool:
    return any(any(mark.find(text)) for mark in marks() if mark.id == name)


@pytest.mark.parametrize(("name", "text", "fill", "least", "most"), BOUNDS)
def test_a_mark_is_found_within_its_bounds_alone(
    name: str, text: str, fill: str, least: int, most: int
) -> None:
    def with_so_many(count: int) -> bool:
        return found(name, text.replace("§", fill * count))

    assert (with_so_many(least), with_so_many(most), with_so_many(most + 1)) == (True, True, False)
    if least:
        assert not with_so_many(least - 1)


@pytest.mark.parametrize(("name", "text", "group", "most"), KEPT)
def test_so_much_is_told_of_what_a_mark_finds(name: str, text: str, group: str, most: int) -> None:
    (mark,) = [mark for mark in marks() if mark.id == name]
    (seen,) = mark.find(text.replace("§", "a" * 500))
    assert len(seen[group]) == most


@pytest.mark.parametrize("number", ["XII", "12/HK", "12a", "1 2"])
def test_a_number_in_arabic_is_of_digits_alone(number: str) -> None:
    assert found("angka_arab", "12")
    assert not found("angka_arab", number)


@pytest.mark.parametrize(
    ("pattern", "most"),
    [
        ("abc", 3),
        ("a|bcd|ef", 3),
        ("(?:a|bc){0,4}d", 9),
        ("x?[a-z]{2,30};", 32),
        (r"(?P<k>ab)(?P=k)", 10**9),
    ],
)
def test_a_mark_that_ends_a_text_is_looked_for_no_further_back_than_it_reaches(
    pattern: str, most: int
) -> None:
    assert widest(pattern) >= most
    assert most == 10**9 or widest(pattern) <= most + 1
