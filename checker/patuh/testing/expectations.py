"""The `#!` lines of a proposal: the findings it must give, or must not (docs/tests-as-data.md)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from patuh.finding import Level, Result
from patuh.report.wording import Wording

MARK = "#!"
CLEAN = "bersih"
NOT = "tidak"
Row = tuple[str, str, str]
"""Level, check and subject of a finding."""


class ExpectationError(ValueError):
    """A `#!` line that cannot be read."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a proposal says of its findings."""

    exactly: Counter[Row] | None
    """All findings, or None if the proposal only says what must not occur."""
    never: tuple[Row, ...]
    """What must not occur; level and subject may be empty, which stands for any."""

    def failures(self, found: Counter[Row]) -> tuple[Counter[Row], Counter[Row]]:
        """The findings that are missing, and those that must not be."""
        missing: Counter[Row] = Counter()
        extra = Counter(
            {row: n for row, n in found.items() if any(_is(row, x) for x in self.never)}
        )
        if self.exactly is not None:
            missing = self.exactly - found
            extra |= found - self.exactly
        return missing, extra


def expectation(source: str) -> Expectation | None:
    """What the text expects, None if it says nothing; raises `ExpectationError`."""
    exactly: Counter[Row] = Counter()
    never: list[Row] = []
    clean = False
    for line in source.splitlines():
        if not line.startswith(MARK):
            continue
        words = line[len(MARK) :].split()
        if words == [CLEAN]:
            clean = True
        elif words[:1] == [NOT]:
            never.append(_never(words[1:], line))
        else:
            exactly[_row(words, line)] += 1
    if clean and exactly:
        raise ExpectationError(f"`{MARK} {CLEAN}` stands beside other findings")
    if not (clean or exactly or never):
        return None
    return Expectation(exactly if clean or exactly else None, tuple(never))


def found(result: Result) -> Counter[Row]:
    """The findings of a result as expectations state them."""
    wording = Wording("id", result.input)
    return Counter((f.level.name, f.check, wording.subject(f)) for f in result.findings)


def rewritten(source: str, rows: Iterable[Row]) -> str:
    """The text with its exact expectations replaced by these; lines with `tidak` stay."""
    block = [f"{MARK} {' '.join(row)}\n" for row in sorted(rows)] or [f"{MARK} {CLEAN}\n"]
    kept: list[str] = []
    place: int | None = None
    for line in source.splitlines(keepends=True):
        if line.startswith(MARK) and line[len(MARK) :].split()[:1] != [NOT]:
            place = len(kept) if place is None else place
        else:
            kept.append(line)
    place = place or 0
    return "".join([*kept[:place], *block, *kept[place:]])


def _row(words: list[str], line: str) -> Row:
    if len(words) < 3 or words[0] not in Level.__members__:
        raise ExpectationError(f"not `{MARK} LEVEL CHECK SUBJECT`: {line}")
    return words[0], words[1].upper(), " ".join(words[2:])


def _never(words: list[str], line: str) -> Row:
    level = words.pop(0) if words and words[0] in Level.__members__ else ""
    if not words:
        raise ExpectationError(f"not `{MARK} {NOT} [LEVEL] CHECK [SUBJECT]`: {line}")
    return level, words[0].upper(), " ".join(words[1:])


def _is(row: Row, wanted: Row) -> bool:
    return all(want in ("", have) for have, want in zip(row, wanted, strict=True))
