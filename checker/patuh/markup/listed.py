"""The list of corrections: what is written where in a draft, what it should be, and by what law."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from patuh.comparison import provisions_of
from patuh.finding import Finding, Place, Result
from patuh.markup.changes import Change
from patuh.messages import Lang, say
from patuh.report.wording import Wording
from patuh_parser.legal.model import Draft

MOST_OF_A_KIND = 20
"""So many places of one case of a check are listed."""
_LONGEST = 200
_AROUND = 24


class Entry(Struct, frozen=True):
    """One row: the unit that it lies in as a whole (`Pasal 4`) and in full, and what is said."""

    group: str
    place: str
    written: str
    should: str
    basis: str


class Listed(Struct, frozen=True):
    """The rows in the order of the text, and a line for each kind of which some are left out."""

    entries: tuple[Entry, ...]
    left: tuple[str, ...]


def listed(result: Result, draft: Draft, accepted: Sequence[Change], lang: Lang) -> Listed:
    """The list of a draft; where changes hold, they are what should be written."""
    wording = Wording(lang, result.input)
    whereabouts = _Whereabouts(draft, lang)
    changed = {(id(f), place): change for change in accepted for f, place in change.cures}
    counts: Counter[tuple[str, str]] = Counter()
    found: list[tuple[Place, Entry]] = []
    for finding in result.findings:
        basis = "; ".join(
            dict.fromkeys(f"{c.label} {wording.regulation(c.regulation)}"
                          for c in finding.citations)
        )  # fmt: skip
        for place in finding.places:
            if place.path != result.input.path:
                continue
            counts[finding.check, finding.case] += 1
            if counts[finding.check, finding.case] > MOST_OF_A_KIND:
                continue
            group, label = whereabouts.of(place.span.line)
            change = changed.get((id(finding), place))
            said = (
                _changed(draft, change)
                if change is not None
                else (_written(draft, place), _advised(finding, wording))
            )
            found.append((place, Entry(group, label, *said, basis)))
    found.sort(key=lambda one: one[0])
    left = tuple(
        say("list.left", lang, check=check, count=count - MOST_OF_A_KIND,
            title=wording.title(next(f for f in result.findings if f.check == check)))
        for (check, _), count in counts.items()
        if count > MOST_OF_A_KIND
    )  # fmt: skip
    return Listed(tuple(entry for _, entry in found), left)


class _Whereabouts:
    """The provision on each line of a draft."""

    def __init__(self, draft: Draft, lang: Lang) -> None:
        units = provisions_of(draft)
        self._starts: list[tuple[int, str, str]] = []
        for unit in units:
            root = unit
            while root.parent is not None:
                root = units[root.parent]
            self._starts.append((unit.line, root.label, unit.label))
        closing = draft.closing
        parts = (closing.promulgation_order, closing.gazette_line, *closing.signatures)
        name = say("list.closing", lang)
        self._starts += [(part.place.line, name, name) for part in parts if part is not None]
        self._starts.sort(key=lambda start: start[0])
        self._none = (say("list.opening", lang),) * 2

    def of(self, line: int) -> tuple[str, str]:
        """The name of the root and of the unit that a line lies in."""
        at = bisect_right(self._starts, line, key=lambda start: start[0])
        return self._starts[at - 1][1:] if at else (self._none[0], self._none[1])


def _written(draft: Draft, place: Place) -> str:
    """The words at a place; of many only the first."""
    span = place.span
    line = draft.line(span.line)
    text = line.text if line is not None else ""
    if span.line == span.end_line:
        text = text[span.column - 1 : span.end_column - 1] or text
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _advised(finding: Finding, wording: Wording) -> str:
    advice = wording.advice(finding)
    sentence = wording.sentence(finding)
    return sentence if advice is None else f"{advice} ({sentence})"


def _changed(draft: Draft, change: Change) -> tuple[str, str]:
    """The words that change and what becomes of them, with some around a mark or a letter."""
    sides = [[*_side(draft, change, new=False)], [*_side(draft, change, new=True)]]
    old, new = (" … ".join(side) for side in sides)
    return old, new


def _side(draft: Draft, change: Change, new: bool) -> Iterator[str]:
    for edit in sorted(change.edits, key=attrgetter("line", "column")):
        words = edit.new if new else edit.old
        line = draft.line(edit.line)
        if line is None or min(len(edit.old), len(edit.new)) > 2:
            yield words
            continue
        before = line.text[: edit.column - 1]
        after = line.text[edit.column - 1 + len(edit.old) :]
        head = re.search(rf"(?:(?<=\s)|\A)\S*.{{0,{_AROUND}}}\Z", before[-2 * _AROUND :])
        tail = re.match(rf".{{0,{_AROUND}}}?(?=\s|\Z)", after)
        yield f"{head[0] if head else ''}{words}{tail[0] if tail else ''}"
