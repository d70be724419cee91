"""The table of marks: what it may hold, what its rows find, and that rules use all of them."""

import re
import tomllib

import pytest

from patuh.knowledge.marks import MarksError, marks, read_marks
from patuh.knowledge.pattern_cost import PatternError, ways_to_match
from patuh.knowledge.programs import DRAFTING, drafting_programs
from patuh.knowledge.provisions import quotations
from patuh.knowledge.root import kb_root

ROW = {"id": "baru", "pada": "norma", "cara": "setiap", "pola": "baru", "dasar": "lampiran-2"}


def test_every_mark_rests_on_a_provision_and_is_used_by_a_rule() -> None:
    words = set(re.findall(r"\w+", " ".join(program.text for program in drafting_programs())))
    assert {mark.basis for mark in marks()} <= quotations(DRAFTING).keys()
    assert {mark.id for mark in marks()} <= words


@pytest.mark.parametrize(
    ("way", "pattern", "found"),
    [
        ("awal", "a", ["a"]),
        ("akhir", "b|c", ["c"]),
        ("utuh", "a|abac", ["abac"]),
        ("ada", "[ab]", ["a"]),
        ("pertama", "b", ["b"]),
        ("setiap", "a", ["a", "a"]),
    ],
)
def test_how_a_mark_is_looked_for(way: str, pattern: str, found: list[str]) -> None:
    (mark,) = read_marks([ROW | {"cara": way, "pola": pattern}], {})
    assert [match[0] for match in mark.find("abac")] == found


def test_a_list_of_words_is_looked_for_in_any_case_the_longest_first() -> None:
    row = {key: value for key, value in ROW.items() if key != "pola"} | {"daftar": "ejaan"}
    (mark,) = read_marks([row], {"ejaan": {"di atas": "x", "di": "y"}})
    assert [match[0] for match in mark.find("Di atas, di/dia, di")] == ["Di atas", "di"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": "Baru"}, "`id` is no name"),
        ({"pada": "kaki"}, "no part `kaki`"),
        ({"cara": "kira-kira"}, "`cara` is none of awal / akhir / utuh / tanggal / ada / pertama"),
        ({"pola": "(baru"}, "`pola` is invalid: missing ), unterminated subpattern"),
        ({"pola": "ba*ru"}, "`pola` is invalid: *: {0,n}"),
        ({"pola": "a{0,900}a{0,900}"}, "`pola` may match in more than 100000 ways"),
        ({"pola": ""}, "neither `pola` nor `daftar`"),
        ({"warna": "merah"}, "`warna` is not known"),
    ],
)
def test_a_row_that_is_refused_is_named(change: dict, told: str) -> None:
    with pytest.raises(MarksError) as error:
        read_marks([ROW, ROW | change], {})
    assert error.value.row == 2
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        ("abc", 1),
        ("a|b|c", 3),
        ("a?b?", 4),
        ("[*+]{1,5}\\*", 5),
        ("(?:a|b){2}", 4),
        ("(?:(?!x).){0,80}", 81),
        ("(a?){30}", 10**9),
        ("[^]*]{,3}", 4),
    ],
)
def test_in_how_many_ways_a_pattern_matches(pattern: str, ways: int) -> None:
    assert ways_to_match(pattern) == ways


@pytest.mark.parametrize("pattern", ["a*", "(?:ab)+", "a{2,}"])
def test_a_repeat_without_a_bound_has_no_number(pattern: str) -> None:
    with pytest.raises(PatternError):
        ways_to_match(pattern)


def test_no_row_is_written_twice() -> None:
    rows = tomllib.loads((kb_root() / "drafting" / "marks.toml").read_text(encoding="utf-8"))
    assert len({str(row) for row in rows["tanda"]}) == len(rows["tanda"])
