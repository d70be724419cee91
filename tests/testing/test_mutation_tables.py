"""The mutator of tables: it drops rows and words, and exchanges what stands side by side."""

from pathlib import Path

import mutation.tables
import pytest
from families import ROOT
from mutation.equivalent import table_reasons
from mutation.tables import changed_tables, rows, table_mutants

TABLE = """\
[first]
A = ["a", "b b"]   # a remark
B = "one"
C = "two"
long = [
    "x", "y",
]
[second]
D = "three"
"""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setattr(mutation.tables, "ROOT", tmp_path)
    path = tmp_path / "table.toml"
    path.write_text(TABLE, encoding="utf-8")
    return {mutant.name: mutant.text for mutant in table_mutants(path)}


def test_a_row_is_known_by_its_section() -> None:
    assert [(row.section, row.key) for row in rows(TABLE)] == [
        *(("first", key) for key in ("A", "B", "C", "long")),
        ("second", "D"),
    ]


def test_each_word_and_each_row_is_dropped(made: dict[str, str]) -> None:
    assert made['table.toml [first] A: drop "a"'] == TABLE.replace('"a", ', "")
    assert made["table.toml [first] B: drop the row"] == TABLE.replace('B = "one"', "")
    assert made['table.toml [first] long: drop "y"'] == TABLE.replace(' "y",', " ")


def test_only_rows_of_one_section_are_exchanged(made: dict[str, str]) -> None:
    swapped = TABLE.replace('"one"', "?").replace('"two"', '"one"').replace("?", '"two"')
    assert made["table.toml [first] B: exchange C"] == swapped
    assert not any("exchange D" in name for name in made)


def test_every_entry_of_the_equivalent_mutants_of_tables_is_one() -> None:
    files = {ROOT / name.partition(" ")[0] for name in table_reasons()}
    assert set(table_reasons()) <= {one.name for path in files for one in changed_tables(path)}
