"""Which changes hold: with them accepted their findings are gone, and nothing new is found.

The file with the changes is checked itself, since the reader takes tracked changes as accepted.
All are tried together; those nearest to what is still or newly found are put aside, and taken back
in halves as far as they hold with the others. The number of checks is bounded: what is not
verified by then does not hold.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from patuh.explain.findings import ContentKey, content_key
from patuh.finding import Finding, Level, Result
from patuh.markup.changes import Change

MOST_CHECKS = 24
_FEWEST_LETTERS = 4
_Key = tuple[ContentKey, Level]
_Wrong = dict[int, str]


class Verifier:
    """Judges the changes of one draft; `check` gives the findings with some of them accepted."""

    def __init__(self, before: Result, check: Callable[[Sequence[Change]], Result | None]) -> None:
        self._before, self._check = _lines(before), check
        self._left = MOST_CHECKS

    def holding(self, changes: Sequence[Change]) -> list[Change]:
        """Those of the changes that hold together."""
        kept, aside = [*changes], list[Change]()
        while kept and self._left > MOST_CHECKS // 2:
            wrong = self._wrong(kept)
            if wrong is None:
                return []
            if not wrong:
                return kept + self._settled(aside, kept)
            out = _concerned(kept, wrong) or _nearest(kept, wrong)
            kept = [one for one in kept if one not in out]
            aside += out
        return self._settled(sorted(changes, key=lambda one: _key(one.cures[0][0])), [])

    def _settled(self, changes: Sequence[Change], given: Sequence[Change]) -> list[Change]:
        if not changes or not self._left:
            return []
        if self._wrong([*given, *changes]) == {}:
            return [*changes]
        if len(changes) == 1:
            return []
        half = len(changes) // 2
        first = self._settled(changes[:half], given)
        return first + self._settled(changes[half:], [*given, *first])

    def _wrong(self, changes: Sequence[Change]) -> _Wrong | None:
        """The lines of what is still or newly found, and its terms; None if it cannot be told."""
        self._left -= 1
        after = self._check(changes)
        if after is None:
            return None
        gone: dict[_Key, list[int]] = defaultdict(list)
        for finding, place in (cure for change in changes for cure in change.cures):
            gone[_key(finding)].append(place.span.line)
        wrong: _Wrong = {}
        for key, lines in _lines(after).items():
            before = self._before.get(key, [])
            if len(lines) > len(before) - len(gone[key]):
                terms = key[0][-1].casefold()
                for line in _still(lines, before, gone[key]):
                    wrong[line] = wrong.get(line, "") + terms
        return wrong


def _lines(result: Result) -> Mapping[_Key, list[int]]:
    """The lines of the places of each finding."""
    found: dict[_Key, list[int]] = defaultdict(list)
    for finding in (part for one in result.findings for part in one.each):
        found[_key(finding)] += [place.span.line for place in finding.places]
    return found


def _still(after: list[int], before: list[int], gone: list[int]) -> set[int]:
    """Where a finding is that should not be: at new lines, or still at those of changes."""
    return (set(after) - set(before)) | (set(after) & set(gone)) or set(after)


def _key(finding: Finding) -> _Key:
    return content_key(finding), finding.level


def _concerned(changes: Sequence[Change], wrong: _Wrong) -> list[Change]:
    """The changes on these lines, and those of words that are named there."""
    named = " ".join(wrong.values())
    return [
        change
        for change in changes
        for edit in change.edits[:1]
        if edit.line in wrong
        or any(len(w) >= _FEWEST_LETTERS and w.casefold() in named for w in (edit.old, edit.new))
    ]


def _nearest(changes: Sequence[Change], wrong: _Wrong) -> list[Change]:
    """The changes that stand nearest to these lines."""

    def away(change: Change, line: int) -> int:
        return min(abs(edit.line - line) for edit in change.edits)

    least = {line: min(away(change, line) for change in changes) for line in wrong}
    return [
        change
        for change in changes
        if any(away(change, line) == nearest for line, nearest in least.items())
    ]
