"""The rows of each table of the language and of names, and which of them are patterns."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sotk_support import ROOT
from variations import variations

from patuh_parser.sotk import vocabulary
from patuh_parser.sotk.forms import SAID

ROOM = Path(vocabulary.__file__).parent
VERBS = tomllib.loads(ROOM.joinpath("verbs.toml").read_text(encoding="utf-8"))
NAMES = ROOT / "kb" / "names"
OWN = ROOT / "kb" / "regulations" / "kutim_41_2023" / "names.toml"
NOT_WORDS = {
    "shared": "names of tables",
    "stand_ins": "keys of the knowledge base; parties.txt shows who acts",
    "sorts": "sorts of the knowledge base; tests/parser/sotk/test_rows.py has them",
    "helping": "names of offices; likewise",
    "layout.begin": "what lines with these patterns begin with; they need it",
    "layout.number": "a pattern of headings; tests/parser/sotk/lists.txt has them",
    "layout.titled": "likewise",
    "elsewhere.report": "what hints say of a report; elsewhere.reports shows it",
    "judged_in": "objects and kinds; tests/checker/test_left_open.py has them",
    "short_objects.perda": "objects by kinds of workflow; tests/parser/sotk/steps.txt has them",
    "elsewhere.rules": "the title of the workflow of rules; tests/kb/told/T6.txt shows it",
}
"""Tables of other things than words that stand in sentences."""
LEADING = {
    "parties", "manners", "aspects", "patterns", "sub_kinds", "sectors", "classes", "headings",
    "groups", "verbs", "acts_alone", "verb_spellings", "objects", "means", "means_verbs",
    "periods", "units_of_time", "lengths", "kinds", "attributes", "everyday",
    "of_the_last", "types",
}  # fmt: skip
"""Tables whose keys are the words."""
PATTERNS = {
    "structure", "party_groups", "duties", "matters", "clauses", "layout.headed",
    *(f"adverbials.{key}" for key in ("phrases", "of_heads", "purposes", "of_steps")),
    "adverbials.references",
    *(f"steps.{key}" for key in ("APPROVED", "COPY", "HEARING", "LACKING", "PREPOSITION", "ROLE")),
    "steps.DIKOORDINASIKAN", "frames",
}  # fmt: skip
"""Tables of patterns."""


def is_pattern(table: str) -> bool:
    """Whether the rows of a table are patterns."""
    return table in PATTERNS or table.partition(".")[0] in PATTERNS


def _rows() -> Iterator[tuple[str, list[str]]]:
    structure: dict[str, Any] = {**VERBS["structure"]}
    for _, predicate in SAID.values():
        structure |= predicate.words
    for terminal, phrases in structure.items():
        yield f"structure.{terminal}", [*phrases, *VERBS["structure_only"].get(terminal, ())]
    for name, table in VERBS.items():
        if name in LEADING:
            yield name, [*table]
        elif name == "duties":
            yield name, [pattern for patterns in table.values() for pattern in patterns]
        elif name not in {"structure", "structure_only", *NOT_WORDS}:
            for key, value in table.items():
                if f"{name}.{key}" not in NOT_WORDS:
                    yield f"{name}.{key}", [*value]


def _names() -> Iterator[tuple[str, list[str]]]:
    """The tables of kb/names, and the names of the regulation that the frames are read by."""
    sorts, units, offices, own = (
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in (NAMES / "sorts.toml", NAMES / "units.toml", NAMES / "offices.toml", OWN)
    )
    for name in ("first_words", "alone", "same", "heads", "spellings"):
        yield f"names.{name}", [*sorts[name]]
    yield "names.titles", [*sorts["titles"]]
    for title, begins in sorts["titles"].items():
        if begins != [""]:
            yield f"names.titles.{title.replace(' ', '_')}", begins
    yield (
        "names.offices",
        [n for one in offices.values() for n in (one["name"], *one.get("also", ()))],
    )
    for name, table in (("units", units), ("own_units", own)):
        found = table["units"].items()
        yield f"names.{name}", [n for key, one in found for n in (key, *one.get("also", ()))]
    yield "names.known", units["words"]["known"]


def _wordings() -> Iterator[tuple[str, list[str]]]:
    """The sentences of reworded.toml and told.toml, and the words of meant.toml."""
    reworded, told, meant = (
        tomllib.loads(ROOM.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("reworded", "told", "meant")
    )
    words = reworded["words"]
    forms = [form["says"] for form in reworded["form"] if not form.get("listed")]
    yield "reworded", [said for form in forms for said in variations(form, words)]
    listed, forming, *members = [form["says"] for form in reworded["form"] if form.get("listed")]
    yield "reworded.listed", variations(listed, {})
    yield "reworded.forming", variations(forming, {})
    yield "reworded.members", [said for form in members for said in variations(form, {})]
    steps = tomllib.loads(ROOM.joinpath("reworded_steps.toml").read_text(encoding="utf-8"))
    yield (
        "step_forms",
        [one for form in steps["form"] for one in variations(form["says"], {}, True)],
    )
    for kind, patterns in told["patterns"].items():
        said = [one for pattern in patterns for one in variations(pattern, told["words"])]
        yield f"told.{kind}", [one for one in said if "\\n" not in one]
        if kind == "teks":
            yield "told.listed", [one for one in said if "\\n" in one]
    common = [v for p in told["common_tasks"]["patterns"] for v in variations(p, {})]
    yield "told.common_tasks", [one[0].lower() + one[1:] for one in common]
    yield "told.spellings", [*told["spellings"]]
    for name, table in meant.items():
        yield f"meant.{name}", table.get("words", [*table])


def _frames() -> Iterator[tuple[str, list[str]]]:
    """The words of frames.toml."""
    table = tomllib.loads(ROOM.joinpath("frames.toml").read_text(encoding="utf-8"))
    for kind in ("active", "passive", "nouns"):
        yield f"frames.{kind}", [said for head in table["head"] for said in head[kind]]
    for kind, rows in (*table["roles"].items(), *table["words"].items(), *table["before"].items()):
        yield f"frames.{kind}", rows


ROWS = {
    name: list(dict.fromkeys(rows))
    if name.startswith(("told.", "reworded", "step_forms"))
    else rows
    for name, rows in (*_rows(), *_names(), *_wordings(), *_frames())
}
"""Table → its rows."""
