"""Precision and recall of the checks on drafts: `measure.py FOLDER JUDGEMENTS`.

The judgements are a table (docs/testing.md): what somebody who read the texts holds of a finding,
or says must be found. Findings that no row speaks of are counted as unjudged, and `--unjudged FILE`
writes them as rows whose verdict is still to be given.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from patuh.draft_checking import check_draft
from patuh.finding import Level, Result
from patuh_parser.legal.errors import DraftError

COLUMNS = ("file", "line", "check", "case", "subject", "level", "verdict", "note")
DUE = ("planted", "unwitting")
VERDICTS = ("true", "false", *DUE)
DECIDING = Level.belum_lengkap


class Found(Struct, frozen=True):
    """A finding as a judge sees it."""

    file: str
    lines: tuple[int, ...]
    check: str
    case: str
    subject: str
    level: Level
    note: str = ""


class Row(Struct, frozen=True):
    """A judgement: `line` 0 means anywhere, an empty `check`, `case` or `subject` any."""

    file: str
    line: int
    check: str
    case: str
    subject: str
    level: Level
    verdict: str
    note: str = ""

    def fits(self, found: Found) -> bool:
        """Whether it speaks of this finding; its level is no part of that."""
        return (
            self.file == found.file
            and self.line in (0, *found.lines)
            and self.check in ("", found.check)
            and self.case in ("", found.case)
            and self.subject in ("", found.subject)
        )


class Measure(Struct, frozen=True):
    """Findings with what is held of each (None: nothing); what is due with its best level."""

    judged: tuple[tuple[Found, bool | None], ...]
    due: tuple[tuple[Row, Level | None], ...]

    def precision(self, least: Level = Level.catatan) -> tuple[int, int]:
        """How many of the judged findings of this level or above are true, and of how many."""
        held = [held for found, held in self.judged if found.level >= least and held is not None]
        return sum(held), len(held)

    def recall(self) -> tuple[int, int]:
        """How much of what is due is found at its level or above, and of how much."""
        return sum(at is not None and at >= row.level for row, at in self.due), len(self.due)


def judgements(source: TextIO) -> list[Row]:
    """The rows of a table; raises `ValueError` with the line of one that cannot be read."""
    lines = (line for line in source if not line.startswith("#"))
    rows = []
    for entry in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        verdict = (entry["verdict"] or "").strip()
        if not verdict:
            continue
        try:
            if verdict not in VERDICTS:
                raise KeyError(verdict)
            line, level = int(entry["line"] or 0), Level[entry["level"] or "catatan"]
        except (KeyError, ValueError) as error:
            raise ValueError(f"{entry}: {error}") from error
        named = [entry[column] or "" for column in ("check", "case", "subject")]
        rows.append(Row(entry["file"], line, *named, level, verdict, entry["note"] or ""))
    return rows


def measured(findings: Iterable[Found], rows: Iterable[Row]) -> Measure:
    """A finding is false if a row says so at one of its places, true if another speaks of it."""
    by_file: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_file[row.file].append(row)
    judged: list[tuple[Found, bool | None]] = []
    best: dict[int, Level] = {}
    for found in findings:
        fitting = [row for row in by_file[found.file] if row.fits(found)]
        judged.append((found, all(r.verdict != "false" for r in fitting) if fitting else None))
        for row in fitting:
            best[id(row)] = max(best.get(id(row), Level.catatan), found.level)
    due = [row for rows in by_file.values() for row in rows if row.verdict in DUE]
    return Measure(tuple(judged), tuple((row, best.get(id(row))) for row in due))


def found_of(result: Result, name: str) -> Iterator[Found]:
    """The findings on one draft, each with the text of its first line."""
    lines = [line.strip() for line in result.source.splitlines()]
    for finding in result.findings:
        at = tuple(place.span.line for place in finding.places)
        note = lines[at[0] - 1][:300] if at else ""
        subject = str(finding.subject)
        yield Found(name, at, finding.check, finding.case, subject, finding.level, note)


def found_in(folder: Path, silent: list[str]) -> Iterator[Found]:
    """The findings on each file of a folder; what gives no text of a regulation is `silent`."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        try:
            result = check_draft(path.read_bytes(), name)
        except DraftError as error:
            silent.append(f"{name}: {error}")
            continue
        yield from found_of(result, name)


def table(measure: Measure) -> Iterator[str]:
    """The figures: by check and level, the worst first, then in sum and what was missed."""
    counts: dict[str, Counter[bool | None]] = defaultdict(Counter)
    for found, held in measure.judged:
        counts[found.check][held] += 1
        counts[found.level.name][held] += 1

    def share(name: str) -> float:
        true, false = counts[name][True], counts[name][False]
        return true / (true + false) if true + false else 2.0

    yield "check\ttrue\tfalse\tunjudged\tprecision"
    for name in sorted(counts, key=lambda name: (name in Level.__members__, share(name), name)):
        of = counts[name]
        percent = f"{share(name):.0%}" if share(name) <= 1 else "-"
        yield f"{name}\t{of[True]}\t{of[False]}\t{of[None]}\t{percent}"
    for label, (part, whole) in (
        (f"precision of {DECIDING.name} and above", measure.precision(DECIDING)),
        ("precision of all", measure.precision()),
        ("found at the level due", measure.recall()),
    ):
        yield f"{label}\t{part} of {whole}" + (f"\t{part / whole:.1%}" if whole else "")
    for row, at in measure.due:
        if at is None or at < row.level:
            reached = at.name if at else "not found"
            told = (f"{row.file}:{row.line}", row.check, row.level.name, reached, row.note)
            yield "\t".join(("missed", *told))


def write_unjudged(measure: Measure, target: TextIO) -> None:
    """Each finding that no row speaks of, at its first line, the verdict left open."""
    target.write("\t".join(COLUMNS) + "\n")
    for found, held in measure.judged:
        if held is None:
            line = found.lines[0] if found.lines else 0
            note = " ".join(found.note.split())
            named = (found.check, found.case, found.subject, found.level.name)
            target.write("\t".join((found.file, str(line), *named, "", note)) + "\n")


def main(arguments: list[str]) -> int:
    """Prints the figures; 2 if the arguments are not as the docstring says."""
    if len(arguments) not in (2, 4) or arguments[2:3] not in ([], ["--unjudged"]):
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[1], encoding="utf-8") as source:
        rows = judgements(source)
    silent: list[str] = []
    measure = measured(found_in(Path(arguments[0]), silent), rows)
    print("\n".join(table(measure)))
    for line in silent:
        print(f"not judged\t{line}")
    if arguments[2:]:
        with open(arguments[3], "w", encoding="utf-8") as target:
            write_unjudged(measure, target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
