"""What the dispensations of a proposal accept, and which of them no longer hold or are needed."""

import datetime
from collections.abc import Sequence

from patuh.accepting.marking import marked
from patuh.finding import Accepted, Finding, Told
from patuh_parser.sotk.model import Dispensation


def dispensed(
    findings: Sequence[Finding],
    dispensations: Sequence[Dispensation],
    path: str,
    day: datetime.date,
) -> tuple[tuple[Finding, ...], tuple[Told, ...]]:
    """The findings with those accepted marked, and what is to be told of the dispensations.

    `path` is that of the proposal in which they stand; they hold to the end of their last day.
    """
    holding = [one for one in dispensations if one.until >= day]
    used: set[int] = set()

    def acceptance(finding: Finding) -> Accepted | None:
        for one in holding:
            if finding.check in one.checks and (one.whole or _stands(finding, one, path)):
                used.add(one.span.line)
                return Accepted("", one.until, one.basis, one.by, one.span.line)
        return None

    done = marked(findings, acceptance)
    told = [
        _told("expired" if one.until < day else "unused", one)
        for one in dispensations
        if one.until < day or one.span.line not in used
    ]
    return done, tuple(told)


def _stands(finding: Finding, one: Dispensation, path: str) -> bool:
    return any(
        place.path == path and place.span.line <= one.last and place.span.end_line >= one.first
        for place in finding.places
    )


def _told(kind: str, one: Dispensation) -> Told:
    data = (("checks", ", ".join(one.checks)), ("until", one.until.isoformat()))
    return Told(kind, (one.span.line,), data)
