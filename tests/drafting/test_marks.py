"""The table of marks: what it may hold, what its rows find, and that rules use all of them."""

import re
from pathlib import Path
from zlib import crc32

import pytest

from patuh.knowledge.constant import CONSTANT
from patuh.knowledge.marks import MarksError, marks, read_marks
from patuh.knowledge.patterns import PatternError, folded, ways_to_match, words_needed
from patuh.knowledge.programs import DRAFTING, drafting_programs
from patuh.knowledge.provisions import quotations

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
    (mark,) = read_marks({"tanda": [ROW | {"cara": way, "pola": pattern}]}, {})
    assert [match[0] for match in mark.find("abac")] == found


def test_a_list_of_words_is_looked_for_in_any_case_the_longest_first() -> None:
    row = {key: value for key, value in ROW.items() if key != "pola"} | {"daftar": "ejaan"}
    (mark,) = read_marks({"tanda": [row]}, {"ejaan": {"di atas": "x", "di": "y"}})
    assert [match[0] for match in mark.find("Di atas, di/dia, di")] == ["Di atas", "di"]


def test_groups_of_the_pattern_go_into_what_should_stand_there() -> None:
    row = ROW | {"pola": "(?P<awal>[mp]e)ngk(?P<akar>[a-z]{3})", "saran": r"\g<awal>ng\g<akar>"}
    (mark,) = read_marks({"tanda": [row]}, {})
    assert [mark.due(seen, seen[0]) for seen in mark.find("mengkoordinasi")] == ["mengoor"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": "Baru"}, f"Expected `str` matching regex {CONSTANT!r} - at `$.id`"),
        ({"id": "not"}, f"Expected `str` matching regex {CONSTANT!r} - at `$.id`"),
        ({"pada": "kaki"}, "pada: kaki?"),
        ({"cara": "kira-kira"}, "Invalid enum value 'kira-kira' - at `$.cara`"),
        ({"pola": "(baru"}, "missing ), unterminated subpattern at position 0"),
        ({"pola": "ba*ru"}, "`*` has no bound; write {0,60}"),
        ({"pola": "a{0,900}a{0,900}"}, "811801 > 100000: a{0,900}a{0,900}"),
        ({"pola": ""}, "pola?"),
        ({"saran": r"\g<akar>"}, "saran: unknown group name 'akar'"),
        ({"pola": "", "daftar": "warna"}, "daftar: warna?"),
        ({"warna": "merah"}, "Object contains unknown field `warna`"),
    ],
)
def test_a_row_that_is_refused_is_named(change: dict, told: str) -> None:
    with pytest.raises(MarksError) as error:
        read_marks({"tanda": [ROW, ROW | change]}, {})
    name = change.get("id", "baru")
    assert str(error.value) == f"[2] {name}: {told}"


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


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("Abc", ["abc"]),
        ("ab|cd", ["ab", "cd"]),
        ("ab|[cd]", []),
        ("ab?c", ["a"]),
        ("ab{1,3}c", ["ab"]),
        ("a(?:bc){0,1}def", ["def"]),
        ("x(?:ab|cde) f", ["ab", "cde"]),
        (r"[Dd]i\b(?!antara) [a-z]{3}", ["di "]),
        (r"\(a\.b", ["(a.b"]),
        (r"(?P<u>[a-z])a(?P=u)(?i:bc)", ["bc"]),
        (r"(?(1)abc|de)f", ["f"]),
        (r"[^ab]\w.", []),
    ],
)
def test_the_words_that_a_pattern_needs(pattern: str, words: list[str]) -> None:
    assert words_needed(pattern) == tuple(words)


@pytest.mark.parametrize("part", [5, pytest.param(1, marks=pytest.mark.slow)])
def test_no_mark_is_seen_without_a_word_that_it_needs(part: int) -> None:
    """In one of so many lines, chosen by its words."""
    files = [
        *Path(__file__).parent.rglob("*.t*"),
        *Path(__file__).parents[2].glob("corpus/*/*.txt"),
    ]
    lines = {line for file in files for line in file.read_text(encoding="utf-8").split("\n")}
    every = {line: folded(line) for line in lines if crc32(line.encode()) % part == 0}
    assert every
    for mark in filter(lambda mark: mark.needed, marks()):
        without = [one for one in every if not any(word in every[one] for word in mark.needed)]
        assert not [one for one in without if any(mark.find(one))], mark.id
    assert folded("ſatu ırama KOTA") == "satu irama kota"


def test_each_spelling_is_found_with_its_standard() -> None:
    """`ejaan.txt` has them as KBBI and PUEBI write them, read apart from terms.toml."""
    lines = Path(__file__).with_name("ejaan.txt").read_text(encoding="utf-8").splitlines()
    stated = dict(line.split(" → ") for line in lines)
    (mark,) = [mark for mark in marks() if mark.id == "ejaan"]
    found = {word: [seen[0] for seen in mark.find(f"a {word} b")] for word in stated}
    assert found == {word: [word] for word in stated}
    assert {word.casefold(): right for word, right in mark.standard.items()} == stated
    assert list(mark.find(" ".join(right for right in stated.values()))) == []
