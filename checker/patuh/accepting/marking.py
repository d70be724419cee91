"""Findings marked as accepted, and those that are told together parted where only some are."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from patuh.explain import collected
from patuh.explain.findings import order
from patuh.finding import Accepted, Finding

Acceptance = Callable[[Finding], Accepted | None]


def marked(findings: Sequence[Finding], acceptance: Acceptance) -> tuple[Finding, ...]:
    """The findings in their order, each with what `acceptance` says of it.

    Marks that are there stay. Of a finding of several parts each is asked about.
    """
    done = [one for finding in findings for one in _marked(finding, acceptance)]
    return tuple(sorted(done, key=order))


def _marked(finding: Finding, acceptance: Acceptance) -> Sequence[Finding]:
    parts = [replace(part, accepted=part.accepted or acceptance(part)) for part in finding.each]
    marks = [part.accepted for part in parts]
    if all(mark == marks[0] for mark in marks):
        return [replace(finding, accepted=marks[0], parts=tuple(parts) if finding.parts else ())]
    return [
        replace(one, accepted=mark)
        for mark in dict.fromkeys(marks)
        for one in collected(part for part in parts if part.accepted == mark)
    ]
