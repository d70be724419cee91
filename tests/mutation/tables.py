"""The mutants of a table in TOML: names, words of the language, words for people.

A row is dropped, or one of the words of its list; its value is exchanged with that of the row that
follows, in messages with the next of the same key.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from families import ROOT

_SECTION = re.compile(r"^\[+([^\]\n]*)\]", re.MULTILINE)
_ROW = re.compile(r'^("[^"\n]*"|[\w-]+) = (.*(?:\n[ \t\]].*)*)', re.MULTILINE)
_WORD = re.compile(r'"(?:[^"\\\n]|\\.)*"(?: *, *)?')
_MESSAGES = "kb/messages/"
_PLACES = (
    *("kb/names/*.toml", "kb/regulations/*/names.toml", "kb/messages/*/*.toml"),
    *("parser/patuh_parser/sotk/*.toml", "parser/patuh_parser/legal/words.toml"),
)
_READ_ALONE = ("judul", "tujuan")
"""Title and purpose of a check: no finding has them."""
_WORDS_OF_THE_PROGRAM = "/messages.toml"
"""Beside the reader: told of what cannot be read, each with its own test of errors."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, where its value begins and ends in the text."""

    section: str
    key: str
    value: str
    start: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class TableMutant:
    """The text of a file in the place of another."""

    file: str
    row: Row
    change: str
    text: str

    @property
    def name(self) -> str:
        """Which row, and what has changed."""
        where = f"[{self.row.section}] {self.row.key}" if self.row.section else self.row.key
        return f"{self.file} {where}: {self.change}"


def tables() -> list[Path]:
    """The tables by which names and words are known, and those of the words of checks."""
    found = [path for place in _PLACES for path in sorted(ROOT.glob(place))]
    return [path for path in found if not str(path).endswith(f"sotk{_WORDS_OF_THE_PROGRAM}")]


def table_mutants(path: Path) -> Iterator[TableMutant]:
    """Every mutant of a table that is a table still, and another."""
    before = tomllib.loads(path.read_text(encoding="utf-8"))
    for mutant in changed_tables(path):
        try:
            if tomllib.loads(mutant.text) != before:
                yield mutant
        except tomllib.TOMLDecodeError:
            continue


def changed_tables(path: Path) -> Iterator[TableMutant]:
    """The same, and what is no table."""
    file, text = str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
    for row, change, after in _changes(file, text):
        yield TableMutant(file, row, change, after)


def rows(text: str) -> list[Row]:
    """The rows of a table in their order."""
    sections = [(found.start(), found[1]) for found in _SECTION.finditer(text)]
    every: list[Row] = []
    for found in _ROW.finditer(text):
        name = next((name for at, name in reversed(sections) if at < found.start()), "")
        every.append(Row(name, found[1], found[2], found.start(), found.start(2), found.end()))
    return every


def _changes(file: str, text: str) -> Iterator[tuple[Row, str, str]]:
    every = [row for row in rows(text) if row.key not in _READ_ALONE]
    for row in every:
        if row.value.startswith("["):
            for word in _WORD.finditer(row.value):
                at, end = row.begin + word.start(), row.begin + word.end()
                yield row, f"drop {word[0].rstrip(', ')}", text[:at] + text[end:]
        elif row.key != "kalimat":
            yield row, "drop the row", text[: row.start] + text[row.end :]
    for row, following in _neighbours(file, every):
        parts = (text[: row.begin], following.value, text[row.end : following.begin], row.value)
        change = f"exchange with {following.section}" if row.key == following.key else "exchange"
        yield row, f"{change} {following.key}", "".join([*parts, text[following.end :]])


def _neighbours(file: str, every: list[Row]) -> Iterator[tuple[Row, Row]]:
    if file.startswith(_MESSAGES) and not file.endswith(("istilah.toml", "alasan.toml")):
        for key in dict.fromkeys(row.key for row in every):
            yield from pairwise(row for row in every if row.key == key)
    else:
        yield from ((one, two) for one, two in pairwise(every) if one.section == two.section)
