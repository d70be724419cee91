"""One spelling, one meaning: no alias of two units, no phrase of two terminals, no row twice."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from rows_tables import NAMES, ROWS, VERBS, is_pattern
from sotk_support import ROOT

from patuh_parser.sotk.wordings import spelt

OVERRIDDEN = {
    "kutim_41_2023": {
        "badan narkotika nasional": {
            "Badan Narkotika Nasional", "Badan Narkotika Nasional Kabupaten Kutai Timur",
        },
        "bnn": {"Badan Narkotika Nasional", "Badan Narkotika Nasional Kabupaten Kutai Timur"},
    }
}  # fmt: skip
"""What a regulation calls otherwise than the general table: its own meaning holds (named.txt)."""


def table(path: Path) -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def meanings(*tables: Mapping[str, Mapping[str, object]]) -> dict[str, set[str]]:
    """Each spelling of units and offices in small letters, with what it names."""
    found = defaultdict(set)
    for entries in tables:
        for key, entry in entries.items():
            for spelling in (entry.get("name", key), *entry.get("also", ())):
                found[str(spelling).casefold()].add(key)
    return found


def ambiguous(found: Mapping[str, set[str]]) -> dict[str, set[str]]:
    return {spelling: keys for spelling, keys in found.items() if len(keys) > 1}


def twice(rows: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [row for row in rows if row in seen or seen.add(row)]


OFFICES = table(NAMES / "offices.toml")
UNITS = table(NAMES / "units.toml")["units"]


@pytest.mark.parametrize("law", sorted(path.name for path in (ROOT / "kb/regulations").iterdir()))
def test_no_spelling_names_two_units_or_offices(law: str) -> None:
    own = table(ROOT / "kb" / "regulations" / law / "names.toml").get("units", {})
    assert ambiguous(meanings(OFFICES, own)) == {}
    assert ambiguous(meanings(OFFICES, UNITS)) == {}
    assert ambiguous(meanings(OFFICES, own, UNITS)) == OVERRIDDEN.get(law, {})


def test_no_spelling_of_an_entry_stands_in_it_twice() -> None:
    own = table(ROOT / "kb/regulations/kutim_41_2023/names.toml")["units"]
    for entries in (OFFICES, UNITS, own):
        for key, entry in entries.items():
            assert twice([entry.get("name", key), *entry.get("also", ())]) == []


def phrases(name: str) -> list[str]:
    return spelt(ROWS[name]) if is_pattern(name) else ROWS[name]


def test_no_row_is_there_twice() -> None:
    for name in ROWS:
        if not name.startswith("names."):
            assert twice(phrases(name)) == [], name


def test_no_phrase_stands_for_two_terminals() -> None:
    own = {
        part: {name: phrases(name) for name in ROWS if name.startswith(f"{part}.")}
        for part in ("structure", "changes", "steps")
    }
    adverbials = [word for key in ("phrases", "of_heads") for word in phrases(f"adverbials.{key}")]
    purposes = [word for key in ("purposes", "conditions") for word in phrases(f"adverbials.{key}")]
    own["structure"] |= {"ADVERBIAL": adverbials, "PURPOSE": purposes}
    for part, terminals in VERBS["shared"].items():
        for terminal in set(terminals) - {"ADVERBIAL", "REFERENCE"}:
            own[part][f"structure.{terminal}"] = phrases(f"structure.{terminal}")
    own["steps"] |= {
        "ADVERBIAL": phrases("adverbials.phrases") + phrases("adverbials.of_steps"),
        "PARTIES": phrases("parties") + phrases("party_groups.terkait") + phrases("party_groups."),
        "MANNER": phrases("manners"),
    }
    for part, terminals in own.items():
        found = defaultdict(set)
        for terminal, words in terminals.items():
            for word in words:
                found[word].add(terminal)
        assert ambiguous(found) == {}, part


def test_what_is_read_otherwise_is_no_word_of_its_own() -> None:
    """The left side of a table of spellings is read as the right one: as itself it is lost."""
    verbs = {*phrases("verbs"), *phrases("plain_verbs.words"), *phrases("objects")}
    verbs |= {*phrases("plain_objects.words"), *phrases("act_nouns.nouns")}
    assert {*phrases("verb_spellings")} & verbs == set()
    known = {*phrases("patterns"), *phrases("sub_kinds"), *phrases("sectors")}
    assert {*phrases("names.spellings")} & known == set()
    assert {*phrases("names.heads")} & {*phrases("names.first_words")} == set()
