"""The `#!` lines of a proposal: the findings it must give, or must not (docs/tests-as-data.md)."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from patuh.finding import Finding, Level, Result
from patuh.messages import say
from patuh.report.wording import Wording
from patuh_parser.text.source import text_lines

MARK = "#!"
CLEAN = "bersih"
NOT = "tidak"
NEW, GONE = "baru", "hilang"
"""What a revision shall bring and take away, which only `patuh diff --intent` asks."""
Row = tuple[str, str, str]
"""Level, check and subject of a finding."""


class ExpectationError(ValueError):
    """A `#!` line that cannot be read, or expects what there is not; `line` is its number."""

    def __init__(self, line: int, key: str, /, **values: object) -> None:
        super().__init__(say(f"expectations.{key}", "id", **values))
        self.line = line


class Expectation(Struct, frozen=True):
    """What a proposal says of its findings."""

    exactly: Counter[Row] | None
    """All findings, or None if the proposal only says what must not occur."""
    never: tuple[Row, ...]
    """What must not occur; level and subject may be empty, which stands for any."""
    lines: tuple[tuple[str, int], ...] = ()
    """The checks named, each with the number of its line."""

    def failures(self, found: Counter[Row]) -> tuple[Counter[Row], Counter[Row]]:
        """The findings that are missing, and those that must not be."""
        missing: Counter[Row] = Counter()
        extra = Counter(
            {row: n for row, n in found.items() if any(fits(row, x) for x in self.never)}
        )
        if self.exactly is not None:
            missing = self.exactly - found
            extra |= found - self.exactly
        return missing, extra


class Intended(Struct, frozen=True):
    """A finding that shall be new, or gone; an empty level or subject stands for any."""

    new: bool
    row: Row


def intention(source: str) -> tuple[Intended, ...]:
    """What the text says that a revision shall change; raises `ExpectationError`."""
    return tuple(
        Intended(words[0] == NEW, _of_any(words[1:], line, number, words[0]))
        for number, line in enumerate(text_lines(source), start=1)
        if (words := _words(line)) is not None and words[:1] in ([NEW], [GONE])
    )


def expectation(source: str) -> Expectation | None:
    """What the text expects, None if it says nothing; raises `ExpectationError`."""
    exactly: Counter[Row] = Counter()
    never: list[Row] = []
    lines: list[tuple[str, int]] = []
    clean = 0
    for number, line in enumerate(text_lines(source), start=1):
        words = _words(line)
        if words is None or words[:1] in ([NEW], [GONE]):
            continue
        if words == [CLEAN]:
            clean = number
            continue
        if words[:1] == [NOT]:
            row = _of_any(words[1:], line, number, NOT)
            never.append(row)
        else:
            row = _row(words, line, number)
            exactly[row] += 1
        lines.append((row[1], number))
    if clean and exactly:
        raise ExpectationError(clean, "clean_beside", mark=MARK, clean=CLEAN)
    if not (clean or exactly or never):
        return None
    return Expectation(exactly if clean or exactly else None, tuple(never), tuple(lines))


def found(result: Result) -> Counter[Row]:
    """The findings of a result as expectations state them."""
    wording = Wording("id", result.input)
    return Counter(row for finding in result.findings for row in rows(finding, wording))


def rows(finding: Finding, wording: Wording) -> list[Row]:
    """A row of a finding for each subject that it names."""
    subjects = dict.fromkeys(map(wording.subject, finding.each))
    return [(finding.level.name, finding.check, subject) for subject in subjects]


def rewritten(source: str, rows: Iterable[Row]) -> str:
    """The text with its exact expectations replaced by these; lines with `tidak` stay."""
    kept: list[str] = []
    place: int | None = None
    lines = text_lines(source, ends=True)
    end = next((line[len(line.rstrip("\r\n")) :] for line in lines), "") or "\n"
    for line in lines:
        words = _words(line)
        if words is not None and words[:1] not in ([NOT], [NEW], [GONE]):
            place = len(kept) if place is None else place
        else:
            kept.append(line)
    place = place or 0
    block = [f"{MARK} {' '.join(row)}{end}" for row in sorted(rows)] or [f"{MARK} {CLEAN}{end}"]
    return "".join([*kept[:place], *block, *kept[place:]])


def _words(line: str) -> list[str] | None:
    """What stands behind the mark; None for any other line."""
    line = line.lstrip()
    return line[len(MARK) :].split() if line.startswith(MARK) else None


def _row(words: list[str], line: str, number: int) -> Row:
    if len(words) < 3 or words[0] not in Level.__members__:
        levels = ", ".join(level.name for level in sorted(Level, reverse=True))
        raise ExpectationError(number, "no_row", mark=MARK, levels=levels, line=line.strip())
    return words[0], words[1].upper(), " ".join(words[2:])


def _of_any(words: list[str], line: str, number: int, mark: str) -> Row:
    """A row of which level and subject may be left out, behind a word of its own."""
    level = words.pop(0) if words and words[0] in Level.__members__ else ""
    if not words:
        raise ExpectationError(number, "no_denial", mark=MARK, no=mark, line=line.strip())
    return level, words[0].upper(), " ".join(words[1:])


def fits(row: Row, wanted: Row) -> bool:
    """Whether a row is what is wanted, in which what is empty stands for any."""
    return all(want in ("", have) for have, want in zip(row, wanted, strict=True))
