"""The list of corrections: what is written where in a draft, what it should be, and by what law."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from msgspec import Struct

from patuh.comparison import provisions_of
from patuh.finding import Finding, Place, Result
from patuh.markup.changes import Change, Edit
from patuh.messages import Lang, say
from patuh.report.wording import Wording
from patuh_parser.legal.model import Draft

MOST_OF_A_KIND = 20
"""So many places of one case of a check are listed."""
_LONGEST = 200
_AROUND = 24
_SHORT = 2
_HEAD = re.compile(rf"(?:(?<=\s)|\A)\S*.{{0,{_AROUND}}}\Z")
_TAIL = re.compile(rf".{{0,{_AROUND}}}?(?=\s|\Z)")


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
            dict.fromkeys(wording.cited(c)
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
    edits = sorted(change.edits, key=attrgetter("line", "column"))
    sides = [_side(draft, list(group)) for _, group in groupby(edits, attrgetter("line"))]
    return " … ".join(old for old, _ in sides), " … ".join(new for _, new in sides)


def _side(draft: Draft, edits: list[Edit]) -> tuple[str, str]:
    line = draft.line(edits[0].line)
    text = line.text if line is not None else ""
    start, end = edits[0].column - 1, edits[-1].column - 1 + len(edits[-1].old)
    old, new, at = text[start:end], "", start
    for edit in edits:
        new += text[at : edit.column - 1] + edit.new
        at = edit.column - 1 + len(edit.old)
    if len(old) > _SHORT and len(new) > _SHORT:
        return old, new
    head = _HEAD.search(text[:start][-2 * _AROUND :])
    tail = _TAIL.match(text[end:])
    before, after = head[0] if head else "", tail[0] if tail else ""
    return f"{before}{old}{after}", f"{before}{new}{after}"
