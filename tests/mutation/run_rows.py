"""`python tests/mutation/run_rows.py [verbs reworded …]`: rows of the language that no case needs.

Each row of a table of the reader is left out in a process of its own, which reads the sentences
that `tests/parser/sotk/rows/` states for it (all of its table where it has none). Printed are the
rows without which each of them says the same: another row reads them alike, or they hold words that
the row never reads. A few thousand rows take ten minutes.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "parser" / "sotk"))

from rows_support import given, sections
from rows_tables import ROOM, is_pattern
from sotk_support import names_of
from variations import variations

from patuh_parser import stored
from patuh_parser.sotk import vocabulary
from patuh_parser.sotk.lexing import told_patterns
from patuh_parser.sotk.lines import marks
from patuh_parser.sotk.parsing import grammar
from patuh_parser.sotk.parsing.rewording import rewordings
from patuh_parser.sotk.wordings import spelt

Key = tuple[str | int, ...]
TABLES = ("verbs", "reworded", "reworded_steps", "told", "meant")
READERS = (stored, vocabulary, rewordings, told_patterns)
CASES = [
    (section.table, section.frame, phrase, said)
    for file in sorted((ROOM.parents[2] / "tests/parser/sotk/rows").glob("*.txt"))
    for section in sections(file.read_text(encoding="utf-8"))
    for rows, said in section.groups
    for phrase in (spelt(rows) if is_pattern(section.table) else rows)
]
"""Table, frame, row and what the frame says with it."""


def rows(table: Any, at: Key = ()) -> Iterator[tuple[Key, Any]]:
    """Where each row of a table stands, and the row."""
    inner = table.items() if isinstance(table, dict) else enumerate(table)
    for key, value in inner:
        pair = isinstance(value, list) and at[:1] in (("verbs",), ("act_nouns",), ("kinds",))
        form = isinstance(value, dict) and "says" in value
        if isinstance(value, (dict, list)) and not pair and not form:
            yield from rows(value, (*at, key))
        else:
            yield (*at, key), key if isinstance(table, dict) else value


def without(table: dict[str, Any], at: Key) -> dict[str, Any]:
    """A table without one row."""
    found = inner = deepcopy(table)
    for key in at[:-1]:
        inner = inner[key]
    del inner[at[-1]]
    return found


def sentences(name: str, table: dict[str, Any], row: Any) -> list[tuple[str, str, str, list[str]]]:
    """The cases of a row."""
    words = {key: text for key, text in table.get("words", {}).items() if isinstance(text, str)}
    steps = name == "reworded_steps"
    own = set(variations(row["says"], words, steps) if isinstance(row, dict) else spelt([row]))
    return [one for one in CASES if one[2] in own] or [
        one for one in CASES if one[0][:4] == name[:4]
    ]


def idle(name: str, table: dict[str, Any], at: Key, row: Any) -> bool:
    """Whether all cases of a row say the same without it."""
    left, real = without(table, at), stored.loads
    stored._cache_folder = lambda: None
    for module in READERS:
        module.loads = lambda path: deepcopy(left) if path.stem == name else real(path)
    if name == "verbs":
        marks._LAYOUT = left["layout"]
    return all(given(frame, [row]) == [said] for _, frame, row, said in sentences(name, table, row))


def apart(work: Callable[[], bool]) -> bool:
    """What a piece of work gives in a process of its own; False if it ends in an error."""
    reader, writer = os.pipe()
    if not (child := os.fork()):
        try:
            os.write(writer, json.dumps(work()).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as file:
        said = file.read()
    os.waitpid(child, 0)
    return said == b"true"


def main() -> None:
    """Print each idle row with its place."""
    grammar._parser()
    for law in ("kutim_41_2023", "paser_56_2020"):
        names_of(law)
    for name in sys.argv[1:] or TABLES:
        table = stored.loads(ROOM / f"{name}.toml")
        every = list(rows(table))
        for at, row in every:
            if apart(lambda n=name, t=table, a=at, r=row: idle(n, t, a, r)):
                print(f"{name} {'.'.join(map(str, at))}: {row}", flush=True)
        print(f"{name}: {len(every)} rows", flush=True)


if __name__ == "__main__":
    main()
