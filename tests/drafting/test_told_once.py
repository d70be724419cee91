"""A lack that both the words of a draft and its structure show is told once."""

import pytest

from patuh.draft_structure import told_once
from patuh.finding import Citation, Finding, Level, Place
from patuh_parser.text.span import Span

NONE: dict[str, int] = {}


def finding(
    check: str, level: Level, line: int, provision: str = "pasal-1", terms: dict[str, int] = NONE
) -> Finding:
    at = Place("naskah.txt", Span(line, 1, line, 2))
    cited = Citation("uu", provision, "", "")
    return Finding(check, "", level, "uu", "", {**terms}, (at,), (cited,))


GRAVE, LESS, NOTE = Level.pelanggaran, Level.peringatan, Level.catatan
FIVE = {"jumlah": 5, "batas": 4}


@pytest.mark.parametrize(
    ("words", "structure", "told"),
    [
        ([("kata", GRAVE, 46)], [("satuan", GRAVE, 46)], {"satuan"}),
        ([("kata", GRAVE, 46)], [("satuan", GRAVE, 47)], {"kata", "satuan"}),
        ([("kata", GRAVE, 46, "pasal-2")], [("satuan", GRAVE, 46)], {"kata", "satuan"}),
        ([("kata", LESS, 46)], [("satuan", GRAVE, 46)], {"satuan"}),
        ([("kata", GRAVE, 46)], [("satuan", LESS, 46)], {"kata"}),
        (
            [("kata", GRAVE, 46, "pasal-1", FIVE)],
            [("satuan", LESS, 42, "pasal-1", FIVE), ("tipe", NOTE, 42, "pasal-2")],
            {"kata"},
        ),
        (
            [("kata", GRAVE, 46, "pasal-1", FIVE)],
            [("satuan", LESS, 42, "pasal-1", {"jumlah": 6, "batas": 4})],
            {"kata", "satuan"},
        ),
        (
            [("kata", GRAVE, 46, "pasal-1", FIVE)],
            [("satuan", LESS, 42, "pasal-1", FIVE), ("lain", LESS, 60, "pasal-1", FIVE)],
            {"kata", "satuan", "lain"},
        ),
    ],
)  # fmt: skip
def test_the_graver_stays_or_the_one_with_the_unit(
    words: list[tuple], structure: list[tuple], told: set[str]
) -> None:
    """Of two units that exceed a limit alike, one list in the words is not both."""
    found = told_once([finding(*one) for one in words], [finding(*one) for one in structure])
    assert {one.check for one in found} == told
