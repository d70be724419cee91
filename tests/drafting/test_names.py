"""Names in running text: which are meant, and that many of them take no longer than their text."""

import time

import pytest

from patuh.facts.drafts import draft_facts
from patuh.facts.drafts.naming.defined_names import Names
from patuh_parser.legal.reader import read_draft

TERMS = [("Daerah", "d"), ("Perangkat Daerah", "p"), ("Dinas", "p"), ("Dinas Daerah", "p")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Daerah dan daerah", [("d", 0, 6, True), ("d", 11, 17, False)]),
        ("Perangkat Daerah", [("p", 0, 16, True)]),
        ("perangkat Daerah", [("p", 0, 16, False), ("d", 10, 16, True)]),
        ("Perangkat Daerahnya", []),
        ("Dinas Daerah", [("p", 0, 12, True), ("p", 0, 5, True)]),
        ("Pendinasan", []),
    ],
)
def test_a_name_within_a_longer_one_is_not_meant(text: str, found: list) -> None:
    """But an owner of both is named by both, and what alone is written exactly so is meant."""
    assert list(Names(TERMS, any_case=True).find(text)) == found


def test_names_may_be_looked_for_as_they_are_written() -> None:
    names = Names(TERMS, any_case=False)
    assert list(names.find("perangkat Daerah")) == [("d", 10, 16, True)]


def _seconds(definitions: int) -> float:
    letters = str.maketrans("0123456789", "abcdefghij")
    words = [f"Istilah K{str(at).translate(letters)} Daerah" for at in range(definitions)]
    entries = [f"{at}. {word} adalah {words[at - 2]}." for at, word in enumerate(words, 1)]
    chapeau = "Dalam Peraturan Bupati ini yang dimaksud dengan:"
    text = "\n".join(["PERATURAN BUPATI PASER", "BAB I", "Pasal 1", chapeau, *entries])
    draft = read_draft(text.encode(), "naskah.txt")
    assert len(draft.definitions) == definitions
    start = time.process_time()
    draft_facts(draft)
    return time.process_time() - start


def test_the_time_grows_with_the_definitions_and_not_with_their_square() -> None:
    """Eight times as many: 8 if it is linear, 64 if every name is looked for in every text."""
    small = min(_seconds(50) for _ in range(3))
    assert min(_seconds(400) for _ in range(2)) < 20 * small
